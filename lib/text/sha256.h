// The fingerprint of a source: the only file that knows libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace zhibiao
