// Tables whose cells stand one space apart, as programs write them that keep a page's words and lose its places: told
// from prose by a unit line, headers of whom every word is known and rows that have a figure for each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "segment/close_heads.h"
#include "segment/close_row.h"
#include "segment/table.h"

namespace zhibiao {

// Lines: [first, header) are the caption and the unit line, [header, body) the headers, [body, last) the rows.
struct CloseTable {
  size_t first = 0, header = 0, body = 0, last = 0;
  std::string caption, unit;
  CloseHeads heads;
};

// In text order, disjoint. Linear in the length of the text.
std::vector<CloseTable> find_close_tables(std::string_view text, const std::vector<TextLine>& lines);

// An entry for each line of the table.
std::vector<TableEntry> read_close_table(std::string_view text, const std::vector<TextLine>& lines,
                                         const CloseTable& table);

}  // namespace zhibiao
