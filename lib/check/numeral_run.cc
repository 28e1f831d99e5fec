#include "check/numeral_run.h"

#include "mention/glyph.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

// 京 and 垓 are other words nearly always.
bool is_big(const Glyph& glyph) {
  return glyph.kind == GlyphKind::place || (glyph.kind == GlyphKind::big && glyph.value <= 12);
}

bool is_chinese(const Glyph& glyph) {
  return glyph.kind == GlyphKind::digit || glyph.kind == GlyphKind::pair || glyph.kind == GlyphKind::tens ||
         is_big(glyph);
}

class Scan {
 public:
  Scan(std::string_view text, const FigureWords& words) : text_(text), words_(words) {}

  std::vector<NumeralRun> run() {
    while (byte_ < text_.size()) {
      const CodePoint point = code_point_at(text_, byte_);
      if (const size_t escape = escape_length())
        skip_ascii(escape);
      else if (is_digit(point.value))
        take_digits();
      else if (is_chinese(glyph_at(text_, byte_)))
        take_chinese();
      else
        step(point);
    }
    return std::move(out_);
  }

 private:
  // <U+00A0>: a character that an exporting program wrote out; 0 if there is none.
  size_t escape_length() const {
    constexpr size_t kLongest = 9;
    if (text_.substr(byte_, 3) != "<U+") return 0;
    const size_t close = text_.substr(byte_, kLongest).find('>');
    return close == std::string_view::npos ? 0 : close + 1;
  }

  void skip_ascii(size_t length) {
    byte_ += length;
    point_ += static_cast<uint32_t>(length);
  }

  void step(const CodePoint& point) {
    byte_ += point.length;
    ++point_;
  }

  bool digit_at(size_t byte) const { return byte < text_.size() && is_digit(code_point_at(text_, byte).value); }

  // A point between digits; a comma where exactly three digits follow.
  bool joins(const CodePoint& point) const {
    const size_t next = byte_ + point.length;
    if (point.value == '.' || point.value == U'．') return digit_at(next);
    return point.value == ',' && digit_at(next) && digit_at(next + 1) && digit_at(next + 2) && !digit_at(next + 3);
  }

  void take_digits() {
    const uint32_t begin = point_;
    while (byte_ < text_.size()) {
      const CodePoint point = code_point_at(text_, byte_);
      if (!is_digit(point.value) && !joins(point)) break;
      step(point);
    }
    while (byte_ < text_.size() && is_big(glyph_at(text_, byte_)) && !unit_at(byte_)) step(code_point_at(text_, byte_));
    out_.push_back({{begin, point_}, false});
  }

  // 千瓦, 百分点: the character belongs to the unit.
  bool unit_at(size_t byte) const {
    const Trie::Hit hit = words_.units.longest(text_, byte);
    return hit.length > code_point_at(text_, byte).length && info(hit).category != "none";
  }

  const UnitInfo& info(const Trie::Hit& hit) const { return words_.unit_info[static_cast<size_t>(hit.value)]; }

  void take_chinese() {
    const uint32_t begin = point_;
    const size_t first = byte_;
    if (is_big(glyph_at(text_, byte_)) && unit_at(byte_)) return step(code_point_at(text_, byte_));
    while (byte_ < text_.size() && is_chinese(glyph_at(text_, byte_))) {
      if (byte_ > first && is_big(glyph_at(text_, byte_)) && unit_at(byte_)) break;
      step(code_point_at(text_, byte_));
    }
    if (point_ - begin > 1 || lone_counts(first)) out_.push_back({{begin, point_}, true});
  }

  bool lone_counts(size_t byte) const {
    const Glyph glyph = glyph_at(text_, byte);
    const bool is_one = glyph.kind == GlyphKind::digit && glyph.value == 1;
    if (is_one || glyph.financial || byte_ >= text_.size()) return false;
    const Trie::Hit hit = words_.units.longest(text_, byte_);
    if (hit.length == 0 || info(hit).category == "none" || info(hit).digits_only) return false;
    return glyph.kind != GlyphKind::big || info(hit).counts || info(hit).category == "people";
  }

  std::string_view text_;
  const FigureWords& words_;
  std::vector<NumeralRun> out_;
  size_t byte_ = 0;
  uint32_t point_ = 0;
};

}  // namespace

std::vector<NumeralRun> numeral_runs(std::string_view text, const FigureWords& words) {
  return Scan(text, words).run();
}

}  // namespace zhibiao
