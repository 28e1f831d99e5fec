// Lists of projects with a code each, whose names stand on the lines above and below it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/table_line.h"

namespace zhibiao {

// 扶余市2019年城区土地储备项 | P19220724-0005 … 119.11 | 目: by row, the name of two lines that a row without one is
// between. Empty where it is not plain which line is of which row.
std::vector<std::string> wrapped_projects(std::string_view text, const std::vector<TableLine>& rows);

}  // namespace zhibiao
