// What is written behind Arabic digits and multiplies them: 1.2e5, 10^4, 1.5×10^8, 15k.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "mention/decimal.h"

namespace zhibiao {

// A number with what stands behind its digits taken in; its text ends at `end`.
struct Scaled {
  Decimal number;
  size_t end = 0;
};

// `number` is written up to text[end]. nullopt where nothing of the kind follows, or the result has too many digits.
std::optional<Scaled> read_scale(std::string_view text, size_t end, const Decimal& number);

// 15k of 百分之15k: `number` times a thousand or a million. A space may stand before the letter.
std::optional<Scaled> read_thousands(std::string_view text, size_t end, const Decimal& number);

}  // namespace zhibiao
