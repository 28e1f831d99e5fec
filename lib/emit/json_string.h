// What of a text may stand in a JSON string as it is.
#pragma once

#include <cstddef>
#include <string_view>

namespace zhibiao {

// Bytes at the head of the text up to the first that has to be escaped or is no UTF-8; text.size() if there is none.
size_t plain_bytes(std::string_view text);

}  // namespace zhibiao
