// Code points in UTF-8: decoding one, encoding one, counting many. Shared by every layer that walks text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace zhibiao {

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The length in bytes of the character that starts with this byte.
inline size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

struct CodePoint {
  char32_t value = 0;
  size_t length = 0;  // bytes
};

// The character at text[pos]. REQUIRES: text is valid UTF-8, pos < text.size() stands on a lead byte.
inline CodePoint code_point_at(std::string_view text, size_t pos) {
  const auto byte = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[pos + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

// Hanzi, and the few other characters that share their lead bytes (three bytes each): most of a text, and none of it
// white space, a mark or a digit.
inline bool is_hanzi_lead(char byte) { return static_cast<unsigned char>(byte) - 0xE4u <= 0xE9u - 0xE4u; }

// Past the Hanzi at `pos`. REQUIRES: as above, but pos may be text.size().
inline size_t behind_hanzi(std::string_view text, size_t pos) {
  while (pos < text.size() && is_hanzi_lead(text[pos])) pos += 3;
  return pos;
}

// The character that ends before text[end]. REQUIRES: as above, end > 0.
inline CodePoint code_point_before(std::string_view text, size_t end) {
  size_t pos = end - 1;
  while (pos > 0 && is_continuation(text[pos])) --pos;
  return code_point_at(text, pos);
}

// Writes the character to `at`, which has room for four bytes or as many as it takes; returns how many.
inline size_t put_utf8(char* at, char32_t c) {
  const auto tail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    at[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    at[0] = static_cast<char>(0xC0 | (c >> 6)), at[1] = tail(0);
    return 2;
  }
  if (c < 0x10000) {
    at[0] = static_cast<char>(0xE0 | (c >> 12)), at[1] = tail(6), at[2] = tail(0);
    return 3;
  }
  at[0] = static_cast<char>(0xF0 | (c >> 18)), at[1] = tail(12), at[2] = tail(6), at[3] = tail(0);
  return 4;
}

inline void append_utf8(std::string& out, char32_t c) {
  char bytes[4];
  out.append(bytes, put_utf8(bytes, c));
}

// Counts lead bytes, eight at a time: a byte is a continuation when its top bits are 10.
inline size_t count_code_points(std::string_view text) {
  size_t continuations = 0, pos = 0;
  for (; pos + 8 <= text.size(); pos += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + pos, sizeof word);
    const uint64_t marks = (word >> 7) & ~(word >> 6) & 0x0101010101010101;
    continuations += (marks * 0x0101010101010101) >> 56;
  }
  for (; pos < text.size(); ++pos) continuations += is_continuation(text[pos]);
  return text.size() - continuations;
}

inline bool is_hanzi(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

inline bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

// ASCII and full-width: 5 ５.
inline bool is_digit(char32_t c) { return is_ascii_digit(c) || (c >= 0xFF10 && c <= 0xFF19); }

inline bool is_line_break(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

// White space in the sense of Unicode, line breaks included.
inline bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || is_line_break(c) || c == 0xA0 || c == 0x3000 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || (c >= 0x1C && c <= 0x1F);
}

inline bool all_hanzi(std::string_view utf8) {
  for (size_t pos = 0; pos < utf8.size();) {
    const CodePoint point = code_point_at(utf8, pos);
    if (!is_hanzi(point.value)) return false;
    pos += point.length;
  }
  return true;
}

}  // namespace zhibiao
