// What a reader of one format makes of a file's bytes, and the limits that all of them keep.
#pragma once

#include <cstdint>
#include <string>

namespace zhibiao {

// Paragraphs and table rows are lines. The cells of a table row are separated by TABs; no other line holds one. A cell
// over n columns is followed by n-1 empty ones, below a cell over n rows stand n-1 empty ones.
struct Content {
  std::string text;            // valid UTF-8
  std::string title;           // that the file gives itself, perhaps not in the text
  std::string date;            // of publication, 2023-01-05
  std::string publisher = {};  // whose site or file it is: 六安市财政局
};

// What hostile input may cost. Passing a limit is an Error.
struct ReadLimits {
  uint64_t bytes = uint64_t{256} << 20;  // of one document, unpacked
  uint32_t ratio = 200;                  // unpacked to packed, of anything that unpacks to more than a megabyte
  uint32_t members = 100'000;            // of one archive
  uint32_t nesting = 3;                  // archives within archives
  uint32_t pages = 5'000;                // of a PDF
  uint64_t memory = uint64_t{1} << 30;   // bytes that reading a PDF may take
  uint32_t seconds = 60;                 // of work that reading a PDF may take

  friend bool operator==(const ReadLimits&, const ReadLimits&) = default;
};

}  // namespace zhibiao
