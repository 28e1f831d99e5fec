#include "segment/table_lone.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr uint32_t kLongestFigure = 14, kLongestName = 40;

bool is_figure(std::string_view text, const TextLine& line) {
  const std::string_view view = line.in(text);
  if (view.empty() || line.points > kLongestFigure || !(is_ascii_digit(view[0]) || view[0] == '-')) return false;
  const bool plain =
      std::all_of(view.begin() + 1, view.end(), [](char c) { return is_ascii_digit(c) || c == ',' || c == '.'; });
  return plain && kind_of_piece(view) == PieceKind::figure;
}

bool is_name(std::string_view text, const TextLine& line) {
  return line.points > 1 && line.points <= kLongestName && !has_columns(text, line) &&
         is_hanzi(code_point_at(text, line.start).value);
}

}  // namespace

bool is_lone_figure(std::string_view text, const std::vector<TextLine>& lines, size_t i) {
  if (!is_figure(text, lines[i])) return false;
  const auto turns = [&](size_t name, size_t figure) {
    return name < lines.size() && figure < lines.size() && is_name(text, lines[name]) && is_figure(text, lines[figure]);
  };
  return turns(i + 1, i + 2) || (i > 1 && turns(i - 1, i - 2));
}

bool is_nameless(std::string_view text, const TableLine& row) {
  return std::all_of(row.pieces.begin(), row.pieces.end(), [&](const TablePiece& piece) {
    const std::string_view cell = piece.in(text);
    return piece.kind != PieceKind::text ||
           (is_ascii_digit(cell[0]) && cell.ends_with("日") && contains_any(cell, {"月"}));
  });
}

}  // namespace zhibiao
