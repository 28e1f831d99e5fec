// Where in a row of a table the names of its figures stand.
#pragma once

#include <optional>
#include <string_view>

#include "observe/window.h"
#include "segment/sentence.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

// REQUIRES: the row and the window, which cuts the row's text, outlive it.
class RowPlaces {
 public:
  RowPlaces(const Sentence& row, const WindowCutter& window) : sentence_(row), window_(window) {}

  // The nearest place of the name (folded) before the figure; none where the row does not say it.
  std::optional<Span> before(std::string_view name, Span value) const;

 private:
  // Folding changes no Hanzi but Traditional ones: a row without them does not hold the name.
  bool has_hanzi_of(std::string_view name) const;
  // The same without folding the row, for a name of Hanzi alone, which folding leaves as they are: unless the last of
  // them comes again, with a gap before it perhaps.
  std::optional<Span> verbatim_before(std::string_view name, Span value) const;

  const Sentence& sentence_;
  const WindowCutter& window_;
  mutable std::optional<CharacterBits> characters_;  // of the row, folded; where they are needed
  mutable std::optional<Folded> folded_;
};

}  // namespace zhibiao
