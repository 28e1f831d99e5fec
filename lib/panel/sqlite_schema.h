// The tables and views of the database, as SQL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel/wide.h"

namespace zhibiao {

inline constexpr int kSchemaVersion = 2;

// Tables, indexes and the view `chosen`; harmless where they are there already.
std::string_view schema_sql();

// 'O''Brien'
std::string quoted(std::string_view text);

// A condition on a row of `figures`: it is of the column's indicator, subject, scope and measure.
std::string column_condition(const ColumnSpec& column);

// CREATE VIEW wide. `units`: by column, the unit that its values have.
std::string wide_view_sql(const WideOptions& options, const std::vector<std::string>& units);

}  // namespace zhibiao
