// A dictionary of words for leftmost-longest search: the one structure behind every word list. A double array over
// UTF-8 bytes; built once, read by any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao {

class Trie {
 public:
  struct Hit {
    uint32_t length = 0;  // bytes; 0: no word starts here
    int32_t value = -1;
  };

  Trie() = default;
  // A word given twice keeps its first value. Values are >= 0; the empty word is ignored.
  explicit Trie(std::vector<std::pair<std::string, int32_t>> words);

  // The longest word that starts at text[pos].
  Hit longest(std::string_view text, size_t pos) const;
  // Calls see(length, value) for every word that starts at text[pos], shortest first.
  template <typename See>
  void each(std::string_view text, size_t pos, See see) const {
    uint32_t state = 0;
    for (size_t i = pos; i < text.size(); ++i) {
      uint32_t next = 0;
      if (!step(state, static_cast<unsigned char>(text[i]), next)) return;
      state = next;
      if (cells_[state].value >= 0) see(static_cast<uint32_t>(i + 1 - pos), cells_[state].value);
    }
  }

 private:
  struct Cell {
    uint32_t base = 0;
    uint32_t check = 0xffffffff;
    int32_t value = -1;
  };
  bool step(uint32_t state, unsigned char byte, uint32_t& next) const {
    if (state >= cells_.size()) return false;
    next = cells_[state].base + byte;
    return next < cells_.size() && cells_[next].check == state;
  }

  std::vector<Cell> cells_;
};

}  // namespace zhibiao
