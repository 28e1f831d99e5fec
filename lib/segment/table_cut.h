// A line cut into the cells of a table row, whatever separates them: TABs, pipes, box characters, runs of spaces.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "segment/line.h"
#include "segment/table_line.h"

namespace zhibiao {

enum class TableForm : uint8_t { spaced, tab, pipe, box };

struct CutLine {
  TableForm form = TableForm::spaced;
  std::vector<TablePiece> pieces;
};

// 2081104 残疾人康复 85: a code of 3, 5 or 7 digits, a name and figures, one space apart.
bool opens_with_code(std::string_view line);

CutLine cut_line(std::string_view text, const TextLine& line);

}  // namespace zhibiao
