// Bytes of an unknown encoding → valid UTF-8. The only place that knows ICU's converters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zhibiao {

struct Decoded {
  std::string text;            // valid UTF-8, without a byte order mark
  std::string encoding;        // utf-8, utf-16le, utf-16be, gb18030, big5
  uint64_t invalid_bytes = 0;  // damaged stretches, each now one U+FFFD
};

// `encoding` "" detects. Throws Error when the bytes are no text in any known encoding, or `encoding` is unknown.
Decoded decode(std::string_view bytes, std::string_view encoding = {});

// The length of the longest prefix that is valid UTF-8.
size_t valid_utf8_prefix(std::string_view bytes);

}  // namespace zhibiao
