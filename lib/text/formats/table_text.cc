#include "text/formats/table_text.h"

#include <algorithm>
#include <string_view>

#include "text/words.h"

namespace zhibiao {

namespace {

// No report has wider tables; a page that claims so would make TABs without end.
constexpr uint32_t kWidest = 256;

// Lays rows out on a grid: what a cell spans is there as empty cells.
class Grid {
 public:
  std::vector<std::string> lay(const TableRow& row) {
    std::vector<std::string> cells;
    for (const TableCell& cell : row) {
      skip_covered(cells);
      const size_t at = cells.size();
      const auto room = static_cast<uint32_t>(at < kWidest ? kWidest - at : 1);
      const uint32_t columns = std::clamp<uint32_t>(cell.columns, 1, room);
      cells.push_back(cell.text);
      cells.resize(at + columns);
      if (at + columns > kWidest) continue;
      if (below_.size() < at + columns) below_.resize(at + columns);
      std::fill_n(below_.begin() + static_cast<std::ptrdiff_t>(at), columns, cell.rows > 1 ? cell.rows - 1 : 0);
    }
    while (cells.size() < below_.size() && below_[cells.size()] > 0) skip_covered(cells);
    return cells;
  }

 private:
  void skip_covered(std::vector<std::string>& cells) {
    while (cells.size() < below_.size() && below_[cells.size()] > 0) {
      --below_[cells.size()];
      cells.emplace_back();
    }
  }

  std::vector<uint32_t> below_;  // rows that the cell above still reaches down, by column
};

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != cells.data()) line += '\t';
    line += cell;
  }
  return line;
}

}  // namespace

std::vector<std::string> table_lines(const std::vector<TableRow>& rows) {
  std::vector<std::string> lines;
  Grid grid;
  bool in_table = false;
  for (const TableRow& row : rows) {
    const std::vector<std::string> cells = grid.lay(row);
    const auto filled =
        std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
    if (filled == 0) continue;
    const auto only = std::find_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
    const bool is_note = starts_with_any(*only, {"注", "说明", "资料来源", "备注："});
    in_table = in_table || filled > 1;
    lines.push_back(filled == 1 && (!in_table || is_note) ? *only : joined(cells));
  }
  return lines;
}

}  // namespace zhibiao
