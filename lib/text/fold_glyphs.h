// The characters of a view while it is being made, and where each came from.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

namespace zhibiao {

struct Glyph {
  char32_t c;
  uint32_t at;  // code point of the document
};

// There is room for as many as `text` has.
class Glyphs {
 public:
  explicit Glyphs(std::string_view text)
      : glyphs_(std::make_unique_for_overwrite<Glyph[]>(count_code_points(text))), most_(text.size()) {}

  std::string text() const {
    std::string out(most_, '\0');
    char* end = out.data();
    for (const Glyph& glyph : all()) end += put_utf8(end, glyph.c);
    out.resize(static_cast<size_t>(end - out.data()));
    return out;
  }

  Folded folded() const {
    Folded out{std::string(most_, '\0'), {}};
    out.at.resize(most_);
    char* end = out.text.data();
    uint32_t* at = out.at.data();
    for (const Glyph& glyph : all()) {
      const size_t length = put_utf8(end, glyph.c);
      end += length;
      for (size_t i = 0; i < length; ++i) *at++ = glyph.at;
    }
    out.text.resize(static_cast<size_t>(end - out.text.data()));
    out.at.resize(out.text.size());
    return out;
  }

 protected:
  void push(Glyph glyph) { glyphs_[size_++] = glyph; }
  char32_t last() const { return size_ == 0 ? 0 : glyphs_[size_ - 1].c; }
  // The k-th glyph from the end, from 1; 0 beyond the beginning.
  char32_t back(size_t k) const { return k <= size_ ? glyphs_[size_ - k].c : 0; }

  std::unique_ptr<Glyph[]> glyphs_;
  size_t size_ = 0;

 private:
  std::span<const Glyph> all() const { return {glyphs_.get(), size_}; }

  const size_t most_;  // bytes: what folding puts for a character is never longer
};

}  // namespace zhibiao
