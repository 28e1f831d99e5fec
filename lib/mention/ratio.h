// 2.04∶1, 1:3.5, 9.8:42.5:47.7; not the time 10:16.
#pragma once

#include <string_view>
#include <vector>

#include "mention/figure.h"

namespace zhibiao {

// Of two members one ratio, the first divided by the second; of three and more a number each; none for a time or a
// score, which `end` is past all the same. end == pos: nothing of the kind.
struct Ratio {
  size_t end = 0;
  std::vector<FoundFigure> figures;
};

// REQUIRES: an Arabic digit at text[pos].
Ratio read_ratio(std::string_view text, size_t pos, const FigureWords& words);

}  // namespace zhibiao
