// Traditional characters and the Simplified ones that the matching view has for them: 國內生產總值 is found, and named,
// as 国内生产总值. One character for one, each of three bytes, so that no offset moves.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhibiao {

inline constexpr char32_t kFirstHanzi = 0x4000;  // the first with a lead byte that is_hanzi_lead knows
inline constexpr size_t kHanziTable = 0x6000;

extern const std::array<uint64_t, kHanziTable / 64> kIsTraditional;

inline bool is_traditional(char32_t c) {
  const size_t at = c - kFirstHanzi;
  return at < kHanziTable && ((kIsTraditional[at / 64] >> (at % 64)) & 1);
}
// REQUIRES: is_hanzi_lead(text[pos]), and the character is whole.
inline bool is_traditional(std::string_view text, size_t pos) {
  const auto bits = [&](size_t i, unsigned mask) { return static_cast<unsigned char>(text[pos + i]) & mask; };
  return (kIsTraditional[((bits(0, 0xF) << 6) | bits(1, 0x3F)) - kFirstHanzi / 64] >> bits(2, 0x3F)) & 1;
}
// `before` (in the view) and `after` tell 參加 from 貳佰零參, which keeps its numeral. REQUIRES: U+4000 <= c <= U+9FFF.
char32_t simplified(char32_t c, char32_t before, char32_t after);

// Of valid UTF-8. The same number of bytes.
bool has_traditional(std::string_view text);
std::string simplified(std::string_view text);

}  // namespace zhibiao
