// The tables of a text, row by row: each figure's cell with the headers of its row and column, its unit and the table's
// caption.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/sentence.h"
#include "segment/table_block.h"

namespace zhibiao {

struct TableGrid;  // segment/table_grid.h

// Bytes of the text; `cell.span` is left to whoever counts code points. A header's cell has no headers itself; a row of
// one text, under which others stand, has a row header only.
struct TableEntryCell {
  size_t begin = 0, end = 0;
  Cell cell;
};

// One line of a block, whatever it holds.
struct TableEntry {
  size_t line = 0;
  std::vector<TableEntryCell> cells;
};

// Reads block after block. A page without a header of its own goes on with the header, unit and caption before it.
class TableReader {
 public:
  TableReader(std::string_view text, const std::vector<TextLine>& lines) : text_(text), lines_(lines) {}

  // An entry for each line of [block.first, block.last). REQUIRES: blocks come in text order.
  std::vector<TableEntry> read(const TableBlock& block);

 private:
  void read_caption(const TableBlock& block);
  void head(TableGrid& grid, const TableBlock& block);

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::string caption_, unit_;
  std::vector<std::vector<std::string>> paths_;
  size_t last_ = 0;  // behind the block before
};

// Between the names of a row and of the row above that it belongs to: 税收收入 / 增值税.
constexpr std::string_view kParentMark = " / ";

}  // namespace zhibiao
