#include "segment/table_cut.h"

#include <algorithm>

#include "segment/table_glue.h"
#include "text/span.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kMostCells = 256;

bool is_box(std::string_view text, size_t pos) {
  const std::string_view c = text.substr(pos, 3);
  return c == "│" || c == "┃" || c == "║";
}

// [begin, end) of the line with the white space around it.
ByteSpan raw_line(std::string_view text, const TextLine& line) {
  size_t begin = line.begin, end = line.end;
  while (begin > 0) {
    const CodePoint point = code_point_before(text, begin);
    if (!is_space(point.value) || is_line_break(point.value)) break;
    begin -= point.length;
  }
  while (end < text.size()) {
    const CodePoint point = code_point_at(text, end);
    if (!is_space(point.value) || is_line_break(point.value)) break;
    end += point.length;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

TableForm form_of(std::string_view raw, std::string_view line) {
  if (raw.find('\t') != raw.npos && (line.find('\t') != line.npos || raw.back() == '\t')) return TableForm::tab;
  for (size_t i = line.find('\xE2'); i < line.size(); i = line.find('\xE2', i + 1))
    if (is_box(line, i)) return TableForm::box;
  return std::count(line.begin(), line.end(), '|') >= 2 ? TableForm::pipe : TableForm::spaced;
}

// Cuts a line into pieces, column by column.
template <TableForm form>
class Cutter {
 public:
  Cutter(std::string_view text, ByteSpan raw) : text_(text), raw_(raw) {}

  std::vector<TablePiece> cut() {
    pieces_.reserve(8);
    for (size_t pos = raw_.begin; pos < raw_.end && pieces_.size() < kMostCells;) {
      const size_t run = run_at(pos);
      if (run > pos) {
        pos = run;
        continue;
      }
      const CodePoint point = code_point_at(text_, pos);
      step(point, pos);
      pos += point.length;
    }
    close();
    return std::move(pieces_);
  }

 private:
  // Most of a line: spaces, half-width marks and figures, Hanzi. Returns the end of the run; `pos` where none begins.
  size_t run_at(size_t pos) {
    size_t end = pos;
    if (text_[pos] == ' ') {
      while (end < raw_.end && text_[end] == ' ') ++end;
      space(static_cast<uint32_t>(end - pos), static_cast<uint32_t>(end - pos), 0);
    } else if (is_half(text_[pos])) {
      while (end < raw_.end && is_half(text_[end])) ++end;
      letters(pos, end, static_cast<uint32_t>(end - pos), 0);
    } else {
      end = std::min<size_t>(behind_hanzi(text_, pos), raw_.end);
      const auto count = static_cast<uint32_t>((end - pos) / 3);
      if (count > 0) letters(pos, end, count, count);
    }
    return end;
  }

  static bool is_half(char c) { return c > ' ' && c < 0x7F && c != '|'; }

  void step(CodePoint point, size_t pos) {
    const char32_t c = point.value;
    if (is_separator(c)) close(), open_ = {};
    const uint32_t wide = c >= 0x1100;
    if (is_space(c)) return space(c == 0x3000 ? 2 : 1, 1, wide);
    if (!is_separator(c)) return letters(pos, pos + point.length, 1, wide);
    gap_ = 0;
    ++column_;
    wide_ += wide;
  }

  // So many characters, of which some are wide.
  void space(uint32_t width, uint32_t count, uint32_t wide) {
    gap_ += width;
    column_ += count;
    wide_ += wide;
  }

  void letters(size_t begin, size_t end, uint32_t count, uint32_t wide) {
    if (form == TableForm::spaced && gap_ >= 2 && open_.end > 0) close();
    if (open_.end == 0) open_.begin = begin, open_.from = column_, open_.wide_from = wide_;
    space(0, count, wide);
    gap_ = 0;
    open_.end = end;
    open_.to = column_;
    open_.wide_to = wide_;
  }

  static bool is_separator(char32_t c) {
    if (form == TableForm::tab) return c == '\t';
    if (form == TableForm::pipe) return c == '|';
    return form == TableForm::box && (c == U'│' || c == U'┃' || c == U'║');
  }

  void close() {
    if (form == TableForm::spaced && open_.end == 0) return;
    open_.kind = kind_of_piece(open_.in(text_));
    pieces_.push_back(open_);
    open_ = {};
  }

  std::string_view text_;
  ByteSpan raw_;
  std::vector<TablePiece> pieces_;
  TablePiece open_;
  uint32_t column_ = 0, wide_ = 0, gap_ = 0;
};

std::vector<TablePiece> pieces_of(std::string_view text, ByteSpan raw, TableForm form) {
  switch (form) {
    case TableForm::tab:
      return Cutter<TableForm::tab>(text, raw).cut();
    case TableForm::pipe:
      return Cutter<TableForm::pipe>(text, raw).cut();
    case TableForm::box:
      return Cutter<TableForm::box>(text, raw).cut();
    default:
      return Cutter<TableForm::spaced>(text, raw).cut();
  }
}

bool is_lone(std::string_view piece) {
  return piece.size() == utf8_length(piece[0]) && is_hanzi(code_point_at(piece, 0).value);
}

// 项      目 is one cell, as is 2025  年  济  南  市, but of 收   入      支   出 the wide gap stays.
std::vector<TablePiece> joined(std::string_view text, std::vector<TablePiece> pieces) {
  const auto lone_piece = [&](const TablePiece& piece) { return is_lone(piece.in(text)); };
  constexpr uint32_t kWidestGap = 16;  // 付 and 付 under heads of many lines are two cells
  if (std::none_of(pieces.begin(), pieces.end(), lone_piece)) return pieces;
  std::vector<TablePiece> out;
  uint32_t last_gap = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const TablePiece& piece = pieces[i];
    const uint32_t gap = i == 0 ? 0 : piece.from - pieces[i - 1].to;
    const uint32_t next = i + 1 < pieces.size() ? pieces[i + 1].from - piece.to : gap;
    const bool lone = is_lone(piece.in(text)), before = i > 0 && is_lone(pieces[i - 1].in(text));
    const bool after_year =
        i > 0 && pieces[i - 1].in(text).ends_with("年") && i + 1 < pieces.size() && is_lone(pieces[i + 1].in(text));
    const bool year =
        i > 0 && gap <= 2 &&
        ((lone && after_year) || ((lone || before) && (piece.in(text) == "年" || pieces[i - 1].in(text) == "年")));
    const bool spaced_out = (lone && before) || year;
    const bool nearest = last_gap == 0 ? gap <= next || !is_lone(pieces[std::min(i + 1, pieces.size() - 1)].in(text))
                                       : gap <= last_gap + 2;
    if (i > 0 && spaced_out && nearest && gap <= kWidestGap) {
      TablePiece& last = out.back();
      last.end = piece.end, last.to = piece.to, last.wide_to = piece.wide_to;
      last.kind = PieceKind::text;
      last_gap = gap;
    } else {
      out.push_back(piece);
      last_gap = 0;
    }
  }
  return out;
}

// 930000 一、一般公共预算支出: a figure and the next cell, one space between them.
std::vector<TablePiece> parted(std::string_view text, std::vector<TablePiece> pieces) {
  const auto may_part = [&](const TablePiece& piece) {
    return piece.kind == PieceKind::text && piece.in(text).find(' ') != std::string_view::npos;
  };
  if (std::none_of(pieces.begin(), pieces.end(), may_part)) return pieces;
  std::vector<TablePiece> out;
  for (const TablePiece& piece : pieces) {
    const std::string_view view = piece.in(text);
    const size_t space = piece.kind == PieceKind::text ? view.find(' ') : view.npos;
    const size_t last = piece.kind == PieceKind::text ? view.rfind(' ') : view.npos;
    size_t cut = view.npos;
    if (space != view.npos && space > 1 && kind_of_piece(view.substr(0, space)) == PieceKind::figure &&
        view.size() - space > 12 && !starts_with_any(view.substr(space + 1), {"年", "月", "日", "个"}))
      cut = space;
    else if (last != view.npos && view.size() - last > 3 && contains_any(view.substr(last), {",", "."}) &&
             kind_of_piece(view.substr(last + 1)) == PieceKind::figure)
      cut = last;
    out.push_back(piece);
    if (cut == view.npos) continue;
    TablePiece& left = out.back();
    TablePiece right = piece;
    const auto points = static_cast<uint32_t>(count_code_points(view.substr(0, cut)));
    left.end = piece.begin + cut, right.begin = left.end + 1;
    left.to = piece.from + points, right.from = left.to + 1;
    left.wide_to = right.wide_from = piece.wide_from + static_cast<uint32_t>((cut - points) / 2);
    left.kind = kind_of_piece(left.in(text)), right.kind = kind_of_piece(right.in(text));
    out.push_back(right);
  }
  return out;
}

// The code, the name and the figures.
std::vector<TablePiece> coded(std::string_view text, const TablePiece& whole) {
  const std::string_view view = whole.in(text);
  std::vector<size_t> cuts;  // spaces, the last first
  for (size_t end = view.size(), space = view.rfind(' '); space != view.npos;
       end = space, space = view.rfind(' ', space - 1)) {
    const PieceKind kind = kind_of_piece(view.substr(space + 1, end - space - 1));
    if (kind != PieceKind::figure && kind != PieceKind::blank) break;
    cuts.push_back(space);
  }
  cuts.push_back(view.find(' '));
  std::reverse(cuts.begin(), cuts.end());
  cuts.push_back(view.size());
  std::vector<TablePiece> out;
  size_t begin = 0;
  for (const size_t cut : cuts) {
    TablePiece piece = whole;
    const auto before = static_cast<uint32_t>(count_code_points(view.substr(0, begin)));
    piece.begin = whole.begin + begin, piece.end = whole.begin + cut;
    piece.from = whole.from + before;
    piece.to = piece.from + static_cast<uint32_t>(count_code_points(piece.in(text)));
    piece.kind = kind_of_piece(piece.in(text));
    out.push_back(piece);
    begin = cut + 1;
  }
  return out;
}

}  // namespace

