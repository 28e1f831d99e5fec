#include "mention/numeral.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "mention/glyph.h"
#include "mention/scale.h"
#include "mention/sum.h"

namespace zhibiao {
namespace {

// 1,234,567 and 82，225.00: groups of three from the second on.
size_t arabic_end(std::string_view text, size_t pos) {
  size_t end = pos;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  if (end - pos > 3) return end;
  while (end < text.size()) {
    const size_t comma = text[end] == ',' ? 1 : goes_on(text, end, "，") ? 3 : 0;
    size_t digits = end + comma;
    while (digits < text.size() && digits < end + comma + 4 && is_ascii_digit(text[digits])) ++digits;
    if (comma == 0 || digits - end - comma != 3) break;
    end = digits;
  }
  return end;
}

size_t fraction_end(std::string_view text, size_t end) {
  if (end + 1 >= text.size() || text[end] != '.' || !is_ascii_digit(text[end + 1])) return end;
  ++end;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return end;
}

class NumeralReader {
 public:
  NumeralReader(std::string_view text, size_t pos, const Trie& units) : text_(text), units_(units), begin_(pos) {}

  std::optional<Numeral> read() {
    const Glyph first = glyph_at(text_, begin_);
    if (first.kind == GlyphKind::arabic || fraction_end(text_, begin_) > begin_) {
      const std::optional<Numeral> scaled = read_arabic();
      if (!scaled || scaled->form.decimal || !scaled->form.placed || !digit_at(scaled->end)) return scaled;
    }
    return read_sum();
  }

 private:
  bool digit_at(size_t pos) const {
    if (pos >= text_.size()) return false;
    const GlyphKind kind = glyph_at(text_, pos).kind;
    return kind == GlyphKind::arabic || kind == GlyphKind::digit;
  }

  // A place or multiplier at `pos` that no unit begins with: 千 of 5千, not of 5千克.
  Glyph scale_at(size_t pos) const {
    if (pos >= text_.size()) return {};
    const Glyph glyph = glyph_at(text_, pos);
    if (glyph.kind != GlyphKind::place && glyph.kind != GlyphKind::big) return {};
    if (glyph.value >= 16) return {};
    return units_.longest(text_, pos).length > glyph.length ? Glyph{} : glyph;
  }

  // 3.5, 1,234.5万, 3千, 1.2千万: a figure and what it is multiplied by.
  std::optional<Numeral> read_arabic() {
    const size_t whole = arabic_end(text_, begin_);
    const size_t end = fraction_end(text_, whole);
    std::string joined;  // what is written with a comma or without its 0
    std::string_view digits = text_.substr(begin_, end - begin_);
    if (whole == begin_ || digits.find(',') != digits.npos || digits.find('\xEF') != digits.npos) {
      if (whole == begin_) joined = "0";
      std::copy_if(digits.begin(), digits.end(), std::back_inserter(joined),
                   [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)) || c == '.'; });
      digits = joined;
    }
    if (digits.size() > kMaxNumeralDigits) return std::nullopt;
    Numeral out = started(end);
    out.form.digit = true;
    out.form.decimal = end > whole;
    out.form.characters = static_cast<uint32_t>(digits.size());
    out.number = *Decimal::parse(digits);
    const std::optional<Scaled> multiplied = read_scale(text_, end, out.number);
    if (!multiplied) return scaled(std::move(out));
    out.number = multiplied->number;
    out.end = out.multiplier = static_cast<uint32_t>(multiplied->end);
    return scaled(std::move(out));
  }

  Numeral started(size_t end) const {
    Numeral out;
    out.begin = static_cast<uint32_t>(begin_);
    out.end = out.multiplier = static_cast<uint32_t>(end);
    return out;
  }

  // Takes the places and multipliers that follow: 万亿, 千万, 百.
  Numeral scaled(Numeral out) const {
    int shift = 0;
    for (Glyph glyph = scale_at(out.end); glyph.kind != GlyphKind::none; glyph = scale_at(out.end)) {
      out.end += glyph.length;
      shift += glyph.value;
      if (shift > 32) break;
      out.form.placed = true;
      out.form.financial |= glyph.financial;
      ++out.form.characters;
      if (glyph.kind == GlyphKind::big) {
        out.power += glyph.value;
      } else {
        out.form.chinese = true;
        out.power = 0;
        out.multiplier = out.end;
      }
    }
    if (shift > 0) out.number = out.number.shifted(shift);
    return out;
  }

  std::optional<Numeral> read_sum() {
    const NumeralSum low = sum_numeral(text_, begin_, units_, 0);
    if (low.end == begin_) return std::nullopt;
    Numeral out = started(low.end);
    out.form = low.form;
    out.number = *Decimal::parse(low.digits());
    out.power = low.power;
    out.multiplier = static_cast<uint32_t>(low.multiplier);
    if (low.pair) out.high = *Decimal::parse(sum_numeral(text_, begin_, units_, 1).digits());
    if (low.pair) return out;
    return with_fraction(std::move(out));
  }

  // 六点六, 九点五亿, 一百点123; not 八点三十 (a time).
  Numeral with_fraction(Numeral out) const {
    if (out.end >= text_.size() || glyph_at(text_, out.end).kind != GlyphKind::point) return out;
    std::string fraction;
    size_t end = out.end + 3;
    for (; digit_at(end); end += glyph_at(text_, end).length) {
      fraction += static_cast<char>('0' + glyph_at(text_, end).value);
    }
    if (fraction.empty() || fraction.size() > kMaxNumeralDigits) return out;
    if (scale_at(end).kind == GlyphKind::place && scale_at(end).value == 1) return out;
    out.number = out.number + Decimal::parse(fraction)->shifted(-static_cast<int>(fraction.size()));
    out.form.decimal = out.form.digit = true;
    out.form.characters += 1 + static_cast<uint32_t>(fraction.size());
    out.end = out.multiplier = static_cast<uint32_t>(end);
    out.power = 0;
    return scaled(std::move(out));
  }

  std::string_view text_;
  const Trie& units_;
  size_t begin_;
};

}  // namespace

std::optional<Numeral> read_numeral(std::string_view text, size_t pos, const Trie& units) {
  return NumeralReader(text, pos, units).read();
}

size_t digits_end(std::string_view text, size_t pos) {
  while (pos < text.size()) {
    const Glyph glyph = glyph_at(text, pos);
    if (glyph.kind != GlyphKind::arabic && glyph.kind != GlyphKind::digit) break;
    pos += glyph.length;
  }
  return pos;
}

}  // namespace zhibiao
