// What every match of a pattern must hold: pairs of neighbouring characters. 一季度 and 第4季度 both hold a digit
// before 季 and 季 before 度, so a text that never has these needs no look by that pattern.
#pragma once

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

// The most telling needs of a pattern, all of which a match fulfils; none for a pattern that is not understood or may
// match anywhere. The pattern is valid RE2; `bytes`: its characters are single bytes.
std::vector<Need> needs_of(std::string_view pattern, bool bytes);

}  // namespace zhibiao
