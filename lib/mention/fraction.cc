// Parts of a whole: 三分之一, 百分之五点二, 千分之三, 一又二分之一, 1/10, 一半, 半年.
#include "mention/amount.h"
#include "mention/glyph.h"
#include "mention/scale.h"

namespace zhibiao {
namespace {

constexpr std::string_view kOf = "分之";

struct Part {
  Numeral numeral;
  bool negative = false;
};

// 负 or - and a numeral.
std::optional<Part> signed_numeral(std::string_view text, size_t pos, const FigureWords& words) {
  Part part;
  for (const std::string_view sign : {"负", "負", "-"}) {
    if (!goes_on(text, pos, sign)) continue;
    pos += sign.size();
    part.negative = true;
    break;
  }
  if (pos >= text.size()) return std::nullopt;
  std::optional<Numeral> numeral = read_numeral(text, pos, words.units);
  if (!numeral) return std::nullopt;
  part.numeral = *std::move(numeral);
  return part;
}

// 百分之15K.
void take_thousands(std::string_view text, Numeral& numeral) {
  if (numeral.form.chinese || numeral.form.placed) return;
  const std::optional<Scaled> scaled = read_thousands(text, numeral.end, numeral.number);
  if (!scaled) return;
  numeral.number = scaled->number;
  numeral.end = numeral.multiplier = static_cast<uint32_t>(scaled->end);
}

Amount started(size_t begin, const Numeral& number, size_t end) {
  Amount amount;
  amount.form = number.form;
  amount.found.chinese = number.form.chinese;
  amount.found.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  amount.found.number_span = amount.found.span;
  amount.unit_begin = end;
  amount.whole = true;
  return amount;
}

// 百分之五点二, 千分之三, 百分之二三十; the unit stands before the number.
Amount percentage(size_t begin, std::string_view unit, const Part& part, const FigureWords& words) {
  const Numeral& numeral = part.numeral;
  Amount amount = started(begin, numeral, numeral.end);
  amount.unit = unit_named(words, unit);
  amount.found.kind = MentionKind::percent;
  amount.found.number_span = {numeral.begin, numeral.end};
  amount.found.figure.unit = unit;
  if (numeral.high) {
    set_range(amount, numeral.number, *numeral.high);
  } else {
    set_number(amount, part.negative ? -numeral.number : numeral.number);
  }
  return amount;
}

// The power of ten that 千, 万, 百万 … are, written without a digit; 0 of anything else, and of 十.
int bare_power(std::string_view written) {
  int power = 0;
  for (size_t at = 0; at < written.size();) {
    const Glyph glyph = glyph_at(written, at);
    if (glyph.kind != GlyphKind::place && glyph.kind != GlyphKind::big) return 0;
    power += glyph.value;
    at += glyph.length;
  }
  return power < 2 ? 0 : power;
}

// 千分之三, 万分之五, 百万分之二: `number` is in percent, as that of 五成; of 千分之三 `value` is in ‰.
Amount small_part(size_t begin, int power, const Part& part, const FigureWords& words) {
  Amount amount = percentage(begin, power == 3 ? "‰" : "%", part, words);
  Figure& figure = amount.found.figure;
  for (std::optional<Decimal>* number : {&figure.number, &figure.low, &figure.high})
    if (*number) *number = (*number)->shifted(2 - power);
  if (power == 3) return amount;
  figure.value = figure.number;
  figure.value_low = figure.low;
  figure.value_high = figure.high;
  amount.found.number_span = amount.found.span;
  return amount;
}

Amount fraction(size_t begin, const Numeral& last, const Decimal& value) {
  Amount amount = started(begin, last, last.end);
  amount.found.kind = MentionKind::fraction;
  set_number(amount, value);
  return amount;
}

// `whole` 又 `denominator` 分之 `numerator`, whose 分之 is at `pos`.
std::optional<Amount> of_denominator(std::string_view text, size_t begin, const Numeral& denominator,
                                     const std::optional<Decimal>& whole, const FigureWords& words) {
  if (!goes_on(text, denominator.end, kOf) || denominator.high) return std::nullopt;
  std::optional<Part> part = signed_numeral(text, denominator.end + kOf.size(), words);
  if (!part || denominator.number.is_zero()) return std::nullopt;
  const int power = whole ? 0 : bare_power(text.substr(denominator.begin, denominator.end - denominator.begin));
  if (power == 2) take_thousands(text, part->numeral);
  if (power == 2) return percentage(begin, "%", *part, words);
  if (power > 2) return small_part(begin, power, *part, words);
  if (part->numeral.high) return std::nullopt;
  const Decimal numerator = part->negative ? -part->numeral.number : part->numeral.number;
  Decimal value = Decimal::divide(numerator, denominator.number);
  if (whole) value = value + *whole;
  return fraction(begin, part->numeral, value);
}

// 1/10; not 2022/6/30, 5/N.
std::optional<Amount> slashed(std::string_view text, const Numeral& numerator, const FigureWords& words) {
  const size_t slash = numerator.end;
  if (slash + 1 >= text.size() || text[slash] != '/' || !is_ascii_digit(text[slash + 1])) return std::nullopt;
  if (numerator.form.placed || (numerator.begin > 0 && text[numerator.begin - 1] == '/')) return std::nullopt;
  const std::optional<Numeral> denominator = read_numeral(text, slash + 1, words.units);
  if (!denominator || denominator->form.placed || denominator->number.is_zero()) return std::nullopt;
  const char next = denominator->end < text.size() ? text[denominator->end] : ' ';
  if (next == '/' || is_ascii_letter(next)) return std::nullopt;
  return fraction(numerator.begin, *denominator, Decimal::divide(numerator.number, denominator->number));
}

// 1 3/5 and 1又3/5, whose fraction is at `pos`; not 12 7/5.
std::optional<Amount> mixed(std::string_view text, const Numeral& whole, size_t pos, const FigureWords& words) {
  if (pos >= text.size() || !is_ascii_digit(text[pos]) || whole.form.decimal || whole.high) return std::nullopt;
  const std::optional<Numeral> numerator = read_numeral(text, pos, words.units);
  if (!numerator || numerator->end >= text.size() || text[numerator->end] != '/') return std::nullopt;
  std::optional<Amount> amount = slashed(text, *numerator, words);
  if (!amount || !(*amount->found.figure.number < Decimal(1))) return std::nullopt;
  set_number(*amount, whole.number + *amount->found.figure.number);
  amount->found.span.begin = amount->found.number_span.begin = whole.begin;
  return amount;
}

// 百分百.
std::optional<Amount> hundred_percent(std::string_view text, size_t pos, const FigureWords& words) {
  constexpr std::string_view kAll = "百分百";
  if (!goes_on(text, pos, kAll)) return std::nullopt;
  Part part;
  part.numeral.begin = static_cast<uint32_t>(pos);
  part.numeral.end = static_cast<uint32_t>(pos + kAll.size());
  part.numeral.number = Decimal(100);
  part.numeral.form.chinese = true;
  return percentage(pos, "%", part, words);
}

Amount half(size_t pos, size_t end) {
  Numeral numeral;
  numeral.form.chinese = true;
  Amount amount = started(pos, numeral, end);
  amount.found.kind = MentionKind::fraction;
  set_number(amount, Decimal(5).shifted(-1));
  return amount;
}

// What 半 goes with: 半年, 半个月, 半成; 半岛 and 半导体 are words.
bool takes_half(const UnitInfo& unit) {
  return unit.surface == "个" || unit.surface == "個" || unit.surface == "成" || unit.surface == "折" ||
         unit.surface == "打" || (unit.category == "time" && unit.surface != "日" && unit.surface != "周");
}

}  // namespace

std::optional<Amount> read_fraction(std::string_view text, const Numeral& numeral, const FigureWords& words) {
  const size_t begin = numeral.begin, end = numeral.end;
  if (end >= text.size()) return std::nullopt;
  if (text[end] == '/') return slashed(text, numeral, words);
  if (text[end] == ' ' && !numeral.form.chinese && !numeral.form.placed) return mixed(text, numeral, end + 1, words);
  if (goes_on(text, end, "半") && text.substr(begin, end - begin) == "一")
    return half(begin, end + (goes_on(text, end + 3, "半") ? 6 : 3));  // 一半半
  if (goes_on(text, end, "分百")) return hundred_percent(text, begin, words);
  if (goes_on(text, end, kOf)) return of_denominator(text, begin, numeral, std::nullopt, words);
  if (!goes_on(text, end, "又") || end + 3 >= text.size()) return std::nullopt;
  if (std::optional<Amount> amount = mixed(text, numeral, end + 3, words)) return amount;
  const std::optional<Numeral> denominator = read_numeral(text, end + 3, words.units);
  if (!denominator) return std::nullopt;
  return of_denominator(text, begin, *denominator, numeral.number, words);
}

std::optional<Amount> read_half(std::string_view text, size_t pos, const FigureWords& words) {
  const size_t end = pos + 3;
  if (goes_on(text, pos, "半百") && !is_han(character_at(text, end + 3))) {
    Amount fifty = half(pos, end + 3);
    fifty.found.kind = MentionKind::number;
    set_number(fifty, Decimal(50));
    return fifty;
  }
  const std::optional<UnitHit> hit = end < text.size() ? read_unit(text, end, words, false) : std::nullopt;
  if (!hit || hit->compound || !takes_half(*hit->info)) return std::nullopt;
  const std::string_view before = character_before(text, pos);
  if (before == "上" || before == "下" || before == "前" || before == "后" || before == "大") return std::nullopt;
  Amount amount = half(pos, hit->end);
  amount.unit = hit->info;
  amount.unit_begin = end;
  amount.found.kind = kind_of(hit->info);
  amount.found.number_span.end = static_cast<uint32_t>(end);
  append_unit(amount.found.figure.unit, text.substr(end, hit->end - end));
  const bool discount = hit->info->surface == "折";  // 半折 is 五折
  set_number(amount, Decimal(5).shifted(discount ? 0 : -1));
  return amount;
}

}  // namespace zhibiao
