// A web page → the text of its article. Uses libxml2's HTML parser, which never opens a file or a connection here.
#pragma once

#include <string_view>

#include "text/formats/content.h"

namespace zhibiao {

// `page` is valid UTF-8, whatever encoding it declares. Left out: navigation, share buttons, related links, footer. Of
// what stands between the title and the article the lines stay (date, source). Throws Error for a page that is nested
// deeper than any real one.
Content read_html(std::string_view page);

}  // namespace zhibiao
