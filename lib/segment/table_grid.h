// The columns of a table and which cell of each row stands in which, measured where the text is only aligned.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/table_line.h"
#include "segment/table_rates.h"

namespace zhibiao {

// `path`: its headers, outermost first, folded; a header over several lines of aligned text is one.
struct TableColumn {
  bool is_text = false;
  uint32_t from = 0, to = 0;
  std::vector<std::string> path;
};

// How aligned text is to be measured: by cells' places, or, where all are two spaces apart, by their order.
enum class Layout : uint8_t { grid, aligned, ordered };

struct TableGrid {
  Layout layout = Layout::grid;
  bool wide = false;  // a Hanzi takes two columns
  std::vector<TableColumn> columns;
  std::string_view text;  // of the rows
  TableRates rates;       // of the columns of figures, where cells are placed by their order

  uint32_t from(const TablePiece& piece) const { return piece.from + (wide ? piece.wide_from : 0); }
  uint32_t to(const TablePiece& piece) const { return piece.to + (wide ? piece.wide_to : 0); }
};

// The columns of these rows; no paths yet.
TableGrid grid_of(std::string_view text, const std::vector<TableLine>& rows);

// The column of each piece of a row, columns.size() for none.
std::vector<size_t> places_of(const TableGrid& grid, const TableLine& row);

// The header lines but those that say in letters how the columns add up: 公式 | A=B+C | B | C.
std::vector<TableLine> without_formulas(std::string_view text, std::vector<TableLine> headers);

// Reads the header lines into the columns' paths.
void set_paths(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers);

}  // namespace zhibiao
