// What folding asks of single characters: which are narrowed, which are not seen, between which a gap means nothing, of
// which a text has to be folded.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "text/traditional.h"
#include "text/utf8.h"

namespace zhibiao {

inline char32_t narrow(char32_t c) {
  if (c < 0x2212) return c;
  if (c == 0x2212) return '-';
  const bool letter_or_digit =
      (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
  const bool number_mark = c == 0xFF05 || c == 0xFF0B || c == 0xFF0D || c == 0xFF0E || c == 0xFF0F;  // ％＋－．／
  return letter_or_digit || number_mark ? c - 0xFEE0 : c;
}

inline bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0x2060 || c == 0x00AD;
}

// Characters of Chinese running text: between them a space or a line break means nothing.
inline bool is_cjk(char32_t c) {
  return is_hanzi(c) || (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF1F) || c == 0x2014 || c == 0x2018 ||
         c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026;
}

inline bool is_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// The vowels of pinyin with a tone: à to ü and ā to ǜ, with a few that pinyin does not have.
inline bool is_toned(char32_t c) { return (c >= 0xE0 && c <= 0xFC) || (c >= 0x101 && c <= 0x1DC); }

inline bool may_close_up(char32_t left, char32_t right) {
  if (is_cjk(left)) return is_cjk(right) || is_ascii_digit(right);
  return is_ascii_digit(left) && (is_cjk(right) || right == '%' || right == 0x2030);
}

// The ASCII characters that complete nothing: all but white space and those that reduce_tail knows.
constexpr auto make_plain() {
  std::array<bool, 0x80> plain{};
  for (char c = 0x21; c < 0x7F; ++c)
    plain[static_cast<size_t>(c)] = std::string_view("];>rn)").find(c) == std::string_view::npos;
  return plain;
}

inline constexpr auto kPlain = make_plain();

// Characters that folding may change or drop, or that may belong to a pattern which it does.
inline bool may_fold(char32_t c) {
  if (c < 0x80) return is_space(c) || c == '[' || c == '&' || c == '<' || c == '\\';
  return is_space(c) || is_invisible(c) || c == 0xB7 || is_toned(c) || c == 0x3010 || c == 0x3014 || c == 0xFF3B ||
         narrow(c) != c;
}

// Nearly all sentences need no folding.
inline bool needs_folding(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    for (; pos < text.size() && is_hanzi_lead(text[pos]); pos += 3) {
      if (is_traditional(text, pos)) return true;
    }
    if (pos == text.size()) return false;
    const CodePoint point = code_point_at(text, pos);
    if (may_fold(point.value)) return true;
    pos += point.length;
  }
  return false;
}

}  // namespace zhibiao
