// The lines of a text as rows of tables. A line is looked at by whoever finds tables, several times, and by whoever
// reads them: it is cut once.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "segment/line.h"
#include "segment/table_line.h"

namespace zhibiao {

class TableLines {
 public:
  // REQUIRES: both outlive it.
  TableLines(std::string_view text, const std::vector<TextLine>& lines) : text_(text), lines_(&lines) {}

  // table_line, but a lone figure is a row.
  const TableLine& row(size_t i);
  // The same, for the last time.
  TableLine take(size_t i);
  // table_line.
  TableLine line(size_t i);

 private:
  std::string_view text_;
  const std::vector<TextLine>* lines_;
  std::vector<uint32_t> places_;  // by line, in rows_, from 1; 0: not cut
  std::deque<TableLine> rows_;
};

}  // namespace zhibiao
