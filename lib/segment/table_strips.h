// The columns of laid out text, told by where its figures stand below each other.
#pragma once

#include <vector>

#include "segment/table_grid.h"

namespace zhibiao {

// From left to right, the columns of names among those of figures; none where rows disagree about where columns are.
// Linear in the rows' cells and their width.
std::vector<TableColumn> columns_by_place(const TableGrid& grid, const std::vector<TableLine>& rows);

}  // namespace zhibiao
