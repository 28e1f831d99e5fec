// A dictionary of words for leftmost-longest search: the one structure behind every word list. A double array over
// characters; built once, read by any number of threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/image.h"

namespace zhibiao {

class Trie {
 public:
  struct Hit {
    uint32_t length = 0;  // bytes; 0: no word starts here
    int32_t value = -1;
  };

  using Words = std::vector<std::pair<std::string_view, int32_t>>;

  Trie() = default;
  // A word given twice keeps its first value. Values are >= 0; the empty word is ignored.
  explicit Trie(const Words& words);
  // The same, of the image that these words have been made into, if there is one.
  Trie(const Words& words, const Image& image) : Trie(image ? Trie(image) : Trie(words)) {}

  const Image& image() const { return image_; }

  // The longest word that starts at text[pos].
  Hit longest(std::string_view text, size_t pos) const {
    Hit hit;
    each(text, pos, [&hit](uint32_t length, int32_t value) { hit = {length, value}; });
    return hit;
  }
  // Calls see(length, value) for every word that starts at text[pos], shortest first.
  template <typename See>
  void each(std::string_view text, size_t pos, See see) const {
    if (pos >= text.size()) return;
    const Symbol first = symbol_at(text, pos);
    const First& begun = firsts_[code_of(first)];
    if (begun.value >= 0) see(first.length, begun.value);
    uint32_t state = begun.state;
    for (size_t i = pos + first.length; i < text.size();) {
      const Symbol symbol = symbol_at(text, i);
      const uint32_t code = code_of(symbol);
      if (code == 0 || (state == begun.state && (begun.next >> code % 64 & 1) == 0)) return;
      const uint32_t next = cells_[state].base + code;
      if (next >= cells_.size() || cells_[next].check != state) return;
      state = next;
      i += symbol.length;
      if (cells_[state].value >= 0) see(static_cast<uint32_t>(i - pos), cells_[state].value);
    }
  }

 private:
  // One step of a walk: a character of three bytes, which nearly all are, or else a single byte. A Hanzi so costs one
  // step, not three, each of them a jump to another place of memory.
  struct Symbol {
    uint32_t value = 0;
    uint32_t length = 1;
  };
  static Symbol symbol_at(std::string_view text, size_t pos) {
    const auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(text[pos + i])); };
    const uint32_t lead = byte(0);
    if ((lead & 0xf0) != 0xe0 || text.size() - pos < 3) return {lead, 1};
    const uint32_t value = (lead & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    const bool well_formed = (((byte(1) ^ 0x80) | (byte(2) ^ 0x80)) & 0xc0) == 0 && value >= 0x100;
    return well_formed ? Symbol{value, 3} : Symbol{lead, 1};
  }

  uint32_t code_of(Symbol symbol) const { return symbol.value < codes_.size() ? codes_[symbol.value] : 0; }

  // What a word begins with: at most places no word begins, and this small table shows it.
  struct First {
    uint64_t next = 0;  // a bit for the codes, modulo 64, that a word goes on with
    uint32_t state = 0;
    int32_t value = -1;
  };

  struct Cell {
    uint32_t base = 0;
    uint32_t check = 0xffffffff;
    int32_t value = -1;
  };

  struct Builder;
  explicit Trie(const Image& image);

  static const First kNone;

  Image image_;
  std::span<const uint16_t> codes_;  // by symbol: its number among those that words have, from 1; 0: no word has it
  std::span<const First> firsts_{&kNone, 1};  // by code; of 0, which begins no word, too
  std::span<const Cell> cells_;  // the child of `state` by `code` is cells_[state].base + code, if its check is `state`
};

}  // namespace zhibiao
