#include "check/audit_cells.h"

#include <algorithm>
#include <map>
#include <vector>

#include "check/run_in_line.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kLongestLine = 1000, kReach = 12, kSeveral = 3;

// 1,234.5, -2.6%, —: a cell of figures.
bool is_figure(std::string_view word) {
  if (word == "-" || word == "—" || word == "×") return true;
  if (word.starts_with('-')) word.remove_prefix(1);
  if (word.ends_with('%')) word.remove_suffix(1);
  return !word.empty() && is_ascii_digit(static_cast<unsigned char>(word[0])) &&
         word.find_first_not_of("0123456789.,") == word.npos;
}

struct Row {
  size_t figures = 0, others = 0;
  bool laid_out = false;  // its cells have places
};

Row row_of(std::string_view line) {
  constexpr size_t kWide = 4;
  Row row;
  row.laid_out = line.size() > kLongestLine || contains_any(line, {"\t", "|", "│", "。"});
  for (size_t pos = line.find_first_not_of(' '); pos < line.size();) {
    const size_t end = std::min(line.find(' ', pos), line.size());
    ++(is_figure(line.substr(pos, end - pos)) ? row.figures : row.others);
    const size_t next = std::min(line.find_first_not_of(' ', end), line.size());
    row.laid_out = row.laid_out || (next < line.size() && next - end >= kWide);
    pos = next;
  }
  return row;
}

// The rows of the lines above or below, the nearest first; empty lines are none.
std::vector<Row> rows_beside(std::string_view text, size_t begin, size_t end, bool below) {
  std::vector<Row> rows;
  for (size_t passed = 0; passed < kReach; ++passed) {
    std::string_view line;
    if (below) {
      if (end >= text.size()) break;
      const size_t stop = std::min(text.find('\n', end + 1), text.size());
      line = text.substr(end + 1, stop - end - 1);
      end = stop;
    } else {
      if (begin == 0) break;
      const size_t before = begin < 2 ? text.npos : text.rfind('\n', begin - 2);
      const size_t start = before == text.npos ? 0 : before + 1;
      line = text.substr(start, begin - 1 - start);
      begin = start;
    }
    if (const Row row = row_of(line); row.figures + row.others > 0) rows.push_back(row);
  }
  return rows;
}

bool nameless(const Row& row) { return row.figures > 0 && row.others == 0; }

// As many figures as at least two rows have.
size_t columns_of(const std::vector<Row>& rows) {
  std::map<size_t, size_t> widths;
  for (const Row& row : rows)
    if (!row.laid_out) ++widths[row.figures];
  for (auto width = widths.rbegin(); width != widths.rend(); ++width)
    if (width->second > 1) return width->first;
  return 0;
}

}  // namespace

std::string_view undecided_cell(std::string_view text, ByteSpan bytes, bool in_table) {
  const size_t before = bytes.begin == 0 ? text.npos : text.rfind('\n', bytes.begin - 1);
  const size_t begin = before == text.npos ? 0 : before + 1, end = std::min(text.find('\n', bytes.end), text.size());
  if (end - begin > kLongestLine) return {};
  const size_t left = bytes.begin == begin ? begin : text.find_last_of(' ', bytes.begin - 1) + 1;
  const size_t from = std::max(begin, left), to = std::min(text.find_first_of(" \n", bytes.end), text.size());
  const Row row = row_of(text.substr(begin, end - begin));
  if (row.laid_out || !is_figure(without_space(text.substr(from, to - from)))) return {};
  const std::vector<Row> above = rows_beside(text, begin, end, false), below = rows_beside(text, begin, end, true);
  if (!in_table && (!nameless(row) || row.figures < kSeveral)) return {};
  if (nameless(row))
    return (!above.empty() && nameless(above.front())) || (!below.empty() && nameless(below.front()))
               ? "no name in the row"
               : std::string_view();
  std::vector<Row> all = above;
  all.insert(all.end(), below.begin(), below.end());
  return row.figures < columns_of(all) ? "cells are missing" : std::string_view();
}

}  // namespace zhibiao
