// Looking for words of short lists in short strings.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>

namespace zhibiao {

using Words = std::initializer_list<std::string_view>;

// Compares four bytes at a time: find() stops at every byte that equals the word's first, and a Hanzi's first byte is
// one of six in all.
inline bool contains(std::string_view text, std::string_view word) {
  constexpr size_t kStep = sizeof(uint32_t);
  if (word.size() + 1 < kStep || text.size() < kStep) return text.find(word) != text.npos;
  uint32_t want = 0, mask = 0;
  const uint32_t ones = ~uint32_t{0};
  std::memcpy(&want, word.data(), std::min(kStep, word.size()));
  std::memcpy(&mask, &ones, std::min(kStep, word.size()));
  for (size_t i = 0; i + kStep <= text.size(); ++i) {
    uint32_t four;
    std::memcpy(&four, text.data() + i, kStep);
    if ((four & mask) == want && text.substr(i, word.size()) == word) return true;
  }
  return text.ends_with(word);
}

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
