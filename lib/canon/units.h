// A value in its written unit → the same in a base unit, exactly: 111.4 亿元 → 11140000000 元, 2.5 公里 → 2500 米.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mention/decimal.h"
#include "mention/figure_words.h"

namespace zhibiao {

struct BaseQuantity {
  Decimal value;
  std::string unit;

  friend bool operator==(const BaseQuantity&, const BaseQuantity&) = default;
};

// A unit as an observation has it, taken apart: 万平方米 is 10^4 and 平方米. `info` is null for a unit that is in no
// list and where there is nothing behind the multiplier (3.5 万亿); of a compound (微克/立方米) it is the first
// member's.
struct WrittenUnit {
  int power = 0;
  std::string_view rest;
  const UnitInfo* info = nullptr;
  bool compound = false;
};
WrittenUnit read_written_unit(std::string_view written, const FigureWords& words);

// `written_unit` as an observation has it: multipliers, then a unit or units joined by / (微克/立方米, whose members
// stay as they are). A bare multiplier (3.5 万亿) has base "". nullopt for 倍 and 番 and for units that are in no list.
std::optional<BaseQuantity> to_base(const Decimal& value, std::string_view written_unit, const FigureWords& words);

}  // namespace zhibiao
