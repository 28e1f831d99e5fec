#include "segment/paragraph.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "segment/numbering.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kNarrowest = 30, kWidest = 160;

// The spaces of 关  于  济  南  市, a dump of justified text; 0 of other lines, which hold few lone Hanzi.
size_t spaces_between_letters(std::string_view line) {
  constexpr size_t kHanzi = 3, kFew = 5;
  if (!contains(line, "  ")) return 0;
  size_t spaces = 0, gaps = 0, hanzi = 0;
  for (size_t pos = 0; pos < line.size(); pos += utf8_length(line[pos])) {
    const bool space = line[pos] == ' ';
    spaces += space;
    gaps += space && pos >= kHanzi && line[pos - 1] != ' ' && is_continuation(line[pos - 1]);
    hanzi += utf8_length(line[pos]) == kHanzi;
  }
  return gaps > kFew && gaps * 3 > hanzi * 2 ? spaces : 0;
}

// Columns of a monospaced page: a Hanzi takes two, as its UTF-8 takes three bytes.
size_t columns(std::string_view text, const TextLine& line) {
  const size_t bytes = line.end - line.start;
  return line.points + (bytes - line.points) / 2 - spaces_between_letters(line.in(text));
}

bool ends_open(std::string_view text, const TextLine& line) {
  const char32_t last = code_point_before(text, line.end).value;
  return std::u32string_view(U"。！？；：.!?;:”’）)】」").find(last) == std::u32string_view::npos;
}

bool continues_text(char32_t c) { return is_hanzi(c) || is_digit(c) || c == U'“' || c == U'《' || c == U'（'; }

// Rows of tables, drawn with spaces or marks, have lengths of their own.
bool is_spaced(std::string_view line) { return contains_any(line, {"   ", "\t", "|"}); }

// 六、农林水支出  930  11: a row that its numbering makes look punctuated.
bool may_be_row(std::string_view line) {
  return is_spaced(line) || (contains(line, "  ") && spaces_between_letters(line) == 0);
}

// Eight bytes of ASCII without a comma.
bool is_plain(const char* bytes) {
  constexpr uint64_t kOnes = 0x0101010101010101, kTops = 0x80 * kOnes;
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  const uint64_t commas = word ^ (',' * kOnes);
  return ((word | ((commas - kOnes) & ~commas)) & kTops) == 0;
}

// ，、。； or a half-width comma behind a word; those of 107,428 do not count.
bool is_punctuated(std::string_view line) {
  for (size_t at = behind_hanzi(line, 0); at < line.size(); at = behind_hanzi(line, at + utf8_length(line[at]))) {
    while (at + 8 <= line.size() && is_plain(line.data() + at)) at += 8;
    if (at == line.size()) break;
    if (line[at] == ',' && at > 0 && is_continuation(line[at - 1])) return true;
    if (line[at] != '\xE3' && line[at] != '\xEF') continue;
    const std::string_view mark = line.substr(at, 3);
    if (mark == "，" || mark == "、" || mark == "。" || mark == "；") return true;
  }
  return false;
}

// Hanzi, digits and spaces of several widths: how far a line may fall short of the others, in columns.
constexpr size_t kRagged = 10;

bool is_invisible(std::string_view line) { return line == "\u200B" || line == "\uFEFF"; }

// PM|2.5|）, M|2|和: a page set the figure lower, and its own line.
bool is_index(std::string_view text, const TextLine& line) {
  constexpr uint32_t kLongest = 3;
  return line.points <= kLongest && is_ascii_digit(static_cast<unsigned char>(text[line.start])) &&
         is_ascii_digit(static_cast<unsigned char>(text[line.end - 1]));
}

bool ends_in_letter(std::string_view text, const TextLine& line) {
  const char last = text[line.end - 1];
  return (last >= 'A' && last <= 'Z') || (last >= 'a' && last <= 'z');
}

// A break in the middle of a sentence that the page's markup left.
bool torn(std::string_view text, const std::vector<TextLine>& lines, size_t i) {
  const TextLine &line = lines[i], &next = lines[i + 1];
  if (is_invisible(next.in(text))) return ends_open(text, line) && i + 2 < lines.size() && !lines[i + 2].after_blank;
  if (i == 0 || line.after_blank) return false;
  if (is_invisible(line.in(text))) return ends_open(text, lines[i - 1]);
  return is_index(text, line) && ends_in_letter(text, lines[i - 1]);
}

bool carries_on(std::string_view text, const TextLine& line, const TextLine& next, size_t width) {
  const char32_t first = code_point_at(text, next.start).value;
  const char32_t last = code_point_before(text, line.end).value;
  // …签订的《|关于香港问题的联合声明|》，和: a link stood there.
  if (std::u32string_view(U"，。、；：》”）,").find(first) != std::u32string_view::npos) return true;
  if (std::u32string_view(U"《“（").find(last) != std::u32string_view::npos) return true;
  if (is_index(text, next) && ends_in_letter(text, line)) return true;
  if (width == 0 || !ends_open(text, line) || !continues_text(first)) return false;
  const std::string_view words = line.in(text), more = next.in(text);
  if (is_spaced(words) || is_spaced(more) || !(is_punctuated(words) || is_punctuated(more))) return false;
  const size_t own = columns(text, line);
  return own + kRagged >= width && own <= width + kRagged && numbering_of(next.in(text)).rank == Rank::none;
}

