#include "text/fold.h"

#include <algorithm>

#include "text/fold_characters.h"
#include "text/fold_glyphs.h"
#include "text/traditional.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

// The view while it is being made. Each character is appended, then whatever it completes at the end (a gap closed up,
// a note mark, a number spelled apart) is reduced. So no reducible pattern is ever left behind, and folding twice is
// folding once; passes over the whole text, one a pattern, would leave what one pass makes for an earlier one.
class View : private Glyphs {
 public:
  View(std::string_view text, uint32_t origin) : Glyphs(text) {
    for (size_t pos = 0; pos < text.size(); ++origin) {
      CodePoint point = code_point_at(text, pos);
      pos += point.length;
      if (is_traditional(point.value)) {
        const char32_t next = pos < text.size() ? code_point_at(text, pos).value : 0;
        point.value = simplified(point.value, last(), next);
      }
      if (point.value == ' ') {
        push({' ', origin});
        last_space_ = size_;
      } else if (goes_on_plainly(point.value)) {
        push({point.value, origin});  // what append comes to
      } else {
        append(point.value, origin);
      }
    }
    join_thousands();
  }

  using Glyphs::folded;
  using Glyphs::text;

 private:
  static constexpr char32_t kLastSpace = 0x3000;
  static constexpr size_t kMostSpaces = 100;

  // Hanzi and most of ASCII where no space is near: there is nothing to close up and nothing that they complete.
  bool goes_on_plainly(char32_t c) const {
    if (c >= 0x4E00 && c <= 0x9FFF) return !is_space_near() || last() > kLastSpace;
    if (c >= 0x80 || !kPlain[c]) return false;
    const char32_t before = last();
    if (!is_space_near()) return before != 0xB7;
    return is_ascii_digit(c) && before > ' ' && before < 0x80;  // within a number
  }

  // No reduction looks for a space further back.
  bool is_space_near() const { return size_ < last_space_ + 5; }

  void append(char32_t raw, uint32_t at) {
    if (is_invisible(raw)) return;
    if (raw == '\f') return drop_page_foot(true);
    const char32_t c = narrow(raw);
    const bool space = is_space(c);
    if (!space && is_space_near()) settle(c);
    push({c, at});
    if (space) last_space_ = size_;
    if (c < 0x80 || c > kLastSpace) reduce_tail(c);
  }

  // Before c, which is no space, is appended: closes the gap in front of it, and numbers that it ends.
  void settle(char32_t c) {
    if (is_line_break(back(1))) drop_page_foot(false);
    if (back(1) == ' ') drop_inner_page_foot();
    const bool spaced = is_space(back(1));
    close_gap(c);
    if (is_cjk(c) || ((c == '%' || c == 0x2030) && spaced))
      join_spelled_digits();  // 增长1 1 ％; but 3 5% are two cells
    if (!is_ascii_digit(c)) join_thousands();
  }

  // 政 府 → 政府, 39.8 万亿 → 39.8万亿: up to two spaces and two line breaks (pages of double-spaced lines).
  void close_gap(char32_t c) {
    size_t first = 1;
    while (first <= 40 && is_space(back(first)) && !is_line_break(back(first))) ++first;
    if (!is_line_break(back(first))) first = 1;  // else the spaces indent the next line
    size_t spaces = 0, breaks = 0, k = first;
    for (; is_space(back(k)); ++k) {
      if (!is_line_break(back(k))) {
        ++spaces;
      } else if (!(k > 1 && back(k) == '\r' && back(k - 1) == '\n')) {
        ++breaks;
      }
      if (spaces > 2 || breaks > 2) return;
    }
    const bool index = breaks > 0 && spaces + first == 1 && is_ascii_digit(c) && is_letter(back(k));  // M|2, PM|2.5
    if (k == 1 || !(index || may_close_up(back(k), c))) return;
    size_ -= k - 1;
    if (breaks > 0) closed_ = size_;
  }

  // 预算支|— 8 —|出, and where the page ends 收|18\n\f|入总计, 收|第 18 页\n\f|入总计: a page's number, in a line of
  // its own, between two lines of a sentence. One break stays.
  void drop_page_foot(bool page_ends) {
    const size_t foot = page_foot(page_ends);
    if (foot == 0) return;
    size_t before = foot + 1;
    while (before < foot + kMostSpaces && is_space(back(before)) && !is_line_break(back(before))) ++before;
    if (!is_line_break(back(before)) && size_ - foot != closed_) return;
    const uint32_t at = glyphs_[size_ - foot].at;
    for (size_ -= foot; is_space(back(1));) --size_;
    push({'\n', at});
    last_space_ = size_;
  }

  // How many glyphs from the end the page's number begins; 0: there is none.
  size_t page_foot(bool page_ends) const {
    constexpr size_t kMostDigits = 4;
    size_t k = spaces_from(1);
    const bool dashes = is_dash(back(k));
    if (!dashes && !page_ends) return 0;
    if (dashes || back(k) == U'页') k = spaces_from(k + 1);
    const size_t digits = k;
    while (k < digits + kMostDigits && is_ascii_digit(back(k))) ++k;
    if (k == digits || (!dashes && k - digits == kMostDigits)) return 0;  // 2025, alone: a year
    const size_t open = spaces_from(k);
    if (dashes) return is_dash(back(open)) ? open : 0;
    return back(open) == U'第' ? open : k - 1;
  }

  // Not past more of them than a page's number has around it: line breaks written out as \n each come here.
  size_t spaces_from(size_t k) const {
    for (const size_t end = k + kMostSpaces; k < end && is_space(back(k));) ++k;
    return k;
  }

  static bool is_dash(char32_t c) { return c == '-' || c == 0x2013 || c == 0x2014; }

