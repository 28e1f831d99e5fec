// Which columns of a table are shown, and how wide, so that it fits a terminal.
#pragma once

#include <string>
#include <vector>

#include "emit/columns.h"

namespace zhibiao {

struct TableLayout {
  std::vector<size_t> shown;  // indices into the columns
  std::vector<int> widths;    // of the shown ones
};

// Text columns give way, never numbers; where that is not enough and `may_drop`, whole columns go, the least telling
// first. `width` 0: no limit.
TableLayout table_layout(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                         int width, bool may_drop);

}  // namespace zhibiao
