// One amount of a text, the piece from which figures and ranges are made: a numeral with 余, multipliers and a unit, or
// a fraction, a percentage, a half.
#pragma once

#include <optional>
#include <string_view>

#include "mention/figure.h"
#include "mention/numeral.h"
#include "mention/unit.h"

namespace zhibiao {

struct Amount {
  FoundFigure found;
  NumeralForm form;
  int power = 0;                   // of the multiplier: 4 of 万亩
  size_t unit_begin = 0;           // [unit_begin, span.end) is the unit without multiplier
  const UnitInfo* unit = nullptr;  // null: a number without unit, or a fraction
  bool whole = false;              // complete as it stands: 三分之一, 百分之五, 一半, 半年

  std::string_view unit_text(std::string_view text) const {
    return text.substr(unit_begin, found.span.end - unit_begin);
  }
};

// The amount at text[pos], without sign. Whether it is one at all in this place (一 of 一定) is not decided here.
std::optional<Amount> read_amount(std::string_view text, size_t pos, const FigureWords& words);

// 三分之一, 百分之五点二, 一又二分之一, 1/10, 一半, whose first numeral is read; 半年 and 半个 at text[pos]. nullopt if
// it is nothing of that sort.
std::optional<Amount> read_fraction(std::string_view text, const Numeral& numeral, const FigureWords& words);
std::optional<Amount> read_half(std::string_view text, size_t pos, const FigureWords& words);

// Changes the sign of its figure and takes in the sign's bytes.
void negate(Amount& amount, size_t begin);

// Number, value, multiplier and unit of a figure whose number is read: what is left when 10^power is the unit's.
void set_number(Amount& amount, const Decimal& number);
void set_range(Amount& amount, const Decimal& low, const Decimal& high);

// The kind of a number with this unit.
MentionKind kind_of(const UnitInfo* unit);

}  // namespace zhibiao
