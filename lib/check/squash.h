// Texts made comparable: what two readers may write differently (width, quotes, spaces, brackets) is taken away.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao {

// NFKC, without note marks ([2]), quotes, brackets, commas, colons, dashes and white space: “Ｒ＆Ｄ” 经费[1] → R&D经费.
// REQUIRES: valid UTF-8.
std::string squash(std::string_view text);

// A unit without its multipliers, and what they multiply: 万吨 → {10000, 吨}, 千瓦 → {1, 千瓦}.
struct ScaledUnit {
  double scale = 1;
  std::string unit;
};
ScaledUnit scaled_unit(std::string_view written);

}  // namespace zhibiao
