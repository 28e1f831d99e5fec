// Says of a text which of many patterns can match in it, in one pass that costs a table look-up a character: from the
// pairs of neighbouring characters that each pattern needs (grammar/needs.h).
//
// Why not RE2::Set: it says it exactly, but its automaton remembers which patterns have matched so far, so that each
// combination of them makes states of its own, and most of the time goes into making new ones.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/needs.h"

namespace zhibiao {

class Screen {
 public:
  Screen() = default;
  // The needs of each pattern. `bytes`: a text's characters are single bytes, not UTF-8.
  Screen(const std::vector<std::vector<Need>>& patterns, bool bytes);

  // Calls see(index), ascending, for all patterns that match somewhere in `text`, and for some more.
  template <typename See>
  void each_candidate(std::string_view text, See see) const {
    const Needs seen = fulfilled_by(text);
    for (size_t p = 0; p < patterns_.size(); ++p) {
      uint64_t lacking = 0;
      for (size_t w = 0; w < kWords; ++w) lacking |= patterns_[p][w] & ~seen[w];
      if (lacking == 0) see(p);
    }
  }

 private:
  struct Builder;
  static constexpr size_t kWords = 2;
  using Needs = std::array<uint64_t, kWords>;  // a bit for each need

  Needs fulfilled_by(std::string_view text) const;
  Needs in_bytes(std::string_view text) const;
  Needs in_characters(std::string_view text) const;

  bool bytes_ = false;
  size_t classes_ = 0;  // of characters that the same sets hold
  size_t begin_class_ = 0;
  std::vector<uint16_t> class_of_;  // by character
  std::vector<Needs> pairs_;        // [class before * classes_ + class]: what the two fulfil
  std::vector<Needs> patterns_;
};

}  // namespace zhibiao
