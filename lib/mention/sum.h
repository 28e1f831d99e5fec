// How 一亿五千万零六千三百五十五 adds up: the arithmetic of numerals that are sums of digits times powers of ten.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "mention/numeral.h"
#include "text/trie.h"

namespace zhibiao {

// A numeral of whole digits [pos, end); end == pos if there is none.
struct NumeralSum {
  unsigned __int128 value = 0;
  size_t end = 0;
  size_t multiplier = 0;  // where the ending multipliers begin; `end` if there are none
  int power = 0;
  bool pair = false;  // two neighbouring digits stand for a range
  NumeralForm form;

  std::string digits() const;
};

// Where a pair of digits (三五个, 十五六岁) stands for a range, reads the first (`pick` 0) or the second (1) of them.
NumeralSum sum_numeral(std::string_view text, size_t pos, const Trie& units, int pick);

}  // namespace zhibiao
