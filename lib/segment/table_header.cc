// What stands over each column: headers that span columns and headers of several lines.
#include <algorithm>

#include "segment/table_grid.h"
#include "segment/table_ordered.h"
#include "segment/table_over.h"
#include "segment/table_parted.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// 项目 | 2025年预算数 | (empty) | 快报数: an empty cell is under the one to its left, or below the one above it.
void set_counted(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  std::vector<bool> own(grid.columns.size(), false);  // the column had a header of its own in the line above
  bool first = true;
  for (const TableLine& line : headers) {
    std::string left;
    std::vector<bool> now(grid.columns.size(), false);
    for (size_t c = 0; c < grid.columns.size(); ++c) {
      const bool filled = c < line.pieces.size() && line.pieces[c].kind != PieceKind::empty;
      std::vector<std::string>& path = grid.columns[c].path;
      if (filled) {
        left = folded(line.pieces[c].in(text));
        now[c] = true;
      } else if (c < line.pieces.size() && !first && own[c]) {
        now[c] = true;
        left.clear();
      }
      const bool inherits = !filled && !now[c] && !grid.columns[c].is_text && c < line.pieces.size();
      if ((filled || inherits) && !left.empty() && (path.empty() || path.back() != left)) path.push_back(left);
    }
    own = std::move(now);
    first = false;
  }
}

}  // namespace

// 出口额 | 比上年增长 | 进口额 | 比上年增长: of two columns of one name each goes with what stands before it.
static void part_doubles(TableGrid& grid) {
  std::vector<std::vector<std::string>> paths;
  for (const TableColumn& column : grid.columns) paths.push_back(column.path);
  for (size_t c = 0; c < paths.size(); ++c) {
    if (grid.columns[c].is_text || paths[c].empty() || std::count(paths.begin(), paths.end(), paths[c]) < 2) continue;
    for (size_t left = c; left-- > 0 && !grid.columns[left].is_text;) {
      if (paths[left].empty() || std::count(paths.begin(), paths.end(), paths[left]) > 1) continue;
      if (paths[left].size() != paths[c].size()) break;
      grid.columns[c].path.insert(grid.columns[c].path.end() - 1, paths[left].back());
      break;
    }
  }
}

// 金额 占比 金额 占比 under heads that nobody could give them: of two columns side by side that are called the same,
// neither is known.
static void drop_doubles(TableGrid& grid) {
  std::vector<bool> doubled(grid.columns.size(), false);
  for (size_t begin = 0; begin < grid.columns.size(); ++begin) {
    size_t end = begin;
    while (end < grid.columns.size() && !grid.columns[end].is_text) ++end;
    for (size_t a = begin; a < end; ++a)
      for (size_t b = a + 1; b < end; ++b)
        if (grid.columns[a].path == grid.columns[b].path) doubled[a] = doubled[b] = true;
    begin = end;
  }
  for (size_t c = 0; c < doubled.size(); ++c)
    if (doubled[c]) grid.columns[c].path.clear();
}

// Headers of a few lines with cells two or three spaces apart stand over nothing, however the rows are laid out.
static bool is_packed(const std::vector<TableLine>& headers) {
  size_t gaps = 0;
  bool begins = true;
  for (const TableLine& line : headers) {
    for (size_t i = 1; i < line.pieces.size(); ++i, ++gaps)
      if (line.pieces[i].from - line.pieces[i - 1].to > 3) return false;
    begins = begins && !line.pieces.empty() && line.pieces.front().from < 2;
  }
  return begins && gaps > 0 && headers.size() > 1;
}

static bool set_parted(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  const auto figures =
      std::count_if(grid.columns.begin(), grid.columns.end(), [](const auto& c) { return !c.is_text; });
  const std::vector<std::string> heads = parted_heads(text, headers, static_cast<size_t>(figures));
  if (heads.empty()) return false;
  size_t next = 0;
  for (TableColumn& column : grid.columns)
    if (!column.is_text) column.path = {heads[next++]};
  return true;
}

// Of a header in order whose column has no words in most rows: what describes a project heads no figure.
static void head_amounts(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  std::string amount;
  for (const TableLine& line : headers)
    for (const TablePiece& piece : line.pieces)
      if (contains_any(piece.in(text), {"规模", "金额", "额度"})) amount = folded(piece.in(text));
  for (TableColumn& column : grid.columns) {
    const bool describes = !column.is_text && !column.path.empty() &&
                           ends_with_any(column.path.front(), {"性质", "领域", "编号", "部门", "单位", "名称"});
    if (describes) column.path.assign(amount.empty() ? 0 : 1, amount);
  }
}

// 项目名称 … 债券规模 | （年/月）: the headers of a list with a cell for each column, or for each but the last ones,
// which other lines head: they stand in order, wherever the program put them.
static bool set_listed(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  constexpr size_t kWide = 5, kOthers = 2;
  const size_t columns = grid.columns.size();
  for (const TableLine& line : headers) {
    const size_t cells = line.pieces.size();
    if (cells < kWide || cells > columns || cells + kOthers < columns) continue;
    if (!folded(line.pieces.front().in(text)).starts_with("项目名称")) continue;
    for (size_t c = 0; c < cells; ++c) grid.columns[c].path = {folded(line.pieces[c].in(text))};
    for (const TableLine& other : headers) {
      if (other.pieces.size() != columns - cells || other.pieces[0].from + 4 <= line.pieces.back().to) continue;
      for (size_t c = cells; c < columns; ++c) grid.columns[c].path.push_back(folded(other.pieces[c - cells].in(text)));
    }
    head_amounts(grid, text, headers);
    return true;
  }
  return false;
}

// 公式 | A=B+C | B | C: letters that say how the columns add up.
static bool is_formula(std::string_view text, const TableLine& line) {
  constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=+-*/%()";
  if (line.pieces.size() < 3) return false;
  std::string name;  // 公  式
  size_t letters = 0;
  for (const TablePiece& piece : line.pieces) {
    const std::string sign = folded(piece.in(text));
    const bool plain = !sign.empty() && sign.find_first_not_of(kSigns) == sign.npos;
    for (const char byte : plain ? "" : sign)
      if (byte != ' ') name += byte;
    letters += plain && sign.find_first_of("ABCDEFGHIJ") != sign.npos;
  }
  return letters >= 2 && (name.empty() || name == "公式" || name == "栏次" || name == "行次");
}

std::vector<TableLine> without_formulas(std::string_view text, std::vector<TableLine> headers) {
  std::erase_if(headers, [&](const TableLine& line) { return is_formula(text, line); });
  return headers;
}

void set_paths(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  if (grid.layout == Layout::aligned && set_listed(grid, text, headers)) return;
  if (grid.layout != Layout::grid && set_parted(grid, text, headers)) return;
  if (grid.layout == Layout::grid)
    set_counted(grid, text, headers);
  else if (grid.layout == Layout::aligned && !is_packed(headers))
    set_aligned(grid, text, headers);
  else
    set_ordered(grid, text, headers);
  part_doubles(grid);
  if (grid.layout == Layout::ordered) drop_doubles(grid);
}

}  // namespace zhibiao
