#include "segment/table_over.h"

#include <algorithm>
#include <set>

#include "segment/table_bands.h"
#include "segment/table_heads.h"
#include "text/fold.h"

namespace zhibiao {

namespace {

struct Group {
  size_t begin = 0, end = 0;  // columns
};

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

  // Does each column of figures have a header, and no two of one line?
  bool fits(const std::vector<TableLine>& lines) const {
    for (size_t c = 0; c < grid_.columns.size(); ++c)
      if (!grid_.columns[c].is_text && lowest_[c] == kNone) return false;
    for (const TableLine& line : lines) {
      size_t last = kNone;
      for (const TablePiece& piece : line.pieces) {
        const size_t c = column_of(piece);
        if (c == last) return false;
        last = c;
      }
    }
    return true;
  }

  // 固定数额 革命老区 民族地区: cells one space apart, each over a column of figures of its own.
  std::vector<TableLine> parted(std::string_view text, std::vector<TableLine> lines) const {
    for (TableLine& line : lines) {
      std::vector<TablePiece> pieces;
      for (const TablePiece& piece : line.pieces) {
        const std::vector<TablePiece> parts = parted_head(text, piece);
        std::set<size_t> columns;
        for (const TablePiece& part : parts)
          if (const size_t c = column_of(part); c != kNone && !grid_.columns[c].is_text) columns.insert(c);
        const bool apart = columns.size() == parts.size();
        if (apart)
          pieces.insert(pieces.end(), parts.begin(), parts.end());
        else
          pieces.push_back(piece);
      }
      line.pieces = std::move(pieces);
    }
    return lines;
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

void set_measured(TableGrid& grid, Over& over, std::string_view text, const std::vector<TableLine>& headers) {
  std::vector<bool> alone(grid.columns.size(), false);  // the last header stands over this column only
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

// The headers' own columns, each over one of the grid's.
bool set_by_heads(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  TableHeads heads = heads_of(grid, text, headers);
  const std::vector<size_t> below = columns_below(heads, grid);
  if (below.empty()) return false;
  TableGrid own = grid;
  own.columns = std::move(heads.columns);
  for (size_t h = 0; h < below.size(); ++h)
    own.columns[h].is_text = below[h] < grid.columns.size() && grid.columns[below[h]].is_text;
  Over over(own, heads.lines);
  if (!over.fits(heads.lines)) return false;
  set_measured(own, over, text, heads.lines);
  for (size_t h = 0; h < below.size(); ++h)
    if (below[h] < grid.columns.size()) grid.columns[below[h]].path = std::move(own.columns[h].path);
  return true;
}

}  // namespace

void set_aligned(TableGrid& grid, std::string_view text, const std::vector<TableLine>& whole) {
  if (set_bands(grid, text, whole)) return;
  const std::vector<TableColumn> columns = grid.columns;
  const std::vector<TableLine> headers = Over(grid, {}).parted(text, whole);
  Over over(grid, headers);
  if (over.fits(headers)) return set_measured(grid, over, text, headers);
  std::vector<TableColumn> widened = columns;
  std::swap(widened, grid.columns);
  if (set_by_heads(grid, text, headers)) return;
  std::swap(widened, grid.columns);
  set_measured(grid, over, text, headers);
}

}  // namespace zhibiao
