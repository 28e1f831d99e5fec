// Every number of a text with its unit: 5100余万元, -2.6%, 5至6个百分点, 百分之五点二, 三分之一, 第12位, 13个月, 翻番.
#pragma once

#include <string_view>
#include <vector>

#include "mention/figure_words.h"
#include "mention/mention.h"
#include "text/span.h"

namespace zhibiao {

// Spans in bytes of the text. `kind` is number, quantity, percent, points, fraction, multiple, ratio, ordinal, rank,
// duration or date; a date has no number in its figure.
struct FoundFigure {
  MentionKind kind = MentionKind::number;
  ByteSpan span;         // with sign and unit, 余 and 多 inside
  ByteSpan number_span;  // without the unit; of an ordinal with its 第
  Figure figure;
  bool chinese = false;  // written with Chinese digits or 十 百 千

  friend bool operator==(const FoundFigure& a, const FoundFigure& b) = default;
};

// Sorted and disjoint. REQUIRES: `folded` is a folded text (see text/fold.h). Numerals in names and idioms (统一,
// 十四五, PM2.5) give nothing. Linear in the length of the text; text without numbers costs one look at each character.
std::vector<FoundFigure> find_figures(std::string_view folded, const FigureWords& words);

}  // namespace zhibiao
