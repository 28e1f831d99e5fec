#include "segment/table_sums.h"

#include <algorithm>
#include <cmath>

#include "segment/table_heads.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

using Cells = std::vector<std::string>;

// `parted`: 一般债务 专项债务, a space apart, are two cells.
std::vector<Cells> cells_of(std::string_view text, const std::vector<TableLine>& headers, bool parted) {
  std::vector<Cells> lines;
  for (const TableLine& header : headers) {
    Cells cells;
    for (const TablePiece& piece : header.pieces) {
      for (const TablePiece& part : parted ? parted_head(text, piece) : std::vector{piece}) {
        cells.push_back(folded(part.in(text)));
        std::erase(cells.back(), ' ');  // 地    区
      }
    }
    if (!cells.empty() && starts_with_any(cells.front(), {"项目", "地区", "科目", "级次"})) cells.erase(cells.begin());
    if (!cells.empty()) lines.push_back(std::move(cells));
  }
  return lines;
}

bool repeats(const Cells& cells, size_t period) {
  for (size_t i = period; i < cells.size(); ++i)
    if (cells[i] != cells[i - period]) return false;
  return true;
}

// Is the first of each so many figures what the others come to, as far as they were rounded?
bool sums_first(std::string_view text, const std::vector<TableLine>& rows, size_t figures, size_t group) {
  constexpr size_t kFewest = 3;
  size_t asked = 0, good = 0;
  for (const TableLine& row : rows) {
    if (row.count(PieceKind::figure) != figures) continue;
    std::vector<double> amounts;
    for (const TablePiece& piece : row.pieces)
      if (piece.kind == PieceKind::figure) amounts.push_back(amount_in(piece.in(text)));
    bool right = true;
    for (size_t first = 0; first < figures; first += group) {
      double rest = amounts[first];
      for (size_t i = first + 1; i < first + group; ++i) rest -= amounts[i];
      right = right && std::fabs(rest) <= 0.02 + std::fabs(amounts[first]) / 1000;
    }
    ++asked;
    good += right;
  }
  return asked >= kFewest && good * 10 >= asked * 9;
}

}  // namespace

static bool set_sums(TableGrid& grid, std::string_view text, const std::vector<Cells>& lines,
                     const std::vector<TableLine>& rows) {
  if (lines.size() < 2) return false;
  const Cells &outer = lines[lines.size() - 2], &inner = lines.back();
  const size_t groups = outer.size(), parts = groups > 0 ? inner.size() / groups : 0;
  const auto figures = static_cast<size_t>(
      std::count_if(grid.columns.begin(), grid.columns.end(), [](const TableColumn& c) { return !c.is_text; }));
  const bool fits = groups > 1 && parts > 1 && inner.size() == groups * parts && figures == groups * (parts + 1) &&
                    repeats(inner, parts);
  if (!fits || !sums_first(text, rows, figures, parts + 1)) return false;
  size_t next = 0;
  for (TableColumn& column : grid.columns) {
    if (column.is_text) continue;
    const size_t group = next / (parts + 1), part = next % (parts + 1);
    column.path = {outer[group]};
    if (part > 0) column.path.push_back(inner[part - 1]);
    ++next;
  }
  return true;
}

bool set_sums(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers,
              const std::vector<TableLine>& rows) {
  if (grid.layout == Layout::grid) return false;
  return set_sums(grid, text, cells_of(text, headers, false), rows) ||
         set_sums(grid, text, cells_of(text, headers, true), rows);
}

}  // namespace zhibiao
