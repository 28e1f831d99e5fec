#include "segment/table_line.h"

#include <algorithm>

#include "text/span.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kLongestLine = 6000;  // bytes
constexpr uint32_t kLongestCell = 60, kLongestSingle = 60;
constexpr size_t kMostCells = 256, kMostSpacedCells = 64;

enum class Form : uint8_t { spaced, tab, pipe, box };

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

Form form_of(std::string_view raw, std::string_view line) {
  if (raw.find('\t') != raw.npos && (line.find('\t') != line.npos || raw.back() == '\t')) return Form::tab;
  for (size_t i = 0; i + 3 <= line.size(); ++i)
    if (line[i] == '\xE2' && is_box(line, i)) return Form::box;
  return std::count(line.begin(), line.end(), '|') >= 2 ? Form::pipe : Form::spaced;
}

bool is_border(std::string_view line) {
  size_t drawn = 0, points = 0;
  for (size_t pos = 0; pos < line.size(); ++points) {
    const CodePoint point = code_point_at(line, pos);
    const char32_t c = point.value;
    const bool drawing = c >= 0x2500 && c <= 0x257F;
    if (!drawing && !is_space(c) && c != '-' && c != '|' && c != '+' && c != ':' && c != '=') return false;
    drawn += drawing || c == '-' || c == '=';
    pos += point.length;
  }
  return drawn >= 2;
}

// —  137—, 第 46 页.
bool is_page_number(std::string_view line) {
  size_t digits = 0, marks = 0;
  for (size_t pos = 0; pos < line.size();) {
    const CodePoint point = code_point_at(line, pos);
    const char32_t c = point.value;
    if (is_digit(c))
      ++digits;
    else if (std::u32string_view(U"-－—–第页/共，,·").find(c) != std::u32string_view::npos)
      ++marks;
    else if (!is_space(c))
      return false;
    pos += point.length;
  }
  const bool told = contains_any(line, {"页"});
  return digits > 0 && digits <= (told ? 8 : 4) && (marks >= 2 || line.size() <= 4);
}

// Cuts a line into pieces, column by column.
class Cutter {
 public:
  Cutter(std::string_view text, ByteSpan raw, Form form) : text_(text), raw_(raw), form_(form) {}

  std::vector<TablePiece> cut() {
    for (size_t pos = raw_.begin; pos < raw_.end && pieces_.size() < kMostCells;) {
      const CodePoint point = code_point_at(text_, pos);
      step(point, pos);
      pos += point.length;
    }
    close();
    return std::move(pieces_);
  }

 private:
  void step(CodePoint point, size_t pos) {
    const char32_t c = point.value;
    const bool space = is_space(c);
    if (is_separator(c)) {
      close();
      open_ = {};
    } else if (!space) {
      if (form_ == Form::spaced && gap_ >= 2 && open_.end > 0) close();
      if (open_.end == 0) open_.begin = pos, open_.from = column_, open_.wide_from = wide_;
      open_.end = pos + point.length;
      open_.to = column_ + 1;
      open_.wide_to = wide_ + (c >= 0x1100);
    }
    gap_ = !space ? 0 : gap_ + (c == 0x3000 ? 2 : 1);
    ++column_;
    wide_ += c >= 0x1100;
  }

  bool is_separator(char32_t c) const {
    if (form_ == Form::tab) return c == '\t';
    if (form_ == Form::pipe) return c == '|';
    return form_ == Form::box && (c == U'│' || c == U'┃' || c == U'║');
  }

  void close() {
    if (form_ == Form::spaced && open_.end == 0) return;
    open_.kind = kind_of_piece(open_.in(text_));
    pieces_.push_back(open_);
    open_ = {};
  }

  std::string_view text_;
  ByteSpan raw_;
  Form form_;
  std::vector<TablePiece> pieces_;
  TablePiece open_;
  uint32_t column_ = 0, wide_ = 0, gap_ = 0;
};

bool is_lone(std::string_view piece) {
  return piece.size() == utf8_length(piece[0]) && is_hanzi(code_point_at(piece, 0).value);
}

