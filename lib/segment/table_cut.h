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

CutLine cut_line(std::string_view text, const TextLine& line);

}  // namespace zhibiao
