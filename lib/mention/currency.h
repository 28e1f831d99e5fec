// The currency that stands before an amount: 人民币50元, 新台币 177.1 亿元, ￥50, US$20.
#pragma once

#include <string_view>

#include "mention/amount.h"

namespace zhibiao {

// Takes the currency into the span, not before byte `floor`; the number without a unit that has a sign of money before
// it is an amount of that money.
void take_currency(std::string_view text, size_t floor, Amount& amount, const FigureWords& words);

}  // namespace zhibiao