// 项      目 is one cell, as is 2025  年  济  南  市, but of 收   入      支   出 the wide gap stays.
std::vector<TablePiece> joined(std::string_view text, const std::vector<TablePiece>& pieces) {
  std::vector<TablePiece> out;
  uint32_t last_gap = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const TablePiece& piece = pieces[i];
    const uint32_t gap = i == 0 ? 0 : piece.from - pieces[i - 1].to;
    const uint32_t next = i + 1 < pieces.size() ? pieces[i + 1].from - piece.to : gap;
    const bool lone = is_lone(piece.in(text)), before = i > 0 && is_lone(pieces[i - 1].in(text));
    const bool spaced_out = (lone && before) || ((lone || before) && gap <= 2 && i > 0 &&
                                                 (piece.in(text) == "年" || pieces[i - 1].in(text) == "年"));
    const bool nearest = last_gap == 0 ? gap <= next || !is_lone(pieces[std::min(i + 1, pieces.size() - 1)].in(text))
                                       : gap <= last_gap + 2;
    if (i > 0 && spaced_out && nearest) {
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
std::vector<TablePiece> parted(std::string_view text, const std::vector<TablePiece>& pieces) {
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

// Looks once for any of 。；，！？…… and a row of dots.
bool has_prose_mark(std::string_view view) {
  for (size_t i = 0; i + 2 < view.size(); ++i) {
    const std::string_view three = view.substr(i, 3);
    switch (view[i]) {
      case '\xE3':
        if (three == "。") return true;
        break;
      case '\xEF':
        if (three == "；" || three == "，" || three == "！" || three == "？") return true;
        break;
      case '\xE2':
        if (view.substr(i, 6) == "……") return true;
        break;
      case '.':
        if (view.substr(i, 4) == "....") return true;
        break;
      default:
        break;
    }
  }
  return false;
}

bool reads_as_prose(std::string_view text, const std::vector<TablePiece>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [&](const TablePiece& piece) {
    return piece.to - piece.from > kLongestCell || (piece.kind == PieceKind::text && has_prose_mark(piece.in(text)));
  });
}

bool is_year(std::string_view piece) {
  return piece.size() == 4 && (piece.starts_with("19") || piece.starts_with("20")) && piece.find('.') == piece.npos;
}

// 表3   2025年主要农产品产量, 图4 …: the line names what stands below.
bool names_table(std::string_view line) {
  if (!starts_with_any(line, {"表", "图", "附表", "续表"})) return false;
  const char32_t next = code_point_at(line, line.starts_with("附") || line.starts_with("续") ? 3 : 0).value;
  const size_t behind = next == U'表' && line.size() > 6 && !line.starts_with("表") ? 6 : 3;
  if (line.size() <= behind) return false;
  const CodePoint point = code_point_at(line, behind);
  return is_digit(point.value) || is_space(point.value) ||
         std::u32string_view(U"一二三四五六七八九十").find(point.value) != std::u32string_view::npos;
}

LineKind kind_of_line(std::string_view text, const TextLine& line, const TableLine& row) {
  const size_t figures = row.count(PieceKind::figure), texts = row.count(PieceKind::text);
  const size_t filled = figures + texts + row.count(PieceKind::blank);
  const std::string_view view = line.in(text);
  if (figures == 0 && line.points <= 2 * kLongestSingle && contains(view, "单位") &&
      contains_any(view, {"单位：", "单位:", "单位∶"}))
    return LineKind::unit;
  if (line.points <= 2 * kLongestSingle && figures < 2 && names_table(view)) return LineKind::single;
  if (filled > texts && texts > 0 && figures == 0) return LineKind::data;  // dashes only
  if (figures > 0 && filled > 1) {
    const bool years = texts == 0 || row.pieces.front().kind != PieceKind::figure;
    const bool only_years = years && std::all_of(row.pieces.begin(), row.pieces.end(), [&](const TablePiece& piece) {
                              return piece.kind != PieceKind::figure || is_year(piece.in(text));
                            });
    return only_years && figures > 1 ? LineKind::header : LineKind::data;
  }
  if (filled > 1) return LineKind::header;
  return line.points <= kLongestSingle && !contains_any(view, {"。", "；"}) ? LineKind::single : LineKind::prose;
}

}  // namespace

bool has_columns(std::string_view text, const TextLine& line) {
  if (line.end - line.begin > kLongestLine) return false;
  const std::string_view view = text.substr(line.begin, line.end - line.begin);
  if (line.begin > 0 && text[line.begin - 1] == '\t') return true;
  if (line.end < text.size() && text[line.end] == '\t') return true;
  for (size_t i = 0; i + 1 < view.size(); ++i) {
    switch (view[i]) {
      case '\t':
      case '|':
        return true;
      case ' ':
        if (view[i + 1] == ' ') return true;
        break;
      case '\xE2':
        if (view[i + 1] == '\x94' || view[i + 1] == '\x95') return true;
        break;
      case '\xC2':
        if (view[i + 1] == '\xA0') return true;
        break;
      case '\xE3':
        if (view[i + 1] == '\x80' && view.substr(i, 3) == "\xE3\x80\x80") return true;
        break;
      default:
        break;
    }
  }
  return false;
}

TableLine table_line(std::string_view text, const TextLine& line) {
  TableLine row;
  if (line.end - line.begin > kLongestLine) return row;
  if (line.points > 2 * kLongestSingle && !has_columns(text, line)) return row;  // most lines of prose
  const std::string_view view = line.in(text);
  if (is_page_number(view)) return {LineKind::page, false, {}};
  if (is_border(view)) return {LineKind::border, false, {}};
  const ByteSpan raw = raw_line(text, line);
  const Form form = form_of(text.substr(raw.begin, raw.end - raw.begin), view);
  row.grid = form != Form::spaced;
  row.pieces = Cutter(text, raw, form).cut();
  if (form == Form::pipe || form == Form::box) {  // the frame's left and right
    if (!row.pieces.empty() && row.pieces.front().kind == PieceKind::empty) row.pieces.erase(row.pieces.begin());
    if (!row.pieces.empty() && row.pieces.back().kind == PieceKind::empty) row.pieces.pop_back();
  }
  if (form == Form::spaced) row.pieces = joined(text, parted(text, row.pieces));
  const bool crowded = row.pieces.size() > kMostSpacedCells;
  const bool prose = form == Form::spaced && row.pieces.size() > 1 && (crowded || reads_as_prose(text, row.pieces));
  row.kind = prose ? LineKind::prose : kind_of_line(text, line, row);
  return row;
}

}  // namespace zhibiao
