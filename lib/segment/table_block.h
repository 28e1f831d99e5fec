// Where the tables of a text are: runs of lines with a caption, a header and rows.
#pragma once

#include <string_view>
#include <vector>

#include "segment/line.h"
#include "segment/table_lines.h"

namespace zhibiao {

// Lines. [first, header) are the caption and the unit line that belong to the table alone; the caption's text begins in
// `title`, which is before `first` where a heading of the report serves as one. [header, body) head the columns,
// [body, last) are the rows.
struct TableBlock {
  size_t title = 0, first = 0, header = 0, body = 0, last = 0;
};

// In text order, disjoint. Linear in the length of the text. `rows` are those of the same lines.
std::vector<TableBlock> find_tables(std::string_view text, const std::vector<TextLine>& lines, TableLines& rows);

// Do most unit lines (单位：万元) stand below their table's header, with the title below them?
bool runs_upwards(std::string_view text, const std::vector<TextLine>& lines);

}  // namespace zhibiao
