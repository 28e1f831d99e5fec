#include "grammar/character_set.h"

#include <algorithm>

namespace zhibiao {

bool CharacterSet::contains(uint32_t c) const {
  const auto behind = std::upper_bound(ranges.begin(), ranges.end(), std::pair(c, UINT32_MAX));
  return behind != ranges.begin() && std::prev(behind)->second >= c;
}

void CharacterSet::add(uint32_t first, uint32_t last) {
  auto from = ranges.begin();
  while (from != ranges.end() && from->second + 1 < first) ++from;
  auto to = from;
  for (; to != ranges.end() && to->first <= last + 1; ++to) {
    first = std::min(first, to->first);
    last = std::max(last, to->second);
  }
  if (from == to) {
    ranges.insert(from, {first, last});
  } else {
    *from = {first, last};
    ranges.erase(std::next(from), to);
  }
}

CharacterSet CharacterSet::complement() const {
  CharacterSet out;
  uint32_t from = 0;
  for (const auto& [first, last] : ranges) {
    if (first > from) out.ranges.emplace_back(from, first - 1);
    from = last + 1;
  }
  if (from < kTextBegin) out.ranges.emplace_back(from, kTextBegin - 1);
  return out;
}

CharacterSet operator|(const CharacterSet& a, const CharacterSet& b) {
  CharacterSet out;
  out.ranges.reserve(a.ranges.size() + b.ranges.size());
  auto left = a.ranges.begin(), right = b.ranges.begin();
  while (left != a.ranges.end() || right != b.ranges.end()) {
    const bool take_left = right == b.ranges.end() || (left != a.ranges.end() && left->first < right->first);
    const auto& next = take_left ? *left++ : *right++;
    if (!out.ranges.empty() && next.first <= out.ranges.back().second + 1) {
      out.ranges.back().second = std::max(out.ranges.back().second, next.second);
    } else {
      out.ranges.push_back(next);
    }
  }
  return out;
}

}  // namespace zhibiao
