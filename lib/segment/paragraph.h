// Which lines belong to one paragraph: lines that a program wrapped at a fixed width, those that a page's links tore,
// and those between which a page ended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "segment/line.h"

namespace zhibiao {

// The columns at which each line was wrapped by hand or by program, found out for each page and for the text as a
// whole; 0 where it was not.
std::vector<uint8_t> wrap_widths(std::string_view text, const std::vector<TextLine>& lines);

// How many lines behind line `i` bring the next piece of its paragraph: 0 when it ends there, 1, or 2 across a page's
// number. `width` is that of line `i`.
size_t lines_to_next_piece(std::string_view text, const std::vector<TextLine>& lines, size_t i, size_t width);

}  // namespace zhibiao
