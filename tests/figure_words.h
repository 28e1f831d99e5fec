// The word lists of the repository, read once for the tests of numbers.
#pragma once

#include "mention/figure_words.h"
#include "testing.h"

namespace zhibiao::testing {

inline const FigureWords& figure_words() {
  static const FigureWords words =
      parse_figure_words(read_report("grammars/lexicon/unit.tsv"), read_report("grammars/lexicon/idiom.tsv"));
  return words;
}

}  // namespace zhibiao::testing
