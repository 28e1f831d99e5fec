// Rows whose name and only figure stand on lines of their own.
#pragma once

#include <string_view>
#include <vector>

#include "segment/line.h"
#include "segment/table_line.h"

namespace zhibiao {

// 340 | 职业教育 | 340 | 中等职业教育: is lines[i] such a figure, with names and figures by turns above or below it?
bool is_lone_figure(std::string_view text, const std::vector<TextLine>& lines, size_t i);

// Has the row figures only, and days (4月22日), which name nothing?
bool is_nameless(std::string_view text, const TableLine& row);

}  // namespace zhibiao
