#include "segment/glossary.h"

#include <algorithm>

#include "segment/numbering.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr int kLongestTerm = 40;

// [12] ［1］ 【3】, with or without a number behind that numbering_of knows.
size_t note_number(std::string_view line) {
  size_t pos = 0;
  const auto take = [&](std::u32string_view any) {
    if (pos >= line.size() || any.find(code_point_at(line, pos).value) == any.npos) return false;
    pos += code_point_at(line, pos).length;
    return true;
  };
  if (!take(U"[［【〔")) return 0;
  size_t digits = 0;
  while (digits < 4 && take(U"0123456789０１２３４５６７８９")) ++digits;
  return digits > 0 && take(U"]］】〕") ? pos : 0;
}

size_t number_length(std::string_view line) {
  const size_t note = note_number(line);
  return note > 0 ? note : numbering_of(line).length;
}

// The end of the definition that begins in lines[i].
size_t definition_end(std::string_view text, const std::vector<TextLine>& lines, size_t i, size_t last) {
  constexpr size_t kMostLines = 30;
  const size_t limit = std::min(last, i + kMostLines);
  size_t next = i + 1;
  while (next < limit && number_length(lines[next].in(text)) == 0) ++next;
  // Without a numbered entry to follow, what comes below may be anything.
  return next < limit && number_length(lines[i].in(text)) > 0 ? lines[next - 1].end : lines[i].end;
}

}  // namespace

std::optional<GlossaryEntry> glossary_entry(std::string_view text, const std::vector<TextLine>& lines, size_t i,
                                            size_t last) {
  const TextLine& line = lines[i];
  const size_t begin = line.start + number_length(line.in(text));
  size_t pos = begin;
  for (int points = 0; points <= kLongestTerm && pos < line.end; ++points) {
    const CodePoint point = code_point_at(text, pos);
    if (point.value == U'。' || point.value == U'；') return std::nullopt;
    if (point.value == U'：' || point.value == ':') {
      GlossaryEntry entry{begin, pos, pos + point.length, definition_end(text, lines, i, last)};
      trim(text, entry.term_begin, entry.term_end);
      // ［1］一降三减：|全年火灾起数总体下降…
      if (entry.definition_begin >= line.end && i + 1 < last) {
        entry.definition_end = std::max(entry.definition_end, lines[i + 1].end);
      }
      trim(text, entry.definition_begin, entry.definition_end);
      if (entry.term_begin == entry.term_end || entry.definition_begin == entry.definition_end) return std::nullopt;
      return entry;
    }
    pos += point.length;
  }
  return std::nullopt;
}

}  // namespace zhibiao
