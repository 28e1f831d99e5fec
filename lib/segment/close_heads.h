// What heads the columns of a table whose cells stand one space apart, its headers broken over lines: 项 目 2024 年 |
// 决算数 | 2025年 | 执行数 | 比上年 | 增减%.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "segment/line.h"

namespace zhibiao {

// Two sides: revenue left, expenditure right, each with names and figures of its own.
struct CloseHeads {
  std::vector<std::vector<std::string>> sides;  // the heads of each side's figures
  bool revenue_first = false;                   // 收入 left, 支出 right
  bool numbered = false;                        // codes or numbers stand before the names
  bool measured = false;                        // a unit stands behind each name
  bool remarked = false;                        // remarks stand behind the figures

  bool alike() const { return sides.size() == 1 || sides[0] == sides[1]; }
};

// Lines [first, last) as headers; nothing unless every word of them is one's. A cell is one word or several in order.
std::optional<CloseHeads> close_heads(std::string_view text, const std::vector<TextLine>& lines, size_t first,
                                      size_t last);

// The words of a line, folded; 项 目 is one.
std::vector<std::string> close_words(std::string_view line);

}  // namespace zhibiao
