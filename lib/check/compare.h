// A figure as the numbers that its words allow, and whether two of them agree: 约, 超, ranges and the rounding of the
// written decimals are kept through sums, differences and quotients. Exact decimals, no binary floating point.
#pragma once

#include <optional>
#include <string>

#include "mention/decimal.h"
#include "mention/figure_words.h"
#include "observe/observation.h"

namespace zhibiao {

// Any number of [low, high], without an end where that is open, and off by at most `rounding`.
struct Quantity {
  Decimal low, high;
  bool open_below = false, open_above = false;
  Decimal rounding;
  std::string unit;  // the base unit, else the written one

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

// Half a unit of the last written place is the rounding; 7484户 was counted and has none; 约 may be off by 5 %.
// nullopt for ranks, for fractions (三分之一) and for 番.
std::optional<Quantity> quantity_of(const Observation& observation, const FigureWords& words);

// REQUIRES for sums and differences: of one unit.
Quantity operator+(const Quantity& a, const Quantity& b);
Quantity operator-(const Quantity& a, const Quantity& b);
Quantity operator*(const Quantity& a, const Decimal& factor);  // factor > 0
// 100·a/b in %, to six decimals. nullopt where b may be 0 or less, or a less than 0.
std::optional<Quantity> percent_of(const Quantity& a, const Quantity& b);
// (a/b - 1) in %.
std::optional<Quantity> growth_of(const Quantity& now, const Quantity& before);

// How far apart two quantities are: 0 where the ranges that they allow meet.
struct Gap {
  Decimal difference;  // stated - computed
  Decimal tolerance;
  bool ok() const { return !(tolerance < difference.abs()); }
};

Gap gap_of(const Quantity& stated, const Quantity& computed);
// Only what `part` has more than `whole`.
Gap excess_of(const Quantity& part, const Quantity& whole);

// Half up, away from 0: 2.345 at 2 places is 2.35.
Decimal rounded(const Decimal& number, int places);

}  // namespace zhibiao
