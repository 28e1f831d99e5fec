#include "text/trie.h"

#include <algorithm>
#include <deque>

namespace zhibiao {

namespace {

using Words = std::vector<std::pair<std::string, int32_t>>;

constexpr uint32_t kFree = 0xffffffff;
constexpr uint32_t kRoot = 0xfffffffe;  // the root is nobody's child, but its cell is taken

// A node to be placed: the sorted words [begin, end) share their first `depth` bytes.
struct Node {
  uint32_t state;
  size_t begin, end, depth;
};

struct Branch {
  unsigned char byte;
  size_t begin, end;
};

std::vector<Branch> branches(const Words& words, const Node& node) {
  std::vector<Branch> out;
  for (size_t i = node.begin; i < node.end; ++i) {
    if (words[i].first.size() == node.depth) continue;
    const auto byte = static_cast<unsigned char>(words[i].first[node.depth]);
    if (out.empty() || out.back().byte != byte) out.push_back({byte, i, i});
    out.back().end = i + 1;
  }
  return out;
}

// Who owns each cell, and where to look for room.
struct Cells {
  std::vector<uint32_t> owner{kRoot};
  uint32_t first_free = 1;

  bool fits(uint32_t base, const std::vector<Branch>& next) const {
    return std::all_of(next.begin(), next.end(), [&](const Branch& branch) {
      const size_t cell = base + branch.byte;
      return cell >= owner.size() || owner[cell] == kFree;
    });
  }

  // The first base at which all branches fall on free cells, which are then taken. Looking starts near the first free
  // cell, so that cells which stayed free between full ones are not looked at again for every node.
  uint32_t place(uint32_t state, const std::vector<Branch>& next) {
    while (first_free < owner.size() && owner[first_free] != kFree) ++first_free;
    uint32_t base = first_free > next.front().byte ? first_free - next.front().byte : 1;
    uint32_t tries = 0;
    for (; !fits(base, next); ++base) ++tries;
    if (tries > 256) first_free += tries / 2;
    if (base + 256 > owner.size()) owner.resize(base + 256, kFree);
    for (const Branch& branch : next) owner[base + branch.byte] = state;
    return base;
  }
};

}  // namespace

Trie::Trie(Words words) {
  std::erase_if(words, [](const auto& word) { return word.first.empty(); });
  // Stable: of equal words the first given comes first, and is the one whose value is taken.
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Cells cells;
  std::vector<std::pair<uint32_t, uint32_t>> bases;
  std::vector<std::pair<uint32_t, int32_t>> values;
  std::deque<Node> open{{0, 0, words.size(), 0}};
  for (; !open.empty(); open.pop_front()) {
    const Node node = open.front();
    if (node.depth > 0 && words[node.begin].first.size() == node.depth) {
      values.emplace_back(node.state, words[node.begin].second);
    }
    const std::vector<Branch> next = branches(words, node);
    if (next.empty()) continue;
    const uint32_t base = cells.place(node.state, next);
    bases.emplace_back(node.state, base);
    for (const Branch& b : next) open.push_back({base + b.byte, b.begin, b.end, node.depth + 1});
  }
  cells_.resize(cells.owner.size());
  for (size_t i = 0; i < cells_.size(); ++i) cells_[i].check = cells.owner[i];
  for (const auto& [state, base] : bases) cells_[state].base = base;
  for (const auto& [state, value] : values) cells_[state].value = value;
}

Trie::Hit Trie::longest(std::string_view text, size_t pos) const {
  Hit hit;
  each(text, pos, [&hit](uint32_t length, int32_t value) { hit = {length, value}; });
  return hit;
}

}  // namespace zhibiao
