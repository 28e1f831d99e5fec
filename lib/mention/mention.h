// What is found in a sentence before anything is linked: a number with its unit, a date, a name with a number in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mention/decimal.h"
#include "segment/sentence.h"
#include "text/span.h"

namespace zhibiao {

// The closed list of kinds. quantity: a number with a unit; number: without; percent also ‰ and 成; points: 个百分点,
// 个千分点; multiple: 倍, 番; ratio: 2.04∶1; ordinal: 第三; rank: 前三, 首位, 第3名; period: 2018—2022年, 今年,
// “十三五”时期; duration: 13个月 told as a length of time; name: a slogan or proper name with a number inside
// (12345热线, 三篇大文章, PM2.5); idiom: 百年, 统一; numbering: heading, law and document numbers;
// condition: 剔除留抵退税因素; indicator and scope: names known to the grammar.
enum class MentionKind : uint8_t {
  number,
  quantity,
  percent,
  points,
  fraction,
  multiple,
  ratio,
  ordinal,
  rank,
  date,
  period,
  duration,
  name,
  idiom,
  numbering,
  condition,
  indicator,
  scope,
};

enum class Bound : uint8_t { exact, at_least, more, at_most, less, about };

// What a mention with a number holds. `number` has 万/亿 applied and the unit not: 387万亩 → 3870000, 5.2% → 5.2, 五成
// → 50, 三分之一 → 0.3333333333333333, 五元三毛 → 5.3. `value` is in the written unit: 387万亩 → 387 with multiplier
// 10000 and unit 万亩; 三亿零五百三十万吨 → 30530 with unit 万吨; 五成 → 5 with unit 成. A range has low and high (and
// value_low, value_high) in place of number (value). unit is half-width, with its multiplier, without 余/多; empty for
// a bare number.
struct Figure {
  std::optional<Decimal> number, low, high;
  std::optional<Decimal> value, value_low, value_high;
  std::string multiplier;  // "" or "10000", "100000000", …
  std::string unit;
  Bound bound = Bound::exact;  // only what the expression itself says: 余 多 (more), 前三 (at_most); else exact
  bool vague = false;          // 数十, 上百, 千余: the number itself is not told

  friend bool operator==(const Figure&, const Figure&) = default;
};

// `span` covers the expression with its unit, `number_span` the number without it (of an ordinal with its 第);
// `text` is the folded text of `span`. A mention of a sentence lies inside it; mentions are sorted and disjoint.
struct Mention {
  MentionKind kind = MentionKind::number;
  Span span;
  std::string text;
  std::string rule;     // the rule that made it; "numeral" and the like for those made by code
  bool inside = false;  // a number that is part of a name: 65岁以上人口
  std::optional<Figure> figure;
  std::optional<Span> number_span;
  std::string canonical;  // of a date or period its SPEC form (2018..2022); of an indicator or scope its canonical name

  friend bool operator==(const Mention&, const Mention&) = default;
};

// A sentence with its mentions: what `match` makes of a Sentence.
struct MatchedSentence {
  Sentence sentence;
  std::vector<Mention> mentions;
};

}  // namespace zhibiao
