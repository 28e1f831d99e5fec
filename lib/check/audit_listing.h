// What a number is that only numbers something: an item, a table in a list of contents, a document of an authority, a
// page that a web page links to.
#pragma once

#include <string_view>

#include "text/span.h"

namespace zhibiao {

// The reason, such as "item number"; "" where the digits text[bytes] are none of these.
std::string_view number_in_listing(std::string_view text, ByteSpan bytes);

}  // namespace zhibiao
