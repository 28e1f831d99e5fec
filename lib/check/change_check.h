// A change against the two levels that it lies between: from-to, and a row of a table with both years.
#pragma once

#include <vector>

#include "canon/finding.h"
#include "check/statements.h"

namespace zhibiao {

// Kind `change`: level - baseline against the stated change. Kind `growth`: level / previous level - 1 against the
// stated growth, and growth against the stated change.
std::vector<Finding> change_findings(const Statements& statements);

// Growth that is counted at constant prices, which levels at current prices cannot confirm: GDP, 增加值, 总产值.
bool grows_in_real_terms(const Observation& observation);

// What levels at current prices may differ from a stated growth, in points, beside the rounding.
Decimal growth_margin(const Observation& observation);

}  // namespace zhibiao
