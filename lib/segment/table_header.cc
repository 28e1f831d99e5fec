// What stands over each column: headers that span columns and headers of several lines.
#include <algorithm>

#include "segment/table_grid.h"
#include "segment/table_parted.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

struct Group {
  size_t begin = 0, end = 0;  // columns
};

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

constexpr size_t kNone = SIZE_MAX;

// Which columns the header cells of aligned lines stand over. A cell stands over the column that it touches; one that
// has other headers below it may span more, so that it stands in their middle.
class Over {
 public:
  Over(TableGrid& grid, const std::vector<TableLine>& lines) : grid_(grid), lowest_(grid.columns.size(), kNone) {
    for (size_t line = lines.size(); line-- > 0;) {
      for (const TablePiece& piece : lines[line].pieces) {
        const size_t c = column_of(piece);
        if (c == kNone || lowest_[c] != kNone) continue;
        lowest_[c] = line;
        grid_.columns[c].from = std::min(grid_.columns[c].from, grid_.from(piece));
        grid_.columns[c].to = std::max(grid_.columns[c].to, grid_.to(piece));
      }
    }
  }

  // REQUIRES: called line after line.
  std::vector<Group> groups(const TableLine& row, size_t line) {
    std::vector<size_t> columns;
    std::vector<size_t> owners(grid_.columns.size(), kNone);
    for (size_t i = 0; i < row.pieces.size(); ++i) {
      columns.push_back(column_of(row.pieces[i]));
      if (columns[i] != kNone) owners[columns[i]] = i;
    }
    std::vector<Group> groups;
    for (size_t i = 0; i < row.pieces.size(); ++i)
      groups.push_back(columns[i] == kNone ? Group{} : widest(row.pieces[i], columns[i], line, owners));
    return groups;
  }

 private:
  // The column that shares most with the cell, else the nearest.
  size_t column_of(const TablePiece& piece) const {
    size_t best = kNone;
    int64_t most = INT64_MIN;
    for (size_t c = 0; c < grid_.columns.size(); ++c) {
      const TableColumn& column = grid_.columns[c];
      const int64_t shared = int64_t{std::min(grid_.to(piece), column.to)} - std::max(grid_.from(piece), column.from);
      const bool nearer = shared == most && off_centre({c, c + 1}, piece) < off_centre({best, best + 1}, piece);
      if (shared > most || nearer) best = c, most = shared;
    }
    return best;
  }

  // Of the groups around a column whose members have headers of one line below, the one that the cell is best centred
  // over.
  Group widest(const TablePiece& piece, size_t column, size_t line, const std::vector<size_t>& owners) const {
    const auto joins = [&](size_t c) {
      return grid_.columns[c].is_text || (owners[c] == kNone && lowest_[c] == lowest_[column]);
    };
    Group best{column, column + 1};
    if (lowest_[column] == kNone || (lowest_[column] <= line && !grid_.columns[column].is_text)) return best;
    for (size_t begin = column + 1; begin-- > 0 && (begin == column || joins(begin));)
      for (size_t end = column + 1; end <= owners.size() && (end == column + 1 || joins(end - 1)); ++end)
        if (off_centre({begin, end}, piece) < off_centre(best, piece)) best = {begin, end};
    return best;
  }

  uint32_t off_centre(Group group, const TablePiece& piece) const {
    const uint32_t middle = grid_.columns[group.begin].from + grid_.columns[group.end - 1].to;
    const uint32_t centre = grid_.from(piece) + grid_.to(piece);
    const uint32_t off = middle > centre ? middle - centre : centre - middle;
    return group.end - group.begin > 1 ? off - std::min(off, kSpanBonus) : off;
  }

  static constexpr uint32_t kSpanBonus = 6;

  TableGrid& grid_;
  std::vector<size_t> lowest_;  // by column, the last line that has a header for it
};

void set_aligned(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  std::vector<bool> alone(grid.columns.size(), false);  // the last header stands over this column only
  Over over(grid, headers);
  for (size_t line = 0; line < headers.size(); ++line) {
    const std::vector<Group> groups = over.groups(headers[line], line);
    for (size_t i = 0; i < groups.size(); ++i) {
      const std::string header = folded(headers[line].pieces[i].in(text));
      const bool single = groups[i].end - groups[i].begin == 1;
      for (size_t c = groups[i].begin; c < groups[i].end; ++c) {
        std::vector<std::string>& path = grid.columns[c].path;
        if (single && alone[c])
          path.back() += header;
        else
          path.push_back(header);
        alone[c] = single;
      }
    }
  }
}

using HeaderLines = std::vector<std::vector<std::string>>;

HeaderLines texts_of(std::string_view text, const std::vector<TableLine>& headers) {
  HeaderLines lines;
  for (const TableLine& header : headers) {
    lines.emplace_back();
    for (const TablePiece& piece : header.pieces) lines.back().push_back(folded(piece.in(text)));
  }
  return lines;
}

bool heads_names(std::string_view header) { return starts_with_any(header, {"项目", "地区", "科目", "指标"}); }

// The last lines that together have as many cells as there are columns of figures; where the others end.
size_t innermost(HeaderLines& lines, size_t figures) {
  size_t line = lines.size(), cells = 0, widest = 0;
  while (line > 0 && cells < figures) {
    std::vector<std::string>& now = lines[--line];
    if (!now.empty() && heads_names(now.front())) now.erase(now.begin());
    cells += now.size();
    widest = std::max(widest, now.size());
  }
  const bool told = lines.size() - line == 1 || widest > 1;
  return cells == figures && told ? line : lines.size();
}

// Cells without places: the innermost lines head the columns one by one, a line above adds to a line that has as many
// cells or a multiple of them; one of a single cell to the last line.
void set_ordered(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  HeaderLines lines = texts_of(text, headers);
  std::erase_if(lines, [](const auto& line) { return line.size() == 1 && heads_names(line.front()); });
  const auto figures =
      std::count_if(grid.columns.begin(), grid.columns.end(), [](const auto& c) { return !c.is_text; });
  const size_t inner = innermost(lines, static_cast<size_t>(figures));
  if (inner == lines.size()) return;
  std::vector<std::vector<std::string>> paths;
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
  size_t next = 0;
  for (TableColumn& column : grid.columns)
    if (!column.is_text) column.path = paths[next++];
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
}

}  // namespace zhibiao
