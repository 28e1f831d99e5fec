// A reader's decisions on one report as gold: scored as if the report had been annotated at their places alone.
#pragma once

#include <vector>

#include "check/answer.h"
#include "emit/decision.h"

namespace zhibiao {

// Rows of all but the wrong ones, whose places are in the ranges only: what is found there is one too many.
Gold gold_of(const std::vector<Decision>& decisions);

}  // namespace zhibiao
