// The observations of a table's row: one for each cell with a figure, told by the headers of its row and column, the
// caption and the unit.
#pragma once

#include <vector>

#include "grammar/grammar.h"
#include "observe/context.h"

namespace zhibiao {

// A row's own cells say all but what the rows before it were: that is kept in `context.table`.
std::vector<Observation> observe_row(Context& context, const MatchedSentence& row, const GrammarData& grammar);

}  // namespace zhibiao
