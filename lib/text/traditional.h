// Traditional characters and the Simplified ones that the matching view has for them: 國內生產總值 is found, and named,
// as 国内生产总值. One character for one, each of three bytes, so that no offset moves.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace zhibiao {

inline constexpr char32_t kFirstHanzi = 0x4000;  // the first with a lead byte that is_hanzi_lead knows
inline constexpr size_t kHanziTable = 0x6000;

extern const std::array<uint64_t, kHanziTable / 64> kIsTraditional;

inline bool is_traditional(char32_t c) {
  const size_t at = c - kFirstHanzi;
  return at < kHanziTable && ((kIsTraditional[at / 64] >> (at % 64)) & 1);
}
// `before` (in the view) and `after` tell 參加 from 貳佰零參, which keeps its numeral. REQUIRES: U+4000 <= c <= U+9FFF.
char32_t simplified(char32_t c, char32_t before, char32_t after);

}  // namespace zhibiao
