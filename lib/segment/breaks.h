// Where sentences and clauses end within a paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.h"

namespace zhibiao {

// A sentence as bytes and as code points of the text, with its clauses.
struct Stretch {
  size_t begin = 0, end = 0;  // bytes
  Span span;
  std::vector<Span> clauses;
};

// Splits paragraphs. It keeps its memory between calls, so that one splitter serves a document without allocating.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  // The sentences of bytes [begin, end), whose first character is the document's code point `point`. Neither end is
  // white space. A mark inside parentheses that close within 300 code points ends no sentence. The result is valid
  // until the next call.
  std::vector<Stretch>& split(size_t begin, size_t end, uint32_t point);

 private:
  // A mark that ends a clause, perhaps a sentence; `after` is behind the mark and the quotes that close with it.
  struct Mark {
    size_t begin, after;
    uint32_t from, to;  // the same as code points
    bool ends_sentence;
  };
  struct Place {
    size_t byte;
    uint32_t point;
  };

  Place scan(Place from, size_t end);  // returns `end`
  void see(char32_t c, size_t length, Place place, size_t end);
  void close_parenthesis(Place place);
  void drop_protected_ends();
  Place skip_closers(Place place, size_t end) const;
  Place skip_spaces(Place place, size_t end) const;
  void emit(Place begin, Place end, size_t first, size_t last);
  void emit_capped(Place begin, Place end, size_t first, size_t last);
  Place cut_before_limit(Place begin, size_t& mark, size_t last) const;

  std::string_view text_;
  std::vector<Mark> marks_;
  std::vector<Place> open_;
  std::vector<std::pair<size_t, size_t>> closed_;  // outermost parentheses that hold a sentence together
  std::vector<Stretch> out_;
};

}  // namespace zhibiao
