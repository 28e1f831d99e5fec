// Whose figure it is where no field says: a budget report tells of 全市, of 市本级 and of each zone in the same words.
#pragma once

#include "check/statements.h"

namespace zhibiao {

// A quarter and more of what the report tells is public money.
bool is_of_budgets(const Statements& statements);

// Surely of all that the report is about, and under its own name. REQUIRES: spans.indicator. `of_budgets`: public money
// is told of several areas, and as approved as well as carried out; then only what is called 全市 right where it is
// named is surely the whole's.
bool is_of_whole_area(const Observation& observation, bool of_budgets);

}  // namespace zhibiao
