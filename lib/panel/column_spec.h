// A column of the wide panel: an indicator, perhaps of a scope, and how it is measured.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/catalogue.h"
#include "panel/long_row.h"
#include "panel/scale.h"

namespace zhibiao {

struct ColumnSpec {
  std::string name;                // of the column: 人均可支配收入@城镇:growth
  std::vector<std::string> names;  // of the indicator: an id, a Chinese name, its aliases
  std::string subject, scope;
  Measure measure = Measure::level;
  UnitScale scale;

  friend bool operator==(const ColumnSpec&, const ColumnSpec&) = default;
};

// gdp · 固定资产投资@区本级 · 地区生产总值:growth. Throws Error for an unknown measure.
ColumnSpec column_named(std::string_view text, Measure otherwise);

// The column is also of the id that its name has in the catalogue: 地区生产总值 is gdp.
void know_id(ColumnSpec& column, const Catalogue& catalogue);
// What the catalogue's indicator of that id or name is called.
std::vector<std::string> catalogue_names(const std::string& key, const Catalogue& catalogue);

// Whether the row is of the column's indicator, subject, scope and measure, and no share of it: a level with ratio_to
// is never the amount.
bool is_of(const Row& row, const ColumnSpec& column);

}  // namespace zhibiao
