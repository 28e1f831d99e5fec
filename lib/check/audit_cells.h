// Figures in rows of a table of which the text itself does not tell the column: an audit counts them apart, neither
// explained nor a fact that the reader ought to have read.
#pragma once

#include <string_view>

#include "text/span.h"

namespace zhibiao {

// "" where the run is none. `in_table`: the line was found to be a table's; one of figures alone, several of them,
// needs not. Of text that is not laid out: "cells are missing", fewer figures in the row than the rows around it have
// columns; "no name in the row", as in those beside it.
std::string_view undecided_cell(std::string_view text, ByteSpan bytes, bool in_table);

}  // namespace zhibiao