bool opens_with_code(std::string_view line) {
  constexpr size_t kLongest = 200;
  size_t digits = 0;
  while (digits < line.size() && is_ascii_digit(line[digits])) ++digits;
  if ((digits != 3 && digits != 5 && digits != 7) || line.size() > kLongest || line.size() < digits + 6) return false;
  if (line[digits] != ' ' || !is_hanzi(code_point_at(line, digits + 1).value)) return false;
  const size_t last = line.rfind(' ');
  return last > digits && kind_of_piece(line.substr(last + 1)) == PieceKind::figure;
}

CutLine cut_line(std::string_view text, const TextLine& line) {
  const ByteSpan raw = raw_line(text, line);
  CutLine cut{form_of(text.substr(raw.begin, raw.end - raw.begin), line.in(text)), {}};
  cut.pieces = pieces_of(text, raw, cut.form);
  if (cut.pieces.size() == 1 && opens_with_code(cut.pieces.front().in(text))) {
    cut.pieces = coded(text, cut.pieces.front());
    return cut;
  }
  if (cut.form == TableForm::pipe || cut.form == TableForm::box) {  // the frame's left and right
    if (!cut.pieces.empty() && cut.pieces.front().kind == PieceKind::empty) cut.pieces.erase(cut.pieces.begin());
    if (!cut.pieces.empty() && cut.pieces.back().kind == PieceKind::empty) cut.pieces.pop_back();
  }
  if (cut.form == TableForm::spaced)
    cut.pieces = unglued(text, regrouped(text, joined(text, parted(text, std::move(cut.pieces)))));
  return cut;
}

}  // namespace zhibiao
