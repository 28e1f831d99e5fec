// Where an offset stands in a text, for a person: its line, and a piece of the text around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emit/offsets.h"
#include "text/span.h"

namespace zhibiao {

// `text` must be valid UTF-8 and outlive it.
class Excerpts {
 public:
  explicit Excerpts(std::string_view text);

  // From 1. `point` is a code point of the text.
  uint32_t line(uint32_t point) const;
  // The text of a span, verbatim.
  std::string_view text(Span span) const;
  // Up to `reach` code points to either side, the span itself in 【】, on one line and harmless on a terminal:
  // …收入【5.2】%，比上年…
  std::string around(Span span, uint32_t reach = 14) const;

 private:
  std::string_view text_;
  OffsetTable bytes_;
  std::vector<uint32_t> line_ends_;  // bytes
};

}  // namespace zhibiao
