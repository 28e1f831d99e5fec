// A set of characters, as sorted ranges. kTextBegin stands for the place before the first character, so that ^ is a
// character like any other.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace zhibiao {

constexpr uint32_t kTextBegin = 0x110000;

struct CharacterSet {
  std::vector<std::pair<uint32_t, uint32_t>> ranges;  // both ends belong; sorted, disjoint

  static CharacterSet of(uint32_t c) { return {{{c, c}}}; }
  static CharacterSet all() { return {{{0, kTextBegin}}}; }  // with kTextBegin

  bool contains(uint32_t c) const;
  bool is_all() const { return ranges.size() == 1 && ranges[0] == std::pair<uint32_t, uint32_t>(0, kTextBegin); }
  void add(uint32_t first, uint32_t last);
  CharacterSet complement() const;  // without kTextBegin
  friend CharacterSet operator|(const CharacterSet& a, const CharacterSet& b);
  friend bool operator==(const CharacterSet&, const CharacterSet&) = default;
};

}  // namespace zhibiao
