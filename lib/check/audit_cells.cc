#include "check/audit_cells.h"

#include <algorithm>
#include <map>
#include <vector>

#include "check/line_near.h"
#include "check/run_in_line.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kLongestRow = 1000, kReach = 12, kSeveral = 3;

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
  row.laid_out = contains_any(line, {"\t", "|", "│", "。"});
  for (size_t pos = line.find_first_not_of(' '); pos < line.size();) {
    const size_t end = std::min(line.find(' ', pos), line.size());
    ++(is_figure(line.substr(pos, end - pos)) ? row.figures : row.others);
    const size_t next = std::min(line.find_first_not_of(' ', end), line.size());
    row.laid_out = row.laid_out || (next < line.size() && next - end >= kWide);
    pos = next;
  }
  return row;
}

// The rows above or below, the nearest first, up to a line that is too long for one.
std::vector<Row> rows_beside(std::string_view text, ByteSpan line, bool below) {
  std::vector<Row> rows;
  while (rows.size() < kReach) {
    line = next_line(text, line, below);
    if (line.empty() || line.end - line.begin > kLongestRow) break;
    rows.push_back(row_of(text.substr(line.begin, line.end - line.begin)));
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
  const ByteSpan line = line_at(text, bytes.begin);
  if (line.end - line.begin > kLongestRow) return {};
  const std::string_view view = text.substr(line.begin, line.end - line.begin);
  const size_t begin = bytes.begin - line.begin, from = begin == 0 ? 0 : view.rfind(' ', begin - 1) + 1;
  const size_t to = std::min(view.find(' ', bytes.end - line.begin), view.size());
  const Row row = row_of(view);
  if (row.laid_out || !is_figure(without_space(view.substr(from, to - from)))) return {};
  if (!in_table && (!nameless(row) || row.figures < kSeveral)) return {};
  std::vector<Row> rows = rows_beside(text, line, false);
  const std::vector<Row> below = rows_beside(text, line, true);
  if (nameless(row)) {
    const bool beside = (!rows.empty() && nameless(rows.front())) || (!below.empty() && nameless(below.front()));
    return beside ? "no name in the row" : "";
  }
  rows.insert(rows.end(), below.begin(), below.end());
  return row.figures < columns_of(rows) ? "cells are missing" : "";
}

}  // namespace zhibiao
