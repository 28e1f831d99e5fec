// Says of a text which of many patterns can match in it, in one pass that costs a table look-up a character: from the
// pairs of neighbouring characters that each pattern needs (grammar/needs.h).
//
// Why not RE2::Set: it says it exactly, but its automaton remembers which patterns have matched so far, so that each
// combination of them makes states of its own, and most of the time goes into making new ones.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/needs.h"
#include "text/image.h"

namespace zhibiao {

class Screen {
 public:
  Screen() = default;
  Screen(const std::vector<Demand>& patterns, bool bytes);
  explicit Screen(const Image& image);  // that a screen has been made into

  const Image& image() const { return image_; }

  // Bytes of a text between which all matches of a pattern lie. None begins behind `last`.
  struct Reach {
    size_t begin = 0, end = 0, last = 0;
  };

  // Calls see(index, reach), ascending, for all patterns that match somewhere in `text`, and for some more.
  template <typename See>
  void each_candidate(std::string_view text, See see) const {
    const Sights sights = bytes_ ? in_bytes(text) : in_characters(text);
    for (size_t p = 0; p < patterns_.size(); ++p) {
      uint64_t lacking = 0;
      for (size_t w = 0; w < kWords; ++w) lacking |= patterns_[p].needs[w] & ~sights.seen[w];
      if (lacking == 0) see(p, reach_of(patterns_[p], sights, text.size()));
    }
  }

 private:
  struct Builder;
  static constexpr size_t kWords = 2;
  using Needs = std::array<uint64_t, kWords>;  // a bit for each need

  struct Pattern {
    Needs needs{};
    size_t rarest = 0;  // one of them
    size_t longest = kNoLimit;
  };

  struct Whole {
    Needs placed{};  // the rarest of each pattern
    uint64_t begin_class = 0;
    uint64_t bytes = 0;
  };

  // The needs that a text fulfils, and the bytes of the characters with which each is fulfilled first and last.
  struct Sights {
    Needs seen{};
    std::array<uint32_t, 64 * kWords> first, last;
  };

  void note(Sights& sights, const Needs& fulfilled, size_t at) const;
  static Reach reach_of(const Pattern& pattern, const Sights& sights, size_t size);
  Sights in_bytes(std::string_view text) const;
  Sights in_characters(std::string_view text) const;

  Image image_;
  bool bytes_ = false;
  size_t begin_class_ = 0;
  Needs placed_{};
  std::span<const uint16_t> class_of_;  // by character: those that the same sets hold are of a class
  std::span<const uint32_t> row_of_;    // by class before: where in pairs_ its row begins; many classes share one
  std::span<const Needs> pairs_;        // [row + class]: what the two fulfil
  std::span<const Pattern> patterns_;
};

}  // namespace zhibiao
