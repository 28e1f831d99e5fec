// Text that came from outside, made harmless for the two places where it may stand in a page.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao {

// For an element's content and for a quoted attribute. One character of the text stays one character of the page, so
// that offsets hold: a parser would drop \r and turn NUL into nothing.
void append_html(std::string& out, std::string_view text);

// JSON for a <script> element: nothing in it ends the element, opens a comment, or is a line end of JavaScript only.
std::string script_safe(std::string_view json);

}  // namespace zhibiao
