// The area that a table's caption names where it is not the report's own: 2025年|市本级|一般公共预算收入执行表.
#pragma once

#include <string>
#include <string_view>

#include "text/span.h"

namespace zhibiao {

// `title` is a caption, folded, and `period` the bytes of the year in it (empty if it names none); `region` is the
// report's own area. 市本级, 各市县, 济南高新区; "" where the caption is of the whole area, or does not say.
std::string area_in(std::string_view title, ByteSpan period, std::string_view region);

}  // namespace zhibiao
