#include "segment/table_projects.h"

#include "text/fold.h"

namespace zhibiao {

namespace {

struct CodeRow {
  size_t row = 0;
  uint32_t from = 0;   // where the code begins
  bool named = false;  // in the same line
};

std::vector<CodeRow> code_rows(std::string_view text, const std::vector<TableLine>& rows) {
  std::vector<CodeRow> found;
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t i = 0; i < rows[r].pieces.size(); ++i) {
      const TablePiece& piece = rows[r].pieces[i];
      if (piece.kind != PieceKind::text || project_code(piece.in(text)) == 0) continue;
      found.push_back({r, piece.from, i > 0});
      break;
    }
  }
  return found;
}

// The pieces on lines [first, last) that begin left of the codes.
std::vector<const TablePiece*> names_between(const std::vector<TableLine>& rows, size_t first, size_t last,
                                             uint32_t from) {
  std::vector<const TablePiece*> names;
  for (size_t r = first; r < last; ++r) {
    const std::vector<TablePiece>& pieces = rows[r].pieces;
    if (!pieces.empty() && pieces.front().kind == PieceKind::text && pieces.front().from < from)
      names.push_back(&pieces.front());
  }
  return names;
}

}  // namespace

std::vector<std::string> wrapped_projects(std::string_view text, const std::vector<TableLine>& rows) {
  constexpr size_t kFar = 6;  // lines between two codes
  std::vector<std::string> names(rows.size());
  const std::vector<CodeRow> codes = code_rows(text, rows);
  for (size_t i = 0; i < codes.size(); ++i) {
    const auto& [row, from, named] = codes[i];
    const size_t before = i == 0 ? 0 : codes[i - 1].row + 1;
    const size_t behind = i + 1 == codes.size() ? rows.size() : codes[i + 1].row;
    if (named || row - before > kFar || behind - row > kFar) continue;
    const auto above = names_between(rows, before, row, from), below = names_between(rows, row + 1, behind, from);
    const bool shared_above = i > 0 && !codes[i - 1].named, shared_below = i + 1 < codes.size() && !codes[i + 1].named;
    if (above.size() != 1u + shared_above || below.size() != 1u + shared_below) continue;
    names[row] = folded(above.back()->in(text)) + folded(below.front()->in(text));
  }
  return names;
}

}  // namespace zhibiao
