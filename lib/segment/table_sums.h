// Headers of groups whose sums have no header of their own: 债务限额 债务余额 | 一般债务 专项债务 一般债务 专项债务
// over rows of six figures.
#pragma once

#include <string_view>
#include <vector>

#include "segment/table_grid.h"

namespace zhibiao {

// Sets the paths of the columns of figures, the sum first in each group; false and nothing done where the headers or
// the rows' figures say otherwise.
bool set_sums(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers,
              const std::vector<TableLine>& rows);

}  // namespace zhibiao
