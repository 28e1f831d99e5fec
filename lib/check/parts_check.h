// Parts against their whole: those that add up to it, those that nearly do, and single parts that are more than it.
#pragma once

#include <vector>

#include "canon/finding.h"
#include "check/statements.h"

namespace zhibiao {

// Kind `parts`: the sum of a complete breakdown; kind `part`: one part that cannot be more than the whole.
std::vector<Finding> parts_findings(const Statements& statements);

// Amounts of which parts make no sum: 人均, prices, rates, durations.
bool is_additive(const Statement& figure);

}  // namespace zhibiao
