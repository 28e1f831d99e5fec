// What a number of an evaluation is that measures nothing outside of it: the points of a sheet of scores and the bounds
// of its scale.
#pragma once

#include <string_view>

#include "text/span.h"

namespace zhibiao {

// （15 分）, 满分 1 分, 分值 3 分，评价得分 2.5 分: are the digits text[bytes] points? 5 分 alone may be money.
bool are_points(std::string_view text, ByteSpan bytes);

// [3.6,4), [0,3）: are the digits text[bytes] a bound of an interval? One of its brackets is square; (3,4) may be a
// list.
bool bounds_interval(std::string_view text, ByteSpan bytes);

// 目标匹配合理性 2 1.00 50.00%: are the digits text[bytes] one of two numbers of a row of which the share behind them
// tells that the second is that part of the first, in a table whose head says 得分率?
bool scores_share(std::string_view text, ByteSpan bytes);

}  // namespace zhibiao
