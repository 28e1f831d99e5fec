// Which lines belong to one paragraph: lines that a program wrapped at a fixed width, those that a page's links tore,
// and those between which a page ended.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "segment/line.h"

namespace zhibiao {

// The columns at which the text was wrapped by hand or by program; 0 when it was not.
size_t wrap_width(std::string_view text, const std::vector<TextLine>& lines);

// How many lines behind line `i` bring the next piece of its paragraph: 0 when it ends there, 1, or 2 across a page's
// number. `width` as above.
size_t lines_to_next_piece(std::string_view text, const std::vector<TextLine>& lines, size_t i, size_t width);

}  // namespace zhibiao
