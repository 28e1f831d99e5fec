// Whether the address sanitizer was compiled in: it maps terabytes, so that no limit of memory can be set.
#pragma once

namespace zhibiao {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kSanitized = true;  // gcc
#elif defined(__has_feature)
inline constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace zhibiao
