// Two written numbers, and whether they can be the same: 424亿元 and 424.3亿元 can, 424.0亿元 and 424.3亿元 cannot.
#pragma once

#include <optional>
#include <string_view>

#include "mention/decimal.h"

namespace zhibiao {

// A value with half a unit of its last written place: 424.30 is 424.3 ± 0.005.
struct Written {
  Decimal value;
  Decimal half;

  Written times(const Decimal& factor) const { return {value * factor, half * factor.abs()}; }

  friend bool operator==(const Written&, const Written&) = default;
};

// `text` is how the value is written somewhere; the places behind its point count where it has more than the value.
Written written(const Decimal& value, std::string_view text);
// Of 约400 the last written place is that of the 4.
Written written_about(const Decimal& value);

// Whether they differ by no more than the rounding of the coarser.
bool agree(const Written& a, const Written& b);

}  // namespace zhibiao
