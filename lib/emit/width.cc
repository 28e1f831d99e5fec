#include "emit/width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace zhibiao {
namespace {

bool is_zero_width(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return c != 0xad;
    default:
      return false;
  }
}

int width_of(UChar32 c) {
  if (c < 0x300) return 1;
  if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3001 && c <= 0x3029)) return 2;
  if (is_zero_width(c)) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The character at `at`, which moves behind it; negative for a broken byte.
UChar32 next_char(std::string_view text, size_t& at) {
  UChar32 c = 0;
  auto index = static_cast<int64_t>(at);
  U8_NEXT(text.data(), index, static_cast<int64_t>(text.size()), c);
  at = static_cast<size_t>(index);
  return c;
}

bool is_direction_override(UChar32 c) { return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); }

bool is_control(UChar32 c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

bool is_break(UChar32 c) { return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) {
    const UChar32 c = next_char(text, at);
    width += c < 0 ? 1 : width_of(c);
  }
  return width;
}

std::string plain_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const UChar32 c = next_char(text, at);
    if (c >= 0 && is_break(c)) {
      line += ' ';
    } else if (c >= 0 && !is_control(c) && !is_direction_override(c)) {
      line += text.substr(begin, at - begin);
    }
  }
  return line;
}

std::string clipped(std::string_view text, int width) {
  int used = 0;
  size_t fits = 0;  // bytes that leave a column for the …
  for (size_t at = 0; at < text.size();) {
    const UChar32 c = next_char(text, at);
    used += c < 0 ? 1 : width_of(c);
    if (used > width) return std::string(text.substr(0, fits)) + "…";
    if (used < width) fits = at;
  }
  return std::string(text);
}

}  // namespace zhibiao
