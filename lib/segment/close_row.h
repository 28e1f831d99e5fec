// Rows of tables whose cells stand one space apart: 增值税 129144 132000 95.7% 一般公共服务支出 141702.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/line.h"
#include "segment/table_line.h"

namespace zhibiao {

// A name, perhaps of several words, and the figures behind it, perhaps none; dashes count as figures.
struct CloseGroup {
  std::vector<TablePiece> words, figures;
};

struct CloseRow {
  std::string_view code;  // 2010301, or the row's number
  std::vector<CloseGroup> groups;

  size_t figures() const;
};

// No groups for a line that is none: prose, figures alone, words two spaces apart.
CloseRow close_row(std::string_view text, const TextLine& line);

}  // namespace zhibiao
