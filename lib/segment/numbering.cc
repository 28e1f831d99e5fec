#include "segment/numbering.h"

#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr std::u32string_view kHanDigits = U"一二三四五六七八九十〇零百";

// A reader of the first characters of a line.
struct Cursor {
  std::string_view text;
  size_t pos = 0;

  char32_t peek() const { return pos < text.size() ? code_point_at(text, pos).value : 0; }
  void next() { pos += code_point_at(text, pos).length; }
  bool take(std::u32string_view any) {
    if (pos >= text.size() || any.find(peek()) == any.npos) return false;
    next();
    return true;
  }
  void skip_spaces() {
    while (pos < text.size() && is_space(peek())) next();
  }
  size_t take_han() {
    size_t count = 0;
    while (count < 4 && take(kHanDigits)) ++count;
    return count;
  }
  size_t take_arabic() {
    size_t count = 0;
    for (; count < 3 && is_digit(peek()); ++count) next();
    return count;
  }
  Numbering done(Rank rank) {
    skip_spaces();
    return {rank, pos};
  }
};

// 第一部分, 第二章; 第三节 is one step below.
Numbering part_number(Cursor cursor) {
  cursor.next();
  cursor.skip_spaces();
  if (cursor.take_han() == 0 && cursor.take_arabic() == 0) return {};
  cursor.skip_spaces();
  const std::string_view rest = cursor.text.substr(cursor.pos);
  const Rank rank = rest.starts_with("节") ? Rank::outline : Rank::part;
  for (const std::string_view unit : {"部分", "章", "篇", "节"}) {
    if (!rest.starts_with(unit)) continue;
    cursor.pos += unit.size();
    cursor.skip_spaces();
    cursor.take(U"：:、");
    return cursor.done(rank);
  }
  return {};
}

Numbering in_parentheses(Cursor cursor) {
  cursor.next();
  cursor.skip_spaces();
  const bool han = cursor.take_han() > 0;
  if (!han && cursor.take_arabic() == 0) return {};
  cursor.skip_spaces();
  if (!cursor.take(U"）)")) return {};
  cursor.skip_spaces();
  cursor.take(U"、");
  return cursor.done(han ? Rank::han_paren : Rank::arabic_paren);
}

Numbering arabic(Cursor cursor) {
  if (cursor.take_arabic() == 0) return {};
  cursor.skip_spaces();
  if (cursor.take(U"）)")) return cursor.done(Rank::arabic_paren);
  if (!cursor.take(U".．、")) return {};
  if (is_digit(cursor.peek())) return {};
  return cursor.done(Rank::arabic);
}

Numbering han(Cursor cursor) {
  if (cursor.take_han() == 0) return {};
  if (cursor.pos == cursor.text.size()) return {Rank::han, cursor.pos};
  cursor.skip_spaces();
  return cursor.take(U"、.．") ? cursor.done(Rank::han) : Numbering{};
}

}  // namespace

Numbering numbering_of(std::string_view line) {
  if (line.empty()) return {};
  const Cursor cursor{line};
  const char32_t first = cursor.peek();
  if (first == U'第') return part_number(cursor);
  if (first == U'（' || first == '(') return in_parentheses(cursor);
  if (is_digit(first)) return arabic(cursor);
  if (first >= U'①' && first <= U'⑳') {
    Cursor circled = cursor;
    circled.next();
    return circled.done(Rank::arabic_paren);
  }
  return kHanDigits.find(first) == kHanDigits.npos ? Numbering{} : han(cursor);
}

}  // namespace zhibiao
