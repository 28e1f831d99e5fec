#include "segment/table_ordered.h"

#include <algorithm>

#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

using HeaderLines = std::vector<std::vector<std::string>>;
using Paths = std::vector<std::vector<std::string>>;

// 越秀区海珠区荔湾区: places that no space parts.
std::vector<std::string> places_in(std::string_view cell) {
  std::vector<std::string> places;
  for (size_t begin = 0, pos = 0; pos < cell.size();) {
    pos += utf8_length(cell[pos]);
    const std::string_view place = cell.substr(begin, pos - begin);
    if (place.size() > 15) return {};
    if (place.size() < 6 || !ends_with_any(place, {"区", "县", "市", "旗"})) continue;
    places.emplace_back(place);
    begin = pos;
    if (pos == cell.size()) return places;
  }
  return {};
}

// 项  目  合  计, evenly spaced, came as one cell.
std::vector<std::string> names_and_sum(const std::string& cell) {
  for (const std::string_view names : {"项目", "地区", "科目"})
    for (const std::string_view sum : {"合计", "总计", "小计", "金额"})
      if (cell.size() == names.size() + sum.size() && cell.starts_with(names) && cell.ends_with(sum))
        return {std::string(names), std::string(sum)};
  return {};
}

HeaderLines texts_of(std::string_view text, const std::vector<TableLine>& headers) {
  HeaderLines lines;
  for (const TableLine& header : headers) {
    lines.emplace_back();
    for (const TablePiece& piece : header.pieces) {
      const std::string cell = folded(piece.in(text));
      std::vector<std::string> places = places_in(cell);
      if (places.empty()) places = names_and_sum(cell);
      if (places.size() > 1)
        lines.back().insert(lines.back().end(), places.begin(), places.end());
      else
        lines.back().push_back(cell);
    }
  }
  return lines;
}

bool heads_names(std::string_view header) { return starts_with_any(header, {"项目", "地区", "科目", "指标"}); }

// The last lines that together have as many cells as there are columns; where the others end.
size_t innermost(HeaderLines& lines, size_t columns) {
  size_t line = lines.size(), cells = 0, widest = 0;
  while (line > 0 && cells < columns) {
    std::vector<std::string>& now = lines[--line];
    if (!now.empty() && heads_names(now.front())) now.erase(now.begin());
    cells += now.size();
    widest = std::max(widest, now.size());
  }
  const bool told = lines.size() - line == 1 || widest > 1;
  return cells == columns && told ? line : lines.size();
}

// 发行  发行  债券  债券期 | 金额  日期  利率  限(年): each cell goes on in the line below.
bool is_wrapped(const HeaderLines& lines, size_t columns) {
  return lines.size() < 3 &&
         std::all_of(lines.begin(), lines.end(), [&](const auto& l) { return l.size() == columns; });
}

// The innermost lines head the columns one by one, a line above adds to a line that has as many cells or a multiple of
// them; one of a single cell to the last line.
Paths counted_out(HeaderLines lines, size_t columns) {
  std::erase_if(lines, [](const auto& line) { return line.size() == 1 && heads_names(line.front()); });
  const size_t inner = innermost(lines, columns);
  Paths paths;
  for (size_t line = inner; line < lines.size() && lines.size() - inner > 1; ++line)
    if (lines[line].front().starts_with("其中")) return {};  // behind one of the line above, nobody knows which
  for (size_t line = inner; line < lines.size(); ++line) {
    const size_t begin = paths.size(), count = lines[line].size();
    for (const std::string& name : lines[line]) paths.push_back({name});
    for (size_t above = inner; above-- > 0 && count > 1;) {
      const size_t cells = lines[above].size();
      const bool spans = cells == 1 ? begin > 0 && line + 1 == lines.size() : cells > 1 && count % cells == 0;
      if (!spans) continue;
      for (size_t k = 0; k < count; ++k)
        paths[begin + k].insert(paths[begin + k].begin(), lines[above][k * cells / count]);
      break;
    }
  }
  return paths;
}

// Without the names' header, unless it is one of the columns'.
HeaderLines named(HeaderLines lines, bool all) {
  if (!all) std::erase_if(lines, [](const auto& line) { return line.size() == 1 && heads_names(line.front()); });
  for (auto& line : lines)
    if (!all && !line.empty() && heads_names(line.front())) line.erase(line.begin());
  return lines;
}

// 发行日期  债券种类  期限（年）  利率（%） over rows most of which have fewer names or figures only: names stand left
// of figures, each of which has a unit.
void add_names(TableGrid& grid, const std::vector<std::string>& heads) {
  const size_t columns = grid.columns.size();
  const auto is_text = [](const TableColumn& column) { return column.is_text; };
  const auto names =
      static_cast<size_t>(std::find_if_not(grid.columns.begin(), grid.columns.end(), is_text) - grid.columns.begin());
  if (columns == 0 || heads.size() <= columns) return;
  if (std::any_of(grid.columns.begin() + static_cast<std::ptrdiff_t>(names), grid.columns.end(), is_text)) return;
  const auto measured = [](const std::string& head) { return !unit_in_header(head).empty(); };
  const size_t left = heads.size() - (columns - names);
  const bool told = names == 0 || std::all_of(heads.begin() + static_cast<std::ptrdiff_t>(left), heads.end(), measured);
  if (told) grid.columns.insert(grid.columns.begin(), heads.size() - columns, TableColumn{true, 0, 0, {}});
}

// 项  目  越秀区海珠区荔湾区 | 机关事业单位人员基本养老保险政府资助项 | 目: behind a line that heads all columns the
// first row's name begins.
void drop_names(HeaderLines& lines, size_t figures) {
  const auto whole = [&](const auto& line) { return line.size() == figures + 1 && heads_names(line.front()); };
  if (figures < 2 || lines.empty() || !whole(lines.front())) return;
  while (lines.size() > 1 && lines.back().size() == 1 &&
         !contains_any(lines.back().front(), {"%", "％", "数", "额", "计", "比", "年"}))
    lines.pop_back();
}

}  // namespace

void set_ordered(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  HeaderLines lines = texts_of(text, headers);
  drop_names(lines, static_cast<size_t>(std::count_if(grid.columns.begin(), grid.columns.end(),
                                                      [](const TableColumn& column) { return !column.is_text; })));
  if (lines.size() == 1) add_names(grid, lines[0]);
  std::vector<size_t> figures, behind, all;  // columns: of figures, all but that of names
  for (size_t c = 0; c < grid.columns.size(); ++c) {
    if (!grid.columns[c].is_text) figures.push_back(c);
    if (c > 0 || !grid.columns[c].is_text) behind.push_back(c);
    all.push_back(c);
  }
  for (const std::vector<size_t>& columns : {figures, behind, all}) {
    const Paths paths = counted_out(lines, columns.size());
    if (paths.empty() || (columns != figures && !is_wrapped(named(lines, columns == all), columns.size()))) continue;
    for (size_t i = 0; i < columns.size(); ++i) grid.columns[columns[i]].path = paths[i];
    return;
  }
}

}  // namespace zhibiao
