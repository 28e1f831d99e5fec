// A place in an order: 第三, 第12位, 前三, 首位, 榜首.
#pragma once

#include <optional>
#include <string_view>

#include "mention/figure.h"

namespace zhibiao {

// The ordinal or rank whose numeral is at text[pos] and whose 第 or 前 is before it, not before byte `floor`. kind rank
// where nothing is numbered by it (总量全市第一, 居第12位, 前三), ordinal otherwise (第三次会议).
std::optional<FoundFigure> read_place(std::string_view text, size_t pos, size_t floor, const FigureWords& words);

// 首位 and 榜首 at text[pos]; not 放在首位.
std::optional<FoundFigure> read_first_place(std::string_view text, size_t pos);

}  // namespace zhibiao
