// Figures of neighbouring columns that a program wrote without space between them, taken apart again.
#pragma once

#include <string_view>
#include <vector>

#include "segment/table_line.h"

namespace zhibiao {

// 102.1%101.7%, 8,116 119.5%, 6,381,0002,340,000, 466,144.201,257,177.44: the pieces of a line, one figure each.
std::vector<TablePiece> unglued(std::string_view text, std::vector<TablePiece> pieces);

// 66,3  30: one figure that spaces part.
std::vector<TablePiece> regrouped(std::string_view text, std::vector<TablePiece> pieces);

}  // namespace zhibiao
