#include "segment/paragraph.h"

#include <algorithm>
#include <array>

#include "segment/numbering.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kNarrowest = 30, kWidest = 160;

// Columns of a monospaced page: a Hanzi takes two, as its UTF-8 takes three bytes.
size_t columns(const TextLine& line) {
  const size_t bytes = line.end - line.start;
  return line.points + (bytes - line.points) / 2;
}

bool ends_open(std::string_view text, const TextLine& line) {
  const char32_t last = code_point_before(text, line.end).value;
  return std::u32string_view(U"。！？；：.!?;:”’）)】」").find(last) == std::u32string_view::npos;
}

bool continues_text(char32_t c) { return is_hanzi(c) || is_digit(c) || c == U'“' || c == U'《' || c == U'（'; }

// Rows of tables, drawn with spaces or marks, have lengths of their own.
bool is_spaced(std::string_view line) { return contains_any(line, {"   ", "\t", "|"}); }

// Also with half-width commas behind words; those of 107,428 do not count.
bool is_punctuated(std::string_view line) {
  for (size_t at = line.find(','); at != line.npos; at = line.find(',', at + 1)) {
    if (at > 0 && is_continuation(line[at - 1])) return true;
  }
  return contains_any(line, {"，", "、", "。", "；"});
}

bool is_running(std::string_view line) { return is_punctuated(line) && !is_spaced(line); }

// Hanzi, digits and spaces of several widths: how far a line may fall short of the others, in columns.
constexpr size_t kRagged = 10;

}  // namespace

size_t wrap_width(std::string_view text, const std::vector<TextLine>& lines) {
  std::array<size_t, kWidest + 1> open_lines{};
  size_t all = 0, most = 0;
  for (const TextLine& line : lines) {
    const size_t width = columns(line);
    if (width < kNarrowest || width > kWidest || !ends_open(text, line) || !is_running(line.in(text))) continue;
    ++open_lines[width];
    ++all;
  }
  for (size_t width = kNarrowest + 1; width <= kWidest; ++width) {
    if (open_lines[width] > open_lines[most]) most = width;
  }
  if (all < 5 || most == 0) return 0;
  size_t near = 0;
  for (size_t width = most > 6 ? most - 6 : 0; width <= std::min(kWidest, most + 6); ++width) near += open_lines[width];
  return near * 10 >= all * 7 ? most : 0;
}

bool carries_on(std::string_view text, const TextLine& line, const TextLine& next, size_t width) {
  if (next.after_blank || line.tail != line.end) return false;
  const char32_t first = code_point_at(text, next.start).value;
  const char32_t last = code_point_before(text, line.end).value;
  // …签订的《|关于香港问题的联合声明|》，和: a link stood there.
  if (std::u32string_view(U"，。、；：》”）,").find(first) != std::u32string_view::npos) return true;
  if (std::u32string_view(U"《“（").find(last) != std::u32string_view::npos) return true;
  if (width == 0 || !ends_open(text, line) || !continues_text(first)) return false;
  const std::string_view words = line.in(text), more = next.in(text);
  if (is_spaced(words) || is_spaced(more) || !(is_punctuated(words) || is_punctuated(more))) return false;
  return columns(line) + kRagged >= width && columns(line) <= width + kRagged &&
         numbering_of(next.in(text)).rank == Rank::none;
}

}  // namespace zhibiao
