// The characters that numbers are written with: what each UTF-8 character means to a numeral.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/utf8.h"

namespace zhibiao {

// digit: 零 一 … 九, 壹 … 玖; pair: 两 俩 (two, but also 1234两); tens: 廿 卅 卌; place: 十 百 千; big: 万 亿 兆;
// point: 点; half: 半; cue: 首 榜 翻 对, with which 首位, 榜首, 翻番 and 对折 begin; arabic: 0 … 9.
enum class GlyphKind : uint8_t { none, arabic, digit, pair, tens, place, big, point, half, cue };

// `value` is the digit, or the power of ten of a place or a big one (万 is 4). `financial`: 壹 佰, which are words of
// their own when they stand alone (陆地, 队伍).
struct Glyph {
  GlyphKind kind = GlyphKind::none;
  uint8_t value = 0;
  uint8_t length = 1;  // bytes
  bool financial = false;
};

// The character that begins at text[pos]. REQUIRES: pos < text.size(), at a character's begin.
Glyph glyph_at(std::string_view text, size_t pos);

// The first character at or after `pos` with which a number can begin; text.size() if there is none.
size_t next_glyph(std::string_view text, size_t pos);

// The bytes of the character before `pos` (0 at the begin of the text), and those of the one at `pos`.
size_t length_before(std::string_view text, size_t pos);
std::string_view character_at(std::string_view text, size_t pos);
std::string_view character_before(std::string_view text, size_t pos);

// Letters of Chinese: what a word goes on with.
bool is_han(std::string_view character);

inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether text goes on with `word` at `pos`.
inline bool goes_on(std::string_view text, size_t pos, std::string_view word) {
  const size_t size = word.size();
  // The last byte tells most characters apart, the first of Hanzi is one of six.
  return text.size() - pos >= size && text[pos + size - 1] == word[size - 1] && text.substr(pos, size) == word;
}

}  // namespace zhibiao
