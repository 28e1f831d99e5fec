// Looking for words of short lists in short strings.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace zhibiao {

using Words = std::initializer_list<std::string_view>;

inline bool contains(std::string_view text, std::string_view word) { return text.find(word) != text.npos; }

inline bool contains_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return contains(text, word); });
}

inline bool starts_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text.starts_with(word); });
}

inline bool ends_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text.ends_with(word); });
}

}  // namespace zhibiao
