#include "segment/close_row.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr uint32_t kLongestLine = 120;

// One space or no-break space between two; nothing where a gap is wider.
std::vector<TablePiece> words_of(std::string_view text, const TextLine& line) {
  std::vector<TablePiece> words;
  for (size_t begin = line.start; begin < line.end;) {
    const size_t end = std::min(text.find(' ', begin), line.end);
    if (end == begin) return {};
    TablePiece word;
    word.begin = begin, word.end = end;
    word.kind = kind_of_piece(word.in(text));
    words.push_back(word);
    begin = end + 1;
  }
  return words;
}

// 2025 年, 50 万元: the number goes with what stands behind it.
bool counts(std::string_view next) {
  return starts_with_any(next, {"年", "月", "日", "个", "万",   "亿", "元", "项", "户", "人", "次", "家",
                                "批", "号", "至", "级", "周岁", "岁", "名", "%",  "％", "、", "-"});
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c); });
}

// 201, 20103 and 2010301 of the classification of budgets; 1 to 999 of a list.
bool is_code(std::string_view word) {
  return is_number(word) && (word.size() <= 3 || word.size() == 5 || word.size() == 7);
}

bool begins_name(std::string_view word) {
  return is_hanzi_lead(word[0]) || starts_with_any(word, {"（", "(", "“", "“"});
}

bool has_prose_mark(std::string_view word) { return contains_any(word, {"，", "。", "；", "？", "！"}); }

}  // namespace

size_t CloseRow::figures() const {
  size_t found = 0;
  for (const CloseGroup& group : groups) found += group.figures.size();
  return found;
}

CloseRow close_row(std::string_view text, const TextLine& line) {
  if (line.points > kLongestLine || contains_any(line.in(text), {"|", "\t", "  "})) return {};
  std::vector<TablePiece> words = words_of(text, line);
  CloseRow row;
  size_t first = 0;
  if (words.size() > 1 && is_code(words[0].in(text)) && begins_name(words[1].in(text)) && !counts(words[1].in(text)))
    row.code = words[first++].in(text);
  for (size_t i = first; i < words.size(); ++i) {
    TablePiece& word = words[i];
    const bool next_counts =
        i + 1 < words.size() && counts(words[i + 1].in(text)) && words[i + 1].kind == PieceKind::text;
    const bool figure = (word.kind == PieceKind::figure && !next_counts) || word.kind == PieceKind::blank;
    if (figure) {
      if (row.groups.empty()) return {};
      row.groups.back().figures.push_back(word);
      continue;
    }
    if (row.groups.empty() || !row.groups.back().figures.empty()) row.groups.emplace_back();
    if (row.groups.size() == 1 && has_prose_mark(word.in(text))) return {};
    word.kind = PieceKind::text;
    row.groups.back().words.push_back(word);
  }
  return row;
}

}  // namespace zhibiao
