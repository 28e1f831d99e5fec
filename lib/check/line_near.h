// The lines around a place in a text, for the audits that ask what stands beside it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace zhibiao {

// The line around text[pos], no more of it than this many bytes on either side.
inline ByteSpan line_at(std::string_view text, size_t pos) {
  constexpr size_t kMost = 4000;
  const size_t least = pos - std::min(pos, kMost);
  const size_t before = text.substr(least, pos - least).rfind('\n');
  const size_t begin = before == text.npos ? least : least + before + 1;
  const size_t end = pos + std::min(text.substr(pos, kMost).find('\n'), std::min(text.size() - pos, kMost));
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// The next line with words, above or below; empty where there is none near by.
inline ByteSpan next_line(std::string_view text, ByteSpan line, bool below) {
  for (int passed = 0; passed < 4; ++passed) {
    if (below ? line.end + 1 >= text.size() : line.begin == 0) return {};
    line = line_at(text, below ? line.end + 1 : line.begin - 1);
    if (text.substr(line.begin, line.end - line.begin).find_first_not_of(" \t\r\f") != text.npos) return line;
  }
  return {};
}

}  // namespace zhibiao