  // 覆盖率|—14— |99.91%: where pages were joined into one line.
  void drop_inner_page_foot() {
    constexpr char32_t kDash = 0x2014;
    size_t k = 3;
    if (back(2) != kDash) return;
    while (k < 6 && is_ascii_digit(back(k))) ++k;
    if (k == 3 || back(k) != kDash || !(is_space(back(k + 1)) || is_cjk(back(k + 1)))) return;
    const Glyph space = glyphs_[size_ - 1];
    size_ -= k;
    push(space);
  }

  // 1 9 9 3|年 → 1993年, 1 5 ．3|％ → 15.3%: pieces of one digit each.
  void join_spelled_digits() {
    size_t k = 1, digits = 0, spaces = 0, points = 0;
    for (bool glued = false;; ++k) {
      const char32_t c = back(k);
      if (is_ascii_digit(c)) {
        if (glued) return;  // two digits side by side: a number of its own
        ++digits;
        glued = true;
      } else if (c == '.' && digits > 0 && ++points == 1) {
        glued = false;
      } else if (c == ' ' && (glued || back(k - 1) == '.') && !is_space(back(k + 1))) {
        ++spaces;
        glued = false;
      } else {
        break;
      }
    }
    while (k > 1 && !is_ascii_digit(back(k - 1))) --k;  // what led up to the first piece is no part of it
    const char32_t before = back(k);
    if (digits < 2 || spaces == 0 || before == '.' || before == ',') return;
    erase_spaces(k - 1);
  }

  // 1 234 567 → 1234567.
  void join_thousands() {
    size_t k = 1, groups = 0;
    const auto three = [&] {
      return is_ascii_digit(back(k)) && is_ascii_digit(back(k + 1)) && is_ascii_digit(back(k + 2));
    };
    while (three() && back(k + 3) == ' ') {
      ++groups;
      k += 4;
    }
    if (groups == 0) return;
    size_t digits = 0;
    while (digits < 4 && is_ascii_digit(back(k))) ++digits, ++k;
    const char32_t before = back(k);
    if (digits < 1 || digits > 3 || back(k - 1) == '0' || is_space(before) || before == '.' || before == ',') return;
    erase_spaces(k - 1);
  }

  // Erases the spaces among the last `count` glyphs.
  void erase_spaces(size_t count) {
    Glyph* end = glyphs_.get() + size_;
    end = std::remove_if(end - count, end, [](const Glyph& glyph) { return is_space(glyph.c); });
    size_ = static_cast<size_t>(end - glyphs_.get());
  }

  void reduce_tail(char32_t c) {
    if (is_ascii_digit(c)) {
      if (back(2) == 0xB7 && is_ascii_digit(back(3))) glyphs_[size_ - 2].c = '.';
      return;
    }
    switch (c) {
      case ']':
      case 0xFF3D:
      case 0x3011:
      case 0x3015:
        return drop_note_mark(c);
      case ')':
        return drop_reading();
      case ';':
        return replace_tail(U"&nbsp;", ' ');
      case '>':
        return replace_tail(U"<U+00A0>", ' ');
      case 'r':
        return replace_tail(U"\\r", '\r');
      case 'n':
        return replace_tail(U"\\n", '\n');
      default:
        return;
    }
  }

  // 地区生产总值[2] → 地区生产总值.
  void drop_note_mark(char32_t close) {
    const char32_t open = close == ']' ? '[' : close == 0xFF3D ? 0xFF3B : close - 1;
    size_t k = 2;
    while (k < 4 && is_ascii_digit(back(k))) ++k;
    if (k == 2 || back(k) != open || !(is_cjk(back(k + 1)) || back(k + 1) == '%')) return;
    size_ -= k;
  }

  // 业(yè) → 业: a reading that a converter put behind a character.
  void drop_reading() {
    constexpr size_t kLongest = 6;  // zhuang
    size_t k = 2;
    bool toned = false;
    for (; k < 2 + kLongest && (is_letter(back(k)) || is_toned(back(k))); ++k) toned |= is_toned(back(k));
    if (toned && back(k) == '(' && is_hanzi(back(k + 1))) size_ -= k;
  }

  // White space written out by a program that exported the text: "&nbsp;", "\r\n".
  void replace_tail(std::u32string_view written, char32_t space) {
    for (size_t k = 0; k < written.size(); ++k) {
      if (back(k + 1) != written[written.size() - 1 - k]) return;
    }
    size_ -= written.size() - 1;
    glyphs_[size_ - 1].c = space;
    last_space_ = size_;
  }

  size_t closed_ = SIZE_MAX;  // how many there were when a line break was last closed up
  size_t last_space_ = 0;     // how many glyphs there were when a space was last appended
};

Folded verbatim(std::string_view text, uint32_t origin) {
  Folded folded{std::string(text), {}};
  folded.at.resize(text.size());
  uint32_t* out = folded.at.data();
  uint32_t at = origin - 1;
  for (size_t i = 0; i < text.size(); ++i) out[i] = at += !is_continuation(text[i]);
  return folded;
}

}  // namespace

Folded fold(std::string_view text, uint32_t origin) {
  if (!needs_folding(text)) return verbatim(text, origin);
  return View(text, origin).folded();
}

std::string folded(std::string_view text) { return needs_folding(text) ? View(text, 0).text() : std::string(text); }

FoldedView::FoldedView(std::string_view text) : text_(text), folds_(needs_folding(text)) {
  if (folds_) own_ = View(text, 0).text();
}

uint32_t Folded::byte_at(uint32_t point) const {
  return static_cast<uint32_t>(std::lower_bound(at.begin(), at.end(), point) - at.begin());
}

}  // namespace zhibiao
