// One line as a row of a table: its cells, whatever separates them (TABs, pipes, box characters, runs of spaces), and
// what kind of line it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "segment/line.h"

namespace zhibiao {

// figure: 1,234, -2.6, 100%, (12), 5%左右; blank: a dash that stands for no figure; 2024年 and 2018-06 are text.
enum class PieceKind : uint8_t { empty, text, figure, blank };

// Bytes [begin, end) of the text without white space around; columns [from, to) in code points from the line's
// beginning, and how many of the characters before each are wide.
struct TablePiece {
  size_t begin = 0, end = 0;
  uint32_t from = 0, to = 0;
  uint32_t wide_from = 0, wide_to = 0;
  PieceKind kind = PieceKind::empty;
  bool broken = false;  // a figure with a point or %

  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

// data: a row with a figure and another cell; header: two cells or more, none a figure; single: one short cell;
// unit: tells the unit of all (单位：亿元); page: a page number; border: ├──┼──┤; prose: none of all that.
enum class LineKind : uint8_t { prose, single, header, data, unit, page, border };

// `grid`: empty cells stand for themselves, so that cells are counted, not measured.
struct TableLine {
  LineKind kind = LineKind::prose;
  bool grid = false;
  std::vector<TablePiece> pieces;

  size_t count(PieceKind wanted) const;
};

PieceKind kind_of_piece(std::string_view piece);
// P23430105-0009, XMWH22052100033300500071, PROJ220100333001-: how many bytes the code of a project takes with which
// the text begins; 0: there is none.
size_t project_code(std::string_view text);
TableLine table_line(std::string_view text, const TextLine& line);

// May the line be more than prose or a single cell? A glance that most lines do not pass.
bool has_columns(std::string_view text, const TextLine& line);

}  // namespace zhibiao
