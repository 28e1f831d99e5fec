#include "segment/table_strips.h"

#include <algorithm>
#include <optional>

namespace zhibiao {

namespace {

struct Strip {
  uint32_t from = 0, to = 0;
};

class Strips {
 public:
  Strips(const TableGrid& grid, const std::vector<TableLine>& rows) : grid_(grid), rows_(rows) {
    for (const TableLine& row : rows) {
      for (const TablePiece& piece : row.pieces) {
        if (piece.kind != PieceKind::figure) continue;
        if (covered_.size() < grid.to(piece)) covered_.resize(grid.to(piece), 0);
        for (uint32_t x = grid.from(piece); x < grid.to(piece); ++x) ++covered_[x];
      }
    }
  }

  // A few rows that stand elsewhere (a name too long pushes its figures) may be passed over.
  std::vector<TableColumn> run() {
    for (const size_t noise : {size_t{0}, rows_.size() / 50, rows_.size() / 20}) {
      cut(noise);
      if (disagreeing() * 20 <= rows_.size()) return columns();
    }
    return {};
  }

 private:
  void cut(size_t noise) {
    strips_.clear();
    bool open = false;
    for (uint32_t x = 0; x < covered_.size(); ++x) {
      if (covered_[x] > noise) {
        if (!open) strips_.push_back({x, x});
        strips_.back().to = x + 1;
      }
      open = covered_[x] > noise;
    }
  }

  std::optional<size_t> strip_of(const TablePiece& piece) const {
    const uint32_t middle = (grid_.from(piece) + grid_.to(piece)) / 2;
    const auto at =
        std::partition_point(strips_.begin(), strips_.end(), [&](const Strip& s) { return s.to <= middle; });
    if (at == strips_.end() || at->from > middle) return std::nullopt;
    return static_cast<size_t>(at - strips_.begin());
  }

  // Rows with two figures in one strip.
  size_t disagreeing() const {
    size_t found = 0;
    for (const TableLine& row : rows_) {
      std::optional<size_t> last;
      bool twice = false;
      for (const TablePiece& piece : row.pieces) {
        if (piece.kind != PieceKind::figure) continue;
        const std::optional<size_t> strip = strip_of(piece);
        twice = twice || (strip && strip == last);
        last = strip;
      }
      found += twice;
    }
    return found;
  }

  // How many strips stand left of the text.
  size_t gap_of(const TablePiece& piece) const {
    const auto at = std::partition_point(strips_.begin(), strips_.end(),
                                         [&](const Strip& s) { return (s.from + s.to) / 2 < grid_.from(piece); });
    return static_cast<size_t>(at - strips_.begin());
  }

  std::vector<TableColumn> columns() {
    std::vector<TableColumn> names(strips_.size() + 1, {true, UINT32_MAX, 0, {}});
    std::vector<size_t> found(strips_.size() + 1);
    for (const TableLine& row : rows_) {
      size_t before = SIZE_MAX;
      for (const TablePiece& piece : row.pieces) {
        if (row.kind != LineKind::data || piece.kind != PieceKind::text) continue;
        const size_t gap = gap_of(piece);
        if (gap == before && ++crowded_ * 10 > rows_.size()) return {};  // two columns of texts side by side
        before = gap;
        ++found[gap];
        names[gap].from = std::min(names[gap].from, grid_.from(piece));
        names[gap].to = std::max(names[gap].to, grid_.to(piece));
      }
    }
    std::vector<TableColumn> columns;
    for (size_t i = 0; i <= strips_.size(); ++i) {
      if (found[i] > 0 && (i == 0 || found[i] * 3 > rows_.size())) columns.push_back(names[i]);
      if (i < strips_.size()) columns.push_back({false, strips_[i].from, strips_[i].to, {}});
    }
    return columns;
  }

  const TableGrid& grid_;
  const std::vector<TableLine>& rows_;
  std::vector<uint32_t> covered_;  // by place: in how many rows a figure stands there
  std::vector<Strip> strips_;
  size_t crowded_ = 0;
};

}  // namespace

std::vector<TableColumn> columns_by_place(const TableGrid& grid, const std::vector<TableLine>& rows) {
  return Strips(grid, rows).run();
}

}  // namespace zhibiao
