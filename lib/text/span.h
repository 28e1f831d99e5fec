// A half-open stretch [begin, end) of a text. Between stages the unit is always Unicode code points of the decoded
// document; inside a stage a span over UTF-8 bytes of a folded sentence is called ByteSpan.
#pragma once

#include <cstdint>

namespace zhibiao {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return empty() ? 0 : end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
};

struct ByteSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
  friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

}  // namespace zhibiao
