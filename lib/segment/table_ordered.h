// The header cells of text that is not laid out: nothing but their order tells which column they head.
#pragma once

#include <string_view>
#include <vector>

#include "segment/table_grid.h"

namespace zhibiao {

// Sets the columns' paths where the cells can be counted out; puts in columns of names that hardly a row fills.
void set_ordered(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers);

}  // namespace zhibiao
