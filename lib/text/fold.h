// The matching view of a stretch of text: full-width digits, letters and %.+-/ half-width (５．２％ → 5.2%), spaces and
// line breaks inside words and numbers dropped (１ ９ ９ ３ 年, 政 府), footnote marks dropped (地区生产总值[2]),
// readings dropped (业(yè)), invisible characters dropped, Traditional characters Simplified (國內 → 国内). Prose
// punctuation (，。；：（）) stays as it is. Every byte of the view knows the code point it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace zhibiao {

// `at[i]` is the document code point of the character that byte i of `text` belongs to; at.size() == text.size().
struct Folded {
  std::string text;
  std::vector<uint32_t> at;

  // The document span of bytes [begin, end). Characters dropped inside are covered, at the edges not.
  // REQUIRES: begin < end <= text.size().
  Span span(uint32_t begin, uint32_t end) const { return {at[begin], at[end - 1] + 1}; }
  // The first byte whose code point is >= `point`; text.size() if there is none.
  uint32_t byte_at(uint32_t point) const;
};

// `origin` is the document code point at which `text` begins. Invalid UTF-8 is a precondition failure.
Folded fold(std::string_view text, uint32_t origin);
std::string folded(std::string_view text);

// The same, without a copy where folding changes nothing. Valid as long as `text` is.
class FoldedView {
 public:
  explicit FoldedView(std::string_view text);
  std::string_view get() const { return folds_ ? std::string_view(own_) : text_; }

 private:
  std::string_view text_;
  std::string own_;
  bool folds_;
};

}  // namespace zhibiao
