// A figure that somebody else's table claims: a value for a region, a year and an indicator.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mention/figure_words.h"
#include "panel/agree.h"
#include "panel/column_spec.h"
#include "text/formats/xlsx.h"

namespace zhibiao {

struct TableClaim {
  uint32_t row = 0;    // line of a CSV file, row of a sheet
  std::string column;  // the header over the value
  std::string region, region_code, period;
  ColumnSpec indicator;
  std::string text;  // the cell
  Written value;
  std::string unit;  // "" where the table tells none

  friend bool operator==(const TableClaim&, const TableClaim&) = default;
};

// A cell that should hold a number and holds something else.
struct ClaimProblem {
  uint32_t row = 0;
  std::string column, text;
};

struct TableClaims {
  std::vector<TableClaim> claims;
  std::vector<ClaimProblem> problems;
  std::vector<std::string> ignored;  // headers of columns that are nothing of the above
};

// `map` says what headers mean: {"县名", "region"}, {"GDP", "地区生产总值(亿元)"}, {"备注", "-"}. Fields are region,
// region_code, year, indicator, value, unit, measure, subject, scope; anything else is an indicator, as in a column of
// the wide panel, perhaps with its unit. Without a map headers are known by their usual words. A table with an
// indicator and a value column is long, any other wide. Throws Error for a table without a year, or without values, and
// for a map that is no UTF-8.
TableClaims claims_of(const Sheet& sheet, const std::vector<std::pair<std::string, std::string>>& map);

}  // namespace zhibiao
