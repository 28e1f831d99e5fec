// What every match of a pattern must hold: pairs of neighbouring characters. 一季度 and 第4季度 both hold a digit
// before 季 and 季 before 度, so a text that never has these needs no look by that pattern.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammar/character_set.h"

namespace zhibiao {

// A character of `first` right before one of `second`.
struct Pair {
  CharacterSet first, second;
  friend bool operator==(const Pair&, const Pair&) = default;
};

// At least one of the pairs occurs in each match.
using Need = std::vector<Pair>;

constexpr size_t kNoLimit = static_cast<size_t>(-1);

// What is known of every match of a pattern.
struct Demand {
  std::vector<Need> needs;    // the most telling ones, all of them fulfilled inside the match; the rarest first
  size_t longest = kNoLimit;  // bytes
};

// Nothing is known of a pattern that is not understood. The pattern is valid RE2; `bytes`: its characters are single
// bytes, not UTF-8.
Demand demand_of(std::string_view pattern, bool bytes);

}  // namespace zhibiao
