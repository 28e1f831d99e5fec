// The header cells of laid out text over the columns that they head.
#pragma once

#include <string_view>
#include <vector>

#include "segment/table_grid.h"

namespace zhibiao {

// Sets the columns' paths. REQUIRES: grid.layout is Layout::aligned.
void set_aligned(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers);

}  // namespace zhibiao
