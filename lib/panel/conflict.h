// Whether figures that want one cell say different things: 424亿元 and 424.3亿元 do not, they are rounded differently.
#pragma once

#include <vector>

#include "panel/long_row.h"

namespace zhibiao {

// Of rows of the long table, the chosen one first: some other cannot be the same.
bool in_conflict(const std::vector<Row>& rows);

}  // namespace zhibiao
