// Code point offsets → offsets in another unit, for readers whose strings are bytes (C++, Go, Rust) or UTF-16
// (JavaScript, Java).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "emit/json.h"
#include "text/export.h"

namespace zhibiao {

enum class OffsetUnit { codepoints, bytes, utf16 };

// Of one text; a checkpoint every 64 code points, so that a text of 10 MB costs 600 KB. `text` must outlive the table.
class ZHIBIAO_EXPORT OffsetTable {
 public:
  // `text` must be valid UTF-8. `unit` is the unit that offsets are converted to.
  OffsetTable(std::string_view text, OffsetUnit unit);

  // An offset beyond the text is the text's end.
  uint32_t at(uint32_t code_point) const;
  Span operator()(Span span) const { return {at(span.begin), at(span.end)}; }

 private:
  struct Checkpoint {
    uint32_t byte = 0;
    uint32_t unit = 0;
  };
  std::string_view text_;
  OffsetUnit unit_;
  std::vector<Checkpoint> checkpoints_;
};

// Every span of the line.
ZHIBIAO_EXPORT void convert_offsets(Observation& observation, const OffsetTable& table);
ZHIBIAO_EXPORT void convert_offsets(SentenceLine& line, const OffsetTable& table);
ZHIBIAO_EXPORT void convert_offsets(Term& term, const OffsetTable& table);

}  // namespace zhibiao
