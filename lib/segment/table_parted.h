// Headers that a program cut into lines which stand over nothing, put together again by what they say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/table_line.h"

namespace zhibiao {

// A header for each of so many columns of figures; none where the lines do not tell them for sure.
std::vector<std::string> parted_heads(std::string_view text, const std::vector<TableLine>& headers, size_t figures);

}  // namespace zhibiao
