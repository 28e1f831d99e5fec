// Which cells are figures.
#include <algorithm>
#include <optional>

#include "segment/table_line.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kLongestTail = 6;  // characters behind the number: 万人次, 个百分点, 左右

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// Reads characters, white space passed over.
struct Reader {
  std::string_view text;
  size_t pos = 0;

  char32_t peek() {
    while (pos < text.size()) {
      const CodePoint point = code_point_at(text, pos);
      if (!is_space(point.value)) return point.value;
      pos += point.length;
    }
    return 0;
  }
  void next() { pos += utf8_length(text[pos]); }
  bool take(std::u32string_view set) {
    const char32_t c = peek();
    if (c == 0 || !in(c, set)) return false;
    next();
    return true;
  }
};

bool is_blank(std::string_view piece) {
  for (size_t pos = 0; pos < piece.size();) {
    const CodePoint point = code_point_at(piece, pos);
    if (!in(point.value, U"-－—–―‐−…·.．*/\\×、") && !is_space(point.value)) return false;
    pos += point.length;
  }
  return true;
}

// 00000008 is a code.
bool is_code(std::string_view text) {
  constexpr size_t kLongest = 10;  // 61205104053
  if (text.size() > kLongest && text.find_first_not_of("0123456789") == text.npos) return true;
  return text.size() > 2 && text[0] == '0' && is_ascii_digit(static_cast<unsigned char>(text[1]));
}

// 1,234.50; the count of its digits, 0 if it is no number.
size_t take_number(Reader& reader) {
  size_t digits = 0, points = 0;
  for (char32_t c = reader.peek(); c != 0; c = reader.peek()) {
    if (is_digit(c)) {
      ++digits;
    } else if (in(c, U".．")) {
      if (digits == 0 || ++points > 1) return 0;
    } else if (!in(c, U",，")) {
      break;
    }
    reader.next();
  }
  const char last = reader.pos > 0 ? reader.text[reader.pos - 1] : ' ';
  return last == '.' || last == ',' ? 0 : digits;
}

// The unit or bound behind a number; no 年 月 日, no second number.
bool is_tail(Reader& reader) {
  size_t points = 0;
  for (char32_t c = reader.peek(); c != 0; c = reader.peek()) {
    if (is_digit(c) || in(c, U"-－—–~～:：、，,;；。#@_")) return false;
    if (points == 0 && in(c, U"年月日号时季届章条款类级岁周.．)）")) return false;
    if (points == 0 && reader.text.substr(reader.pos).starts_with("个月")) return false;
    ++points;
    reader.next();
  }
  return points <= kLongestTail;
}

// What most pieces are: 一般公共预算收入, 1,234.50, -2.6%.
std::optional<PieceKind> kind_of_plain(std::string_view piece) {
  const auto lead = static_cast<unsigned char>(piece[0]);
  if (lead >= 0xE4 && lead <= 0xE9) {
    if (piece.starts_with("约") || piece.starts_with("第")) return std::nullopt;
    return PieceKind::text;
  }
  if (piece.starts_with('-')) piece.remove_prefix(1);
  if (is_code(piece)) return std::nullopt;
  if (piece.ends_with('%')) piece.remove_suffix(1);
  if (piece.empty()) return std::nullopt;
  size_t digits = 0;
  bool pointed = false;
  for (const char c : piece) {
    if (c == '.') {
      if (digits == 0 || pointed) return std::nullopt;
      pointed = true;
    } else if (is_ascii_digit(static_cast<unsigned char>(c))) {
      ++digits;
    } else if (c != ',') {
      return std::nullopt;
    }
  }
  const bool whole = is_ascii_digit(static_cast<unsigned char>(piece.back()));
  return whole && digits <= 20 ? std::optional(PieceKind::figure) : std::nullopt;
}

}  // namespace

size_t project_code(std::string_view text) {
  constexpr size_t kMostLetters = 5, kFewestDigits = 6;
  size_t letters = 0;
  while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') ++letters;
  if (letters == 0 || letters > kMostLetters) return 0;
  const size_t end = std::min(text.find_first_not_of("0123456789-", letters), text.size());
  return end < letters + kFewestDigits ? 0 : end;
}

PieceKind kind_of_piece(std::string_view piece) {
  if (piece.empty()) return PieceKind::empty;
  if (const auto plain = kind_of_plain(piece)) return *plain;
  if (is_blank(piece)) return PieceKind::blank;
  if (ends_with_any(piece, {"算数", "执行数", "完成数", "快报数"})) return PieceKind::text;  // 2021决算数
  Reader reader{piece};
  reader.take(U"≥≤<>＜＞≧≦约第");
  const bool open = reader.take(U"(（");
  reader.take(U"+-－−–—＋↑↓");
  if (is_code(piece.substr(reader.pos))) return PieceKind::text;
  const size_t digits = take_number(reader);
  if (digits == 0 || digits > 20) return PieceKind::text;
  const bool percent = reader.take(U"%％‰");
  if (open) {
    if (!reader.take(U")）") || reader.peek() != 0) return PieceKind::text;
    return digits <= 2 && !percent && !contains_any(piece, {".", "-"}) ? PieceKind::text : PieceKind::figure;
  }
  return is_tail(reader) ? PieceKind::figure : PieceKind::text;
}

size_t TableLine::count(PieceKind wanted) const {
  size_t found = 0;
  for (const TablePiece& piece : pieces) found += piece.kind == wanted;
  return found;
}

}  // namespace zhibiao
