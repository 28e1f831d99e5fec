// The cells of laid out header lines as columns of their own. A program that gives every letter one place, however wide
// it is, moves words and figures apart: headers stand over each other, but left of the figures that they head.
#pragma once

#include <string_view>
#include <vector>

#include "segment/table_grid.h"

namespace zhibiao {

// 算数的% 年决算数的%, one space apart, are two cells; 2025 年 is one.
std::vector<TablePiece> parted_head(std::string_view text, const TablePiece& piece);

// `lines`: the header's, cells that one space parts are two.
struct TableHeads {
  std::vector<TableColumn> columns;
  std::vector<TableLine> lines;
};

TableHeads heads_of(const TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers);

// By head the column of the grid, columns.size() for one without figures; empty where they do not go together.
std::vector<size_t> columns_below(const TableHeads& heads, const TableGrid& grid);

}  // namespace zhibiao
