// Which lines belong to one paragraph: lines that a program wrapped at a fixed width, and those that a page's links
// tore.
#pragma once

#include <string_view>
#include <vector>

#include "segment/line.h"

namespace zhibiao {

// The columns at which the text was wrapped by hand or by program; 0 when it was not.
size_t wrap_width(std::string_view text, const std::vector<TextLine>& lines);

// Does `next` carry on the paragraph of `line`? `width` as above.
bool carries_on(std::string_view text, const TextLine& line, const TextLine& next, size_t width);

}  // namespace zhibiao
