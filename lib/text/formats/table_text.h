// Tables as text: one line a row, cells separated by TABs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zhibiao {

struct TableCell {
  std::string text;  // one line without TABs
  uint32_t columns = 1, rows = 1;
};

using TableRow = std::vector<TableCell>;

// A title or unit line that stands alone in the first rows (单位：亿元) becomes a line without TABs, as does a note
// below.
std::vector<std::string> table_lines(const std::vector<TableRow>& rows);

}  // namespace zhibiao
