// Verbatim pieces of a sentence: the text of a value, and what an observation shows as its sentence (the whole, or of
// one longer than 2,000 code points a window of clauses around the value, at most 400).
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
  // `folded`: the sentence's matching view differs from its text.
  WindowCutter(const Sentence& sentence, bool folded);

  SentenceWindow around(Span value) const;
  // The text of a span; `as_folded` is that text where nothing was folded.
  std::string_view verbatim(Span span, std::string_view as_folded) const;

 private:
  SentenceWindow cut(Span span) const;
  bool is_long() const;

  const Sentence& sentence_;
  std::vector<uint32_t> bytes_;  // where each code point of a long sentence begins; empty when not needed
};

}  // namespace zhibiao
