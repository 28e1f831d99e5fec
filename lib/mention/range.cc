#include "mention/range.h"

#include "mention/calendar.h"
#include "mention/glyph.h"

namespace zhibiao {
namespace {

// The second amount, perhaps with a sign: -5%到-3%.
std::optional<Amount> second_amount(std::string_view text, size_t pos, const FigureWords& words) {
  size_t number = pos;
  if (goes_on(text, pos, "-")) number += 1;
  if (goes_on(text, pos, "负")) number += 3;
  if (number >= text.size()) return std::nullopt;
  const GlyphKind kind = glyph_at(text, number).kind;
  if (kind == GlyphKind::none || kind == GlyphKind::half || kind == GlyphKind::cue) return std::nullopt;
  std::optional<Amount> amount = read_amount(text, number, words);
  if (amount && number > pos) negate(*amount, pos);
  return amount;
}

// The power of 百 千 万 亿 that a single digit before 到 shares with the high end: 两到三千, 八到九百亿, 十八至三十万.
int shared_power(std::string_view text, const Amount& low, const Amount& high) {
  if (low.power > 0) return 0;
  if (low.form.placed || low.form.characters > 1) return high.power;
  const ByteSpan span = high.found.number_span;
  const Glyph digit = glyph_at(text, span.begin);
  const size_t next = span.begin + digit.length;
  if (next >= span.end) return 0;
  const Glyph place = glyph_at(text, next);
  const bool round = place.kind == GlyphKind::place && place.value > 1;
  const bool ends = next + place.length >= span.end || glyph_at(text, next + place.length).kind == GlyphKind::big;
  return high.power + (round && ends ? place.value : 0);
}

// Whether both ends measure the same: a unit told once at the end, or twice.
bool same_unit(std::string_view text, const Amount& low, const Amount& high) {
  if (low.unit != nullptr && high.unit == nullptr) return low.whole;
  if (low.unit == nullptr) return true;
  if (low.whole != high.whole) return low.unit == high.unit;
  return low.unit_text(text) == high.unit_text(text);
}

// 5-6 alone may be anything, 5到6 is a range.
bool may_join(std::string_view text, size_t sign_at, const Amount& low, const Amount& high) {
  if (!low.found.figure.number || !high.found.figure.number || low.found.figure.bound != Bound::exact) return false;
  if (low.found.kind == MentionKind::fraction || high.found.kind == MentionKind::fraction) return false;
  if (!same_unit(text, low, high)) return false;
  if (high.unit != nullptr || low.whole || high.power > 0) return true;
  return goes_on(text, sign_at, "至") || goes_on(text, sign_at, "到");
}

Decimal written_number(const Amount& amount) { return amount.found.figure.value->shifted(amount.power); }

}  // namespace

std::optional<Amount> read_range(std::string_view text, const Amount& low, const FigureWords& words) {
  size_t sign_at = low.found.span.end;
  for (const std::string_view included : {"(含)", "（含）"}) {
    if (goes_on(text, sign_at, included)) sign_at += included.size();
  }
  const size_t sign = range_sign(text, sign_at);
  if (sign == 0) return std::nullopt;
  std::optional<Amount> high = second_amount(text, sign_at + sign, words);
  if (!high || !may_join(text, sign_at, low, *high)) return std::nullopt;
  Amount range = *high;
  if (high->unit == nullptr && low.whole) {
    range.unit = low.unit;
    range.found.figure.unit = low.found.figure.unit;
    range.found.kind = low.found.kind;
  }
  const int shared = low.unit == nullptr && low.found.figure.number ? shared_power(text, low, *high) : 0;
  const Decimal bottom = written_number(low).shifted(shared), top = written_number(*high);
  if (!(bottom < top)) return std::nullopt;
  set_range(range, bottom, top);
  range.found.span.begin = low.found.span.begin;
  range.found.number_span = {low.found.number_span.begin, high->found.number_span.end};
  range.found.chinese = low.found.chinese || high->found.chinese;
  return range;
}

}  // namespace zhibiao
