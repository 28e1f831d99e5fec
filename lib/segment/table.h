// The tables of a text, row by row: each figure's cell with the headers of its row and column, its unit and the table's
// caption.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/sentence.h"
#include "segment/table_block.h"

namespace zhibiao {

struct CloseTable;  // segment/close_table.h
struct TableGrid;   // segment/table_grid.h

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

// Lines [first, last) of the text.
struct TableRange {
  size_t first = 0, last = 0;
};

// Finds the tables of a text and reads them one after the other. Some programs write the lines of a page from its foot
// up; a text with such pages is read upwards. A page without a header of its own goes on with the header, unit and
// caption before it.
class TableReader {
 public:
  // REQUIRES: both outlive it.
  TableReader(std::string_view text, const std::vector<TextLine>& lines);
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;
  ~TableReader();

  // In text order, disjoint.
  const std::vector<TableRange>& ranges() const { return ranges_; }
  // An entry for each line of ranges()[i], in text order. REQUIRES: called for i = 0, 1, …
  std::vector<TableEntry> read(size_t i);

 private:
  std::vector<TableEntry> read(const TableBlock& block);
  void take_close_tables();
  void read_caption(const TableBlock& block);
  bool goes_on(const TableBlock& block);
  void head(TableGrid& grid, const TableBlock& block, const std::vector<TableLine>& rows);

  std::string_view text_;
  std::vector<TextLine> lines_;  // in the order of reading
  bool upwards_ = false;
  TableLines rows_;                 // of them
  std::vector<TableBlock> blocks_;  // in text order, of lines_
  std::vector<CloseTable> close_;
  std::vector<size_t> places_;  // by range: in blocks_, or behind them in close_
  std::vector<TableRange> ranges_;
  std::string caption_, unit_;
  std::vector<std::vector<std::string>> paths_;
  bool goes_on_ = false;  // the block at hand, with the one before
  size_t last_ = 0;       // behind the block before; 0 where none goes on
};

// Between the names of a row and of the row above that it belongs to: 税收收入 / 增值税.
constexpr std::string_view kParentMark = " / ";

}  // namespace zhibiao
