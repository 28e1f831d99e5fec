// Looking for words of short lists in short strings.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string_view>

#include "text/utf8.h"

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

// Which characters of three bytes a text has, by their second and third byte: a superset.
class CharacterBits {
 public:
  constexpr CharacterBits() = default;
  explicit CharacterBits(std::string_view text) {
    for (size_t pos = 0; pos + 3 <= text.size(); pos += utf8_length(text[pos])) add(text, pos);
  }

  constexpr void add(std::string_view text, size_t pos) { rows_[row(text, pos)] |= column(text, pos); }
  // Of the character at text[pos]. REQUIRES: pos + 3 <= text.size().
  bool has(std::string_view text, size_t pos) const { return (rows_[row(text, pos)] & column(text, pos)) != 0; }

 private:
  static constexpr size_t row(std::string_view text, size_t pos) { return static_cast<size_t>(text[pos + 1] & 0x3f); }
  static constexpr uint64_t column(std::string_view text, size_t pos) { return uint64_t{1} << (text[pos + 2] & 0x3f); }

  std::array<uint64_t, 64> rows_{};
};

// A list of words that is looked for often: one pass for all of them. The second and third byte of a text's characters
// tell for nearly all of them that no word begins there.
class WordSet {
 public:
  // REQUIRES: valid UTF-8, no word shorter than three bytes; `words` outlives the set.
  constexpr explicit WordSet(std::span<const std::string_view> words) : words_(words) {
    for (const std::string_view word : words) begins_.add(word, 0);
  }

  bool in(std::string_view text) const {
    for (size_t pos = 0; pos + 3 <= text.size(); pos += utf8_length(text[pos])) {
      if (at(text, pos)) return true;
    }
    return false;
  }
  bool begins(std::string_view text) const { return text.size() >= 3 && at(text, 0); }

  // What can be known before folding, of a Simplified text.
  bool may_begin(std::string_view text) const { return text.size() >= 3 && begins_.has(text, 0); }

 private:
  bool at(std::string_view text, size_t pos) const {
    if (!begins_.has(text, pos)) return false;
    const std::string_view rest = text.substr(pos);
    return std::any_of(words_.begin(), words_.end(), [rest](std::string_view word) { return rest.starts_with(word); });
  }

  std::span<const std::string_view> words_;
  CharacterBits begins_;  // the first character of each
};

}  // namespace zhibiao
