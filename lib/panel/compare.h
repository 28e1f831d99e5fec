// A claim beside one figure of a report: can they be the same?
#pragma once

#include <string>

#include "mention/figure_words.h"
#include "panel/claim.h"
#include "panel/long_row.h"

namespace zhibiao {

struct ClaimComparison {
  enum class Outcome { other_unit, only_a_bound, differs, agrees };
  Outcome outcome = Outcome::other_unit;
  std::string note;         // unit_assumed, opposite_sign
  std::string value, unit;  // the figure in the claim's unit, or in its own where the claim has none
  std::string difference;   // claim less figure
};

// Of the same indicator, period and measure.
ClaimComparison compare(const TableClaim& claim, const Row& row, const FigureWords& words);

// 兴隆台区, 盘锦市兴隆台区 and 兴隆台 may be one place; codes decide where both have one. A claim without a region is
// about any.
bool may_be_one_region(const TableClaim& claim, const std::string& region, const std::string& region_code);

}  // namespace zhibiao
