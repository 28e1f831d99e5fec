#include "segment/table_glue.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// The end of the figure that begins view[pos]: -1,234.56%, where three digits stand behind each comma and two behind
// the point; npos when it is none.
size_t figure_end(std::string_view view, size_t pos) {
  const auto digit = [&](size_t at) { return at < view.size() && is_ascii_digit(view[at]); };
  if (pos < view.size() && view[pos] == '-') ++pos;
  size_t end = pos;
  while (digit(end) && end - pos < 4) ++end;
  if (end == pos) return view.npos;
  bool grouped = false;
  while (end - pos != 4 && end < view.size() && view[end] == ',' && digit(end + 1) && digit(end + 2) && digit(end + 3))
    end += 4, grouped = true;
  if (!grouped)
    while (digit(end)) ++end;
  const bool pointed = end < view.size() && view[end] == '.' && digit(end + 1);
  if (pointed) {
    size_t stop = end + 1;
    while (digit(stop)) ++stop;
    const bool rate = stop < view.size() && view[stop] == '%';
    end = rate ? stop : std::min(stop, end + 3);
  }
  return end < view.size() && view[end] == '%' ? end + 1 : end;
}

// 78.00 2023-02: where the amount before a month ends.
size_t before_month(std::string_view view) {
  const size_t space = view.rfind(' ');
  if (space == view.npos || view.size() - space != 8 || view[space + 5] != '-') return view.npos;
  if (!view.substr(space + 1).starts_with("20")) return view.npos;
  return kind_of_piece(view.substr(0, space)) == PieceKind::figure ? space : view.npos;
}

// Where the figures of a cell end, if it holds several and nothing else.
std::vector<size_t> ends_of(std::string_view view) {
  std::vector<size_t> ends;
  if (const size_t amount = before_month(view); amount != view.npos) return {amount, view.size()};
  for (size_t pos = 0; pos < view.size();) {
    const size_t end = figure_end(view, pos);
    if (end == view.npos) return {};
    const std::string_view figure = view.substr(pos, end - pos);
    const bool more = end < view.size();
    const bool told = figure.back() == '%' || figure.find(',') != figure.npos || view.back() == '%';
    if (more && !told) return {};
    ends.push_back(end);
    pos = end;
    while (pos < view.size() && view[pos] == ' ') ++pos;
  }
  return ends.size() > 1 ? ends : std::vector<size_t>();
}

// Several figures, perhaps.
bool may_hold(std::string_view view) {
  return view.size() > 3 && (is_ascii_digit(view[0]) || view[0] == '-') && view.find_first_of("%,-", 1) != view.npos;
}

// 17,176,4 and 12, 66,3 and 30, 10, and 297: the digits that the last group lacks stand two spaces on.
bool goes_on(std::string_view left, std::string_view right) {
  const size_t comma = left.rfind(',');
  if (comma == left.npos || comma == 0 || left.size() - comma > 3) return false;
  const auto digit = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); };
  if (!std::all_of(left.begin() + static_cast<std::ptrdiff_t>(comma) + 1, left.end(), digit)) return false;
  if (!digit(left[comma - 1]) || left.find('.') != left.npos) return false;
  const size_t missing = 3 - (left.size() - comma - 1);
  size_t digits = 0;
  while (digits < right.size() && digit(right[digits])) ++digits;
  if (digits != missing) return false;
  for (size_t pos = digits; pos < right.size(); pos += 4)
    if (right[pos] != ',' || right.size() < pos + 4 || !std::all_of(&right[pos] + 1, &right[pos] + 4, digit))
      return false;
  return true;
}

}  // namespace

std::vector<TablePiece> regrouped(std::string_view text, std::vector<TablePiece> pieces) {
  constexpr uint32_t kWidestGap = 3;
  std::vector<TablePiece> out;
  out.reserve(pieces.size());
  for (const TablePiece& piece : pieces) {
    const bool joins =
        !out.empty() && piece.from - out.back().to <= kWidestGap && goes_on(out.back().in(text), piece.in(text));
    if (!joins) {
      out.push_back(piece);
      continue;
    }
    TablePiece& last = out.back();
    last.end = piece.end, last.to = piece.to, last.wide_to = piece.wide_to;
    last.kind = PieceKind::figure;
  }
  return out;
}

std::vector<TablePiece> unglued(std::string_view text, std::vector<TablePiece> pieces) {
  if (std::none_of(pieces.begin(), pieces.end(), [&](const TablePiece& piece) { return may_hold(piece.in(text)); }))
    return pieces;
  std::vector<TablePiece> out;
  out.reserve(pieces.size());
  for (const TablePiece& piece : pieces) {
    const std::string_view view = piece.in(text);
    const std::vector<size_t> ends = may_hold(view) ? ends_of(view) : std::vector<size_t>();
    if (ends.empty()) out.push_back(piece);
    size_t begin = 0;
    for (const size_t end : ends) {
      while (view[begin] == ' ') ++begin;
      TablePiece part = piece;
      part.begin = piece.begin + begin, part.end = piece.begin + end;
      part.from = piece.from + static_cast<uint32_t>(begin), part.to = piece.from + static_cast<uint32_t>(end);
      part.wide_to = part.wide_from;
      part.kind = kind_of_piece(part.in(text));
      out.push_back(part);
      begin = end;
    }
  }
  return out;
}

}  // namespace zhibiao
