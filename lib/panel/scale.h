// A base value in a unit that somebody asked for: 42400000000 元 in 亿元 is 424.
#pragma once

#include <optional>
#include <string>

#include "mention/decimal.h"
#include "mention/figure_words.h"

namespace zhibiao {

struct UnitScale {
  std::string unit;  // as asked for; "": whatever the base unit is
  std::string base_unit;
  Decimal factor = Decimal(1);  // base units in one

  friend bool operator==(const UnitScale&, const UnitScale&) = default;
};

// Throws Error for a unit that is in no list.
UnitScale scale_named(const std::string& unit, const FigureWords& words);

}  // namespace zhibiao
