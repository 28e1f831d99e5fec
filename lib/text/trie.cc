#include "text/trie.h"

#include <algorithm>
#include <deque>

namespace zhibiao {

namespace {

constexpr uint32_t kFree = 0xffffffff;
constexpr uint32_t kRoot = 0xfffffffe;  // the root is nobody's child, but its cell is taken

// A node to be placed: the sorted words [begin, end) share their first `depth` bytes.
struct Node {
  uint32_t state;
  size_t begin, end, depth;
};

struct Branch {
  uint32_t code;
  size_t begin, end, depth;
};

// Of most words all that their order needs, as one number.
uint64_t first_bytes(std::string_view word) {
  uint64_t key = 0;
  for (size_t i = 0; i < sizeof key; ++i) key = key << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0);
  return key;
}

// Who owns each cell, and where to look for room.
struct Cells {
  std::vector<uint32_t> owner{kRoot};
  uint32_t first_free = 1;

  bool fits(uint32_t base, const std::vector<Branch>& next) const {
    return std::all_of(next.begin(), next.end(), [&](const Branch& branch) {
      const uint32_t cell = base + branch.code;
      return cell >= owner.size() || owner[cell] == kFree;
    });
  }

  // The first base at which all branches fall on free cells, which are then taken; it may be below zero, and wraps.
  // Looking starts near the first free cell, so that cells which stayed free between full ones are not looked at again
  // for every node.
  uint32_t place(uint32_t state, const std::vector<Branch>& next) {
    while (first_free < owner.size() && owner[first_free] != kFree) ++first_free;
    const auto by_code = [](const Branch& a, const Branch& b) { return a.code < b.code; };
    const auto [least, most] = std::minmax_element(next.begin(), next.end(), by_code);
    uint32_t base = first_free - least->code;
    uint32_t tries = 0;
    for (; !fits(base, next); ++base) ++tries;
    if (tries > 256) first_free += tries / 2;
    if (base + most->code >= owner.size()) owner.resize(base + most->code + 1, kFree);
    for (const Branch& branch : next) owner[base + branch.code] = state;
    return base;
  }
};

}  // namespace

// Numbers the symbols, then places the nodes level by level.
struct Trie::Builder {
  const Words& words;
  std::vector<uint16_t> codes{};
  std::vector<First> firsts{1};
  uint16_t count = 0;  // of symbols
  Cells cells{};
  std::vector<std::pair<uint32_t, uint32_t>> bases{};
  std::vector<std::pair<uint32_t, int32_t>> values{};
  std::vector<Branch> branches_{};

  void number_symbols() {
    for (const auto& [word, value] : words) {
      for (size_t i = 0; i < word.size();) {
        const Symbol symbol = symbol_at(word, i);
        if (symbol.value >= codes.size()) codes.resize(symbol.value + 1);
        codes[symbol.value] = 1;
        i += symbol.length;
      }
    }
    for (uint16_t& code : codes) {
      if (code != 0) code = ++count;
    }
  }

  // In a vector that is used again.
  const std::vector<Branch>& branches(const Node& node) {
    std::vector<Branch>& out = branches_;
    out.clear();
    for (size_t i = node.begin; i < node.end; ++i) {
      const std::string_view word = words[i].first;
      if (word.size() == node.depth) continue;
      const Symbol symbol = symbol_at(word, node.depth);
      const uint32_t code = codes[symbol.value];
      if (out.empty() || out.back().code != code) out.push_back({code, i, i, node.depth + symbol.length});
      out.back().end = i + 1;
    }
    return out;
  }

  void place_nodes() {
    std::deque<Node> open{{0, 0, words.size(), 0}};
    for (; !open.empty(); open.pop_front()) {
      const Node node = open.front();
      if (node.depth > 0 && words[node.begin].first.size() == node.depth) {
        values.emplace_back(node.state, words[node.begin].second);
      }
      const std::vector<Branch>& next = branches(node);
      if (next.empty()) continue;
      const uint32_t base = cells.place(node.state, next);
      bases.emplace_back(node.state, base);
      for (const Branch& b : next) open.push_back({base + b.code, b.begin, b.end, b.depth});
    }
  }

  std::vector<Cell> numbered_cells() const {
    std::vector<Cell> out(cells.owner.size());
    for (size_t i = 0; i < out.size(); ++i) out[i].check = cells.owner[i];
    for (const auto& [state, base] : bases) out[state].base = base;
    for (const auto& [state, value] : values) out[state].value = value;
    return out;
  }

  void note_firsts(const std::vector<Cell>& numbered) {
    firsts.resize(static_cast<size_t>(count) + 1);
    for (const auto& [word, value] : words) {
      const Symbol symbol = symbol_at(word, 0);
      const uint32_t code = codes[symbol.value];
      First& first = firsts[code];
      first.state = numbered[0].base + code;
      first.value = numbered[first.state].value;
      if (word.size() == symbol.length) continue;
      first.next |= uint64_t{1} << codes[symbol_at(word, symbol.length).value] % 64;
    }
  }

  Image image() {
    number_symbols();
    place_nodes();
    const std::vector<Cell> numbered = numbered_cells();
    note_firsts(numbered);
    ImageWriter writer;
    writer.add(codes);
    writer.add(firsts);
    writer.add(numbered);
    return std::move(writer).image();
  }
};

constinit const Trie::First Trie::kNone{};

Trie::Trie(const Image& image) : image_(image) {
  ImageReader reader(image_);
  reader.next(codes_);
  reader.next(firsts_);
  reader.next(cells_);
}

Trie::Trie(const Words& words) {
  struct Keyed {
    uint64_t key;
    size_t i;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words[i].first.empty()) keyed.push_back({first_bytes(words[i].first), i});
  }
  // Of equal words the first given comes first, and is the one whose value is taken.
  std::sort(keyed.begin(), keyed.end(), [&words](const Keyed& a, const Keyed& b) {
    if (a.key != b.key) return a.key < b.key;
    const int order = words[a.i].first.compare(words[b.i].first);
    return order != 0 ? order < 0 : a.i < b.i;
  });
  Words sorted;
  sorted.reserve(keyed.size());
  for (const Keyed& one : keyed) sorted.push_back(words[one.i]);
  *this = Trie(Builder{sorted}.image());
}

}  // namespace zhibiao
