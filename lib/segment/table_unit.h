// The unit that a header or a unit line tells.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao {

// 出口额（亿元） → 亿元, 增减% → %; "" for 投资（不含农户）. REQUIRES: folded text.
std::string unit_in_header(std::string_view header);

// 单位：亿元、% → 亿元. REQUIRES: folded text.
std::string unit_in_line(std::string_view line);

}  // namespace zhibiao
