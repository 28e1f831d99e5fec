// A unit told once for a list: 提高20.9、36.2、54个百分点, 分别高4.2和0.7个百分点, 快于全国3.4个、1个百分点.
#pragma once

#include <string_view>
#include <vector>

#include "mention/figure.h"

namespace zhibiao {

// Gives bare numbers the unit of the next figure where only 、 和 及 与 stands between: always for % and 个百分点,
// behind 分别 or 依次 for other quantities (1、2期 and 5、6号 are none). Their spans stay those of the bare numbers.
void share_units(std::string_view text, std::vector<FoundFigure>& figures);

}  // namespace zhibiao
