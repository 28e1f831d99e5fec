// The headers of a matrix of many columns, each over several lines, in as many bands of text as there are columns.
#pragma once

#include <string_view>
#include <vector>

#include "segment/table_grid.h"

namespace zhibiao {

// Sets the paths where the words of the header lines, wherever they stand over the figures, make one band for each
// column; false and nothing done elsewhere.
bool set_bands(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers);

}  // namespace zhibiao