// Every line of the page is its own block: the line is full, the next one starts at the margin.
bool double_spaced(std::string_view text, const std::vector<TextLine>& lines, size_t i, size_t width) {
  const TextLine &line = lines[i], &next = lines[i + 1];
  const bool at_margin = next.begin == 0 || is_line_break(static_cast<unsigned char>(text[next.begin - 1]));
  return width != 0 && at_margin && is_punctuated(line.in(text)) && (i == 0 || line.after_blank);
}

bool page_ends(std::string_view text, const TextLine& line, const TextLine& next) {
  return next.after_blank && text.substr(line.tail, next.begin - line.tail).find('\f') != text.npos;
}

// — 8 —, -12-.
bool is_number_in_dashes(std::string_view line) {
  size_t dashes = 0, digits = 0;
  for (size_t pos = 0; pos < line.size();) {
    const CodePoint point = code_point_at(line, pos);
    const bool dash = point.value == '-' || point.value == 0x2013 || point.value == 0x2014;
    if (!dash && !is_ascii_digit(point.value) && !is_space(point.value)) return false;
    if (dash && (pos == 0) != (dashes == 0)) return false;
    dashes += dash;
    digits += is_ascii_digit(point.value);
    pos += point.length;
  }
  return dashes == 2 && digits > 0 && digits < 5;
}

// Digits, 第 18 页; 2025 may be a year.
bool is_page_number(std::string_view line) {
  if (line.starts_with("第") && line.ends_with("页")) line = line.substr(3, line.size() - 6);
  size_t digits = 0;
  for (const char c : line) {
    if (c != ' ' && !is_ascii_digit(static_cast<unsigned char>(c))) return false;
    digits += c != ' ';
  }
  return digits > 0 && digits < 4;
}

// The foot of a page: a number in dashes, or one right before the page ends.
bool is_page_foot(std::string_view text, const TextLine& line, const TextLine& next) {
  return is_number_in_dashes(line.in(text)) || (page_ends(text, line, next) && is_page_number(line.in(text)));
}

// How many lines of a width end without a mark, as wrapped ones do.
class OpenLines {
 public:
  void see(std::string_view text, const TextLine& line) {
    const size_t widest = line.points + (line.end - line.start - line.points) / 2;
    if (widest < kNarrowest || !ends_open(text, line) || !is_punctuated(line.in(text))) return;
    const size_t width = columns(text, line);
    if (width < kNarrowest || width > kWidest || may_be_row(line.in(text))) return;
    ++of_width_[width];
    ++all_;
  }

  void add(const OpenLines& more) {
    if (more.all_ == 0) return;
    for (size_t width = kNarrowest; width <= kWidest; ++width) of_width_[width] += more.of_width_[width];
    all_ += more.all_;
  }

  // The width of most; 0 where they are few or of many widths.
  size_t width() const {
    if (all_ < 5) return 0;
    size_t most = kNarrowest, near = 0;
    for (size_t width = kNarrowest + 1; width <= kWidest; ++width)
      if (of_width_[width] > of_width_[most]) most = width;
    for (size_t width = most - 6; width <= std::min(kWidest, most + 6); ++width) near += of_width_[width];
    return near * 10 >= all_ * 7 ? most : 0;
  }

 private:
  std::array<uint32_t, kWidest + 1> of_width_{};
  size_t all_ = 0;
};

}  // namespace

std::vector<uint8_t> wrap_widths(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<uint8_t> widths(lines.size());
  OpenLines all, page;
  size_t page_begin = 0;
  const auto end_page = [&](size_t end) {
    std::fill(widths.begin() + page_begin, widths.begin() + end, static_cast<uint8_t>(page.width()));
    all.add(page);
    page = {};
    page_begin = end;
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && page_ends(text, lines[i - 1], lines[i])) end_page(i);
    page.see(text, lines[i]);
  }
  end_page(lines.size());
  auto usual = static_cast<uint8_t>(all.width());
  const bool varies = usual == 0;
  for (uint8_t& width : widths) {
    if (width == 0) width = usual;
    if (varies) usual = width;  // that of the page before
  }
  return widths;
}

size_t lines_to_next_piece(std::string_view text, const std::vector<TextLine>& lines, size_t i, size_t width) {
  if (i + 1 >= lines.size() || lines[i].tail != lines[i].end) return 0;
  const TextLine &line = lines[i], &next = lines[i + 1];
  if (width != 0 && i + 2 < lines.size() && is_page_foot(text, next, lines[i + 2]))
    return next.tail == next.end && ends_open(text, line) && carries_on(text, line, lines[i + 2], width) ? 2 : 0;
  if (next.after_blank && !page_ends(text, line, next) && !double_spaced(text, lines, i, width)) return 0;
  if (next.after_blank) return width != 0 && carries_on(text, line, next, width) ? 1 : 0;
  return torn(text, lines, i) || carries_on(text, line, next, width) ? 1 : 0;
}

}  // namespace zhibiao
