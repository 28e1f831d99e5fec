#include "segment/table_line.h"

#include <algorithm>
#include <utility>

#include "segment/table_cut.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kLongestLine = 6000;  // bytes
constexpr uint32_t kLongestCell = 60, kLongestSingle = 60;
constexpr size_t kMostSpacedCells = 64;

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

// Looks once for any of 。；，！？…… and a row of dots.
bool has_prose_mark(std::string_view view) {
  for (size_t i = behind_hanzi(view, 0); i + 2 < view.size(); i = behind_hanzi(view, i + 1)) {
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

// 1.9 2020年黑龙江省政府性基金支出决算表, 22 吉林省2022年…情况表.
bool numbered_title(std::string_view line) {
  size_t number = 0, points = 0;
  while (number < line.size() && (is_ascii_digit(line[number]) || line[number] == '.')) points += line[number++] == '.';
  if (number == 0 || number > 5 || number == line.size() || line[number] != ' ') return false;
  const std::string_view title = line.substr(line.find_first_not_of(' ', number));
  const bool year = title.starts_with("20") && title.substr(4).starts_with("年");
  return (points == 1 && year) || (title.ends_with("表") && title.find("年") != title.npos);
}

// A dump of a font that nobody could read: \x02\x17\x05.
bool has_control_characters(std::string_view line) {
  constexpr uint8_t kBreaks = '\r' - '\t';
  uint8_t found = 0;  // all bytes are looked at, many at once
  for (const char c : line) {
    const auto byte = static_cast<uint8_t>(c);
    found |= static_cast<uint8_t>(byte < ' ') & static_cast<uint8_t>(static_cast<uint8_t>(byte - '\t') > kBreaks);
  }
  return found != 0;
}

LineKind kind_of_line(std::string_view text, const TextLine& line, const TableLine& row) {
  const size_t figures = row.count(PieceKind::figure), texts = row.count(PieceKind::text);
  const size_t filled = figures + texts + row.count(PieceKind::blank);
  const std::string_view view = line.in(text);
  if (figures == 0 && line.points <= 2 * kLongestSingle && contains(view, "单位") &&
      contains_any(view, {"单位：", "单位:", "单位∶"}))
    return LineKind::unit;
  if (line.points <= 2 * kLongestSingle && figures < 2 && (names_table(view) || numbered_title(view)))
    return LineKind::single;
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
  if (opens_with_code(view)) return true;
  if (line.begin > 0 && text[line.begin - 1] == '\t') return true;
  if (line.end < text.size() && text[line.end] == '\t') return true;
  for (size_t i = behind_hanzi(view, 0); i + 1 < view.size(); i = behind_hanzi(view, i + 1)) {
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
  CutLine cut = cut_line(text, line);
  row.grid = cut.form != TableForm::spaced;
  row.pieces = std::move(cut.pieces);
  for (TablePiece& piece : row.pieces)
    piece.broken = piece.kind == PieceKind::figure && piece.in(text).find_first_of(".%") != std::string_view::npos;
  const bool crowded = row.pieces.size() > kMostSpacedCells;
  const bool prose = !row.grid && row.pieces.size() > 1 &&
                     (crowded || reads_as_prose(text, row.pieces) || has_control_characters(view));
  row.kind = prose ? LineKind::prose : kind_of_line(text, line, row);
  return row;
}

}  // namespace zhibiao
