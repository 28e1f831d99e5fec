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

// The rows of the lines above or below, the nearest first, up to one that is too long for a row; empty lines are none.
std::vector<Row> rows_beside(std::string_view text, size_t begin, size_t end, bool below) {
  std::vector<Row> rows;
  for (size_t passed = 0; passed < kReach; ++passed) {
    if (below ? end >= text.size() : begin == 0) break;
    const size_t from = below ? end + 1 : begin - 1 - std::min(begin - 1, kLongestLine);
    std::string_view line = text.substr(from, below ? kLongestLine : begin - 1 - from);
    const size_t edge = below ? line.find('\n') : line.rfind('\n');
    if (edge == line.npos && line.size() == kLongestLine) break;
    if (edge != line.npos) line = below ? line.substr(0, edge) : line.substr(edge + 1);
    if (below)
      end += 1 + line.size();
    else
      begin -= 1 + line.size();
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
  const size_t reach = std::min<size_t>(bytes.begin, kLongestLine);
  const std::string_view before = text.substr(bytes.begin - reach, reach),
                         behind = text.substr(bytes.end, kLongestLine);
  const size_t first = before.rfind('\n'), last = std::min(behind.find('\n'), behind.size());
  if ((first == before.npos && reach == kLongestLine) || last == kLongestLine) return {};
  const size_t begin = first == before.npos ? bytes.begin - reach : bytes.begin - reach + first + 1;
  const size_t end = bytes.end + last;
  const size_t from = bytes.begin - std::min<size_t>(bytes.begin - begin, before.size() - 1 - before.rfind(' '));
  const size_t to = bytes.end + std::min(last, behind.find(' '));
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
