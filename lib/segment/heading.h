// Which lines, and which first sentences of lines, are headings.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "segment/line.h"
#include "segment/numbering.h"

namespace zhibiao {

// Bytes of the text: [begin, end) with numbering and closing mark, [text_begin, text_end) without. What follows `end`
// in the line is prose.
struct Heading {
  Rank rank = Rank::none;
  size_t begin = 0, end = 0;
  size_t text_begin = 0, text_end = 0;
};

// `next` is the line after `line`, nullptr at the end of the text. 1.政府债务限额1865009万元 is an item with a figure
// and no heading.
std::optional<Heading> heading_of(std::string_view text, const TextLine& line, const TextLine* next);

// A line of running text: long, with a full stop.
bool is_prose(std::string_view text, const TextLine& line, uint32_t points);

}  // namespace zhibiao
