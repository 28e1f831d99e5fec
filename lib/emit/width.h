// How many columns of a terminal a text takes, and texts made to fit.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao {

// Wide and full-width characters (亿, ％) take two columns, combining marks none. REQUIRES: no control characters.
int display_width(std::string_view text);

// On one line and harmless on a terminal: line breaks and tabs become spaces, other control characters, direction
// overrides and broken bytes go (\x1b[31m → [31m).
std::string plain_line(std::string_view text);

// The text cut to at most `width` columns, the last of them … when something was cut.
std::string clipped(std::string_view text, int width);

}  // namespace zhibiao
