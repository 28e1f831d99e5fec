#include "segment/table_heads.h"

#include <algorithm>
#include <cstdlib>

#include "text/utf8.h"

namespace zhibiao {

std::vector<TablePiece> parted_head(std::string_view text, const TablePiece& piece) {
  const std::string_view view = piece.in(text);
  std::vector<TablePiece> parts;
  TablePiece part = piece;
  for (size_t begin = 0, end = 0; begin < view.size(); begin = end + 1) {
    end = std::min(view.find(' ', begin), view.size());
    const size_t points = count_code_points(view.substr(begin, end - begin));
    if (points < 2 || is_ascii_digit(view[begin])) return {piece};
    part.begin = piece.begin + begin, part.end = piece.begin + end;
    part.to = part.from + static_cast<uint32_t>(points);
    part.wide_to = part.wide_from + static_cast<uint32_t>((end - begin - points) / 2);
    parts.push_back(part);
    part.from = part.to + 1, part.wide_from = part.wide_to;
  }
  return parts;
}

namespace {

// Columns grow from the lowest line up: a cell over one adds to it, over none begins one, over several heads them all.
class Heads {
 public:
  Heads(const TableGrid& grid, std::string_view text) : grid_(grid), text_(text) {}

  TableHeads run(const std::vector<TableLine>& headers) {
    heads_.lines = headers;
    for (size_t line = headers.size(); line-- > 0;) {
      std::vector<TablePiece> pieces;
      for (const TablePiece& piece : headers[line].pieces)
        for (const TablePiece& part : parted_head(text_, piece)) pieces.push_back(part);
      for (const TablePiece& piece : pieces) see(piece);
      heads_.lines[line].pieces = std::move(pieces);
    }
    return std::move(heads_);
  }

 private:
  struct Reach {
    uint32_t from = 0, to = 0;
  };

  std::vector<Reach>::iterator first_touched(const TablePiece& piece) {
    return std::partition_point(reaches_.begin(), reaches_.end(),
                                [&](const Reach& reach) { return reach.to <= grid_.from(piece); });
  }

  size_t touched(const TablePiece& piece) {
    auto at = first_touched(piece);
    size_t count = 0;
    while (at != reaches_.end() && at->from < grid_.to(piece)) ++at, ++count;
    return count;
  }

  void see(const TablePiece& piece) {
    const auto at = first_touched(piece);
    const size_t count = touched(piece);
    const Reach reach{grid_.from(piece), grid_.to(piece)};
    if (count == 0) {
      heads_.columns.insert(heads_.columns.begin() + (at - reaches_.begin()), {false, reach.from, reach.to, {}});
      reaches_.insert(at, reach);
    } else if (count == 1) {
      *at = {std::min(at->from, reach.from), std::max(at->to, reach.to)};
    }
  }

  const TableGrid& grid_;
  const std::string_view text_;
  TableHeads heads_;            // columns as wide as their lowest cells
  std::vector<Reach> reaches_;  // as wide as all that stands over them alone
};

int64_t middle(const TableColumn& column) { return (int64_t{column.from} + column.to) / 2; }

// More heads than columns of figures: the way to leave some out that moves neighbours least against each other.
std::vector<size_t> smoothest(const std::vector<TableColumn>& heads, const std::vector<TableColumn>& columns) {
  const size_t spare = heads.size() - columns.size();
  constexpr int64_t kFar = INT64_MAX / 4;
  std::vector<std::vector<int64_t>> costs(columns.size(), std::vector<int64_t>(spare + 1, kFar));
  std::vector<std::vector<size_t>> before(columns.size(), std::vector<size_t>(spare + 1, 0));
  const auto shift = [&](size_t c, size_t skipped) { return middle(columns[c]) - middle(heads[c + skipped]); };
  for (size_t c = 0; c < columns.size(); ++c) {
    for (size_t skipped = 0; skipped <= spare; ++skipped) {
      if (c == 0) costs[c][skipped] = std::llabs(shift(c, skipped));
      for (size_t earlier = 0; c > 0 && earlier <= skipped; ++earlier) {
        const int64_t cost = costs[c - 1][earlier] + std::llabs(shift(c, skipped) - shift(c - 1, earlier));
        if (cost < costs[c][skipped]) costs[c][skipped] = cost, before[c][skipped] = earlier;
      }
    }
  }
  std::vector<size_t> below(heads.size(), SIZE_MAX);
  auto best = static_cast<size_t>(std::min_element(costs.back().begin(), costs.back().end()) - costs.back().begin());
  for (size_t c = columns.size(); c-- > 0;) {
    below[c + best] = c;
    best = before[c][best];
  }
  return below;
}

}  // namespace

TableHeads heads_of(const TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  return Heads(grid, text).run(headers);
}

std::vector<size_t> columns_below(const TableHeads& heads, const TableGrid& grid) {
  const size_t count = heads.columns.size(), columns = grid.columns.size();
  const bool named = columns > 0 && grid.columns.front().is_text;
  constexpr size_t kFew = 5;
  std::vector<size_t> below;
  const bool whole = count == columns && named;  // 项目 | 本地区 | 本级
  if (columns < kFew && !whole) return {};
  if (count != columns && (count + 1 != columns || !named) && count < columns) return {};
  if (count <= columns) {
    for (size_t h = 0; h < count; ++h) below.push_back(h + columns - count);
    return below;
  }
  below = smoothest(heads.columns, grid.columns);
  for (size_t& column : below) column = std::min(column, columns);
  return below;
}

}  // namespace zhibiao
