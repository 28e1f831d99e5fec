#include "panel/agree.h"

#include <algorithm>
#include <string>

namespace zhibiao {
namespace {

// Digits behind the first point that follows a digit.
int places_of(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '.' || !is_digit(text[i - 1])) continue;
    size_t end = i + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    return static_cast<int>(end - i - 1);
  }
  return 0;
}

Decimal half_of(int places) { return Decimal(5).shifted(-places - 1); }

}  // namespace

Written written(const Decimal& value, std::string_view text) {
  return {value, half_of(std::max(places_of(text), places_of(value.to_string())))};
}

Written written_about(const Decimal& value) {
  const std::string digits = value.to_string();
  if (digits.find('.') != std::string::npos || value.is_zero()) return written(value, digits);
  const size_t last = digits.find_last_not_of('0');
  return {value, half_of(-static_cast<int>(digits.size() - 1 - last))};
}

bool agree(const Written& a, const Written& b) {
  const Decimal tolerance = a.half < b.half ? b.half : a.half;
  return !(tolerance < (a.value - b.value).abs());
}

}  // namespace zhibiao
