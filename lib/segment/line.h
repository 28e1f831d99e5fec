// The lines of a text: where each begins and ends without the white space around it. Line breaks that an exporting
// program wrote out as the letters "\r\n" count as breaks too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace zhibiao {

// Bytes of the text. `tail` is `end`, or the end of written-out line breaks behind the line, which must land in some
// sentence because they are no white space.
struct TextLine {
  size_t begin = 0;
  size_t start = 0;  // of the words: behind spaces that were written out as "&nbsp;"
  size_t end = 0;
  size_t tail = 0;
  uint32_t points = 0;       // code points of [start, end)
  bool after_blank = false;  // an empty line or a page break stands before it

  std::string_view in(std::string_view text) const { return text.substr(start, end - start); }
};

// Blank lines are left out.
std::vector<TextLine> lines_of(std::string_view text);

// Takes the white space off both ends of [begin, end).
void trim(std::string_view text, size_t& begin, size_t& end);

}  // namespace zhibiao
