// Everything in a text that could be a number, found without the grammar: what an audit has to account for.
#pragma once

#include <string_view>
#include <vector>

#include "mention/figure_words.h"
#include "text/span.h"

namespace zhibiao {

// A digit run is 2018, ２.６, 1,234.5, with multipliers behind it (3.5万亿). A Chinese numeral is a run of 一 … 九, 零
// 〇, 两, 十 百 千 万 亿 and their financial and Traditional forms of two characters or more, or one before a unit
// (三家); 一 alone is not one, nor is the first character of a unit (千瓦), nor a lone multiplier of a measure
// (单位：万元), nor digits of a character that is written out (<U+00A0>).
struct NumeralRun {
  Span span;  // code points of the text
  bool chinese = false;

  friend bool operator==(const NumeralRun&, const NumeralRun&) = default;
};

// In text order. `units` are those of the grammar; a unit that is in no list makes no lone character a numeral.
std::vector<NumeralRun> numeral_runs(std::string_view text, const FigureWords& words);

}  // namespace zhibiao
