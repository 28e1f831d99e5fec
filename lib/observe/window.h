// The text that an observation shows as its sentence: the whole, or of one longer than 2,000 code points a window of
// clauses around the value, at most 400.
#pragma once

#include <string_view>
#include <vector>

#include "segment/sentence.h"

namespace zhibiao {

struct SentenceWindow {
  Span span;  // code points of the document
  std::string_view text;
};

// REQUIRES: the sentence outlives it.
class WindowCutter {
 public:
  explicit WindowCutter(const Sentence& sentence);

  SentenceWindow around(Span value) const;

 private:
  SentenceWindow cut(Span span) const;

  const Sentence& sentence_;
  std::vector<uint32_t> bytes_;  // where each code point of a long sentence begins; empty for a short one
};

}  // namespace zhibiao
