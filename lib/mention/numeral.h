// The numeral that begins at a place of a text, Arabic, Chinese or both: 1,234.5, .5, 1.2e5, 3.5万亿, 一百二十, 一万五,
// 5亿1万4千6百, 三五 (3 to 5), 八千三百点三三. No sign, no unit, no 余 or 多.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mention/decimal.h"
#include "text/trie.h"

namespace zhibiao {

// How a numeral is written, from which a caller tells 一百五 (a number anywhere) from 一 (only before a unit).
struct NumeralForm {
  bool chinese = false;    // has a Chinese digit or 十 百 千: not 5, 5万
  bool digit = false;      // has a digit at all: not 百, 万亿
  bool placed = false;     // has 十 百 千 or 万 …
  bool decimal = false;    // has a fraction: 3.5, 三点五
  bool financial = false;  // has 壹 or 佰
  uint32_t characters = 0;
};

// Bytes [begin, end). The multipliers 万 亿 万亿 that end the numeral are [multiplier, end), 10^power together:
// 一亿二千万 is 120000000 with power 4, 一万五 is 15000 with power 0.
struct Numeral {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t multiplier = 0;
  int power = 0;
  Decimal number;
  std::optional<Decimal> high;  // of a pair of neighbours (三五, 八九亿, 十五六), whose low end is `number`
  NumeralForm form;
};

// The longest numeral at text[pos]; nullopt if there is none. `units` keeps 12千克 and 50兆字节 apart from 12千 and
// 50兆. More than 40 digits are no number: see `digits_end`.
std::optional<Numeral> read_numeral(std::string_view text, size_t pos, const Trie& units);

// The end of the run of digits (Arabic or Chinese ones) at text[pos].
size_t digits_end(std::string_view text, size_t pos);

constexpr size_t kMaxNumeralDigits = 40;

}  // namespace zhibiao
