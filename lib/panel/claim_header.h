// What the columns of somebody else's table hold.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "panel/column_spec.h"

namespace zhibiao {

enum class ClaimField {
  none,
  region,
  region_code,
  year,
  indicator,
  indicator_id,
  value,
  unit,
  measure,
  subject,
  scope
};

struct ClaimColumn {
  std::string header;
  ClaimField field = ClaimField::none;
  std::optional<ColumnSpec> indicator;  // of a wide table
  std::string unit;                     // written in the header
  bool falls = false;                   // 下降(%): a positive number is a fall
  std::optional<size_t> unit_column;    // of a wide table of ours: GDP_unit
};

using HeaderMap = std::vector<std::pair<std::string, std::string>>;

// Whether a cell is a header that is known, by itself or by the map.
bool is_known_header(const std::string& cell, const HeaderMap& map);

// Throws Error for a map entry that is no field and no indicator.
std::vector<ClaimColumn> claim_columns(const std::vector<std::string>& headers, const HeaderMap& map);

}  // namespace zhibiao
