// Observations as cells: one column for each key that a table can show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "observe/observation.h"

namespace zhibiao {

struct Column {
  std::string_view name;
  bool numeric = false;  // right-aligned; bare in JSON and CSV
  std::string (*text)(const Observation&) = nullptr;
};

const std::vector<Column>& all_columns();

// Throws Error that lists the known names for one that is none.
std::vector<Column> columns_named(const std::vector<std::string>& names);

// `doc` is a column only where there are several documents.
std::vector<Column> default_columns(bool with_doc);

}  // namespace zhibiao
