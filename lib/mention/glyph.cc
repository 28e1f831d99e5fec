#include "mention/glyph.h"

#include <array>

namespace zhibiao {
namespace {

constexpr uint32_t kFirst = 0x4e00, kLast = 0x9fff;

struct Entry {
  const char16_t* characters;
  GlyphKind kind;
  uint8_t value;
  bool financial;
};

constexpr Entry kEntries[] = {
    {u"零", GlyphKind::digit, 0, false},       {u"一", GlyphKind::digit, 1, false},
    {u"二", GlyphKind::digit, 2, false},       {u"三", GlyphKind::digit, 3, false},
    {u"四", GlyphKind::digit, 4, false},       {u"五", GlyphKind::digit, 5, false},
    {u"六", GlyphKind::digit, 6, false},       {u"七", GlyphKind::digit, 7, false},
    {u"八", GlyphKind::digit, 8, false},       {u"九", GlyphKind::digit, 9, false},
    {u"壹壱", GlyphKind::digit, 1, true},      {u"贰貳弍", GlyphKind::digit, 2, true},
    {u"叁參叄", GlyphKind::digit, 3, true},    {u"肆", GlyphKind::digit, 4, true},
    {u"伍", GlyphKind::digit, 5, true},        {u"陆陸", GlyphKind::digit, 6, true},
    {u"柒", GlyphKind::digit, 7, true},        {u"捌", GlyphKind::digit, 8, true},
    {u"玖", GlyphKind::digit, 9, true},        {u"两兩俩倆", GlyphKind::pair, 2, false},
    {u"廿", GlyphKind::tens, 2, false},        {u"卅", GlyphKind::tens, 3, false},
    {u"卌", GlyphKind::tens, 4, false},        {u"十", GlyphKind::place, 1, false},
    {u"百", GlyphKind::place, 2, false},       {u"千", GlyphKind::place, 3, false},
    {u"拾", GlyphKind::place, 1, true},        {u"佰", GlyphKind::place, 2, true},
    {u"仟", GlyphKind::place, 3, true},        {u"万萬", GlyphKind::big, 4, false},
    {u"亿億", GlyphKind::big, 8, false},       {u"兆", GlyphKind::big, 12, false},
    {u"京", GlyphKind::big, 16, false},        {u"垓", GlyphKind::big, 20, false},
    {u"点點", GlyphKind::point, 0, false},     {u"半", GlyphKind::half, 0, false},
    {u"首榜翻对對", GlyphKind::cue, 0, false},
};

// One byte a character: an index into kEntries plus one, so that text without numbers costs a load a character.
constexpr auto make_index() {
  std::array<uint8_t, kLast - kFirst + 1> index{};
  uint8_t number = 0;
  for (const Entry& entry : kEntries) {
    ++number;
    for (const char16_t* c = entry.characters; *c != 0; ++c) index[*c - kFirst] = number;
  }
  return index;
}

constexpr auto kIndex = make_index();

uint8_t byte_at(std::string_view text, size_t pos) { return static_cast<uint8_t>(text[pos]); }

uint32_t code_of_three(std::string_view text, size_t pos) {
  return (byte_at(text, pos) & 0x0fu) << 12 | (byte_at(text, pos + 1) & 0x3fu) << 6 | (byte_at(text, pos + 2) & 0x3fu);
}

bool begins_number(GlyphKind kind) { return kind != GlyphKind::point; }

}  // namespace

Glyph glyph_at(std::string_view text, size_t pos) {
  const uint8_t lead = byte_at(text, pos);
  if (lead < 0x80) {
    const bool digit = is_ascii_digit(text[pos]);
    return {digit ? GlyphKind::arabic : GlyphKind::none, static_cast<uint8_t>(digit ? lead - '0' : 0), 1, false};
  }
  const auto length = static_cast<uint8_t>(utf8_length(text[pos]));
  if (length != 3 || pos + 3 > text.size()) return {GlyphKind::none, 0, length, false};
  const uint32_t code = code_of_three(text, pos);
  if (code == 0x3007) return {GlyphKind::digit, 0, 3, false};
  if (code < kFirst || code > kLast || kIndex[code - kFirst] == 0) return {GlyphKind::none, 0, 3, false};
  const Entry& entry = kEntries[kIndex[code - kFirst] - 1];
  return {entry.kind, entry.value, 3, entry.financial};
}

size_t next_glyph(std::string_view text, size_t pos) {
  const size_t size = text.size();
  while (pos < size) {
    const uint8_t lead = byte_at(text, pos);
    if (lead < 0x80) {
      if (is_ascii_digit(text[pos])) return pos;
      ++pos;
    } else if (lead < 0xe3 || lead > 0xe9) {
      pos += utf8_length(text[pos]);
    } else {
      if (pos + 3 > size) return size;
      const uint32_t code = code_of_three(text, pos);
      if (code == 0x3007) return pos;
      if (code - kFirst <= kLast - kFirst && kIndex[code - kFirst] != 0) {
        if (begins_number(kEntries[kIndex[code - kFirst] - 1].kind)) return pos;
      }
      pos += 3;
    }
  }
  return size;
}

size_t length_before(std::string_view text, size_t pos) {
  if (pos == 0) return 0;
  size_t length = 1;
  while (length < pos && length < 4 && is_continuation(text[pos - length])) ++length;
  return length;
}

std::string_view character_at(std::string_view text, size_t pos) {
  return pos < text.size() ? text.substr(pos, utf8_length(text[pos])) : std::string_view();
}

std::string_view character_before(std::string_view text, size_t pos) {
  const size_t length = length_before(text, pos);
  return text.substr(pos - length, length);
}

bool is_han(std::string_view character) { return character.size() >= 3 && is_hanzi(code_point_at(character, 0).value); }

}  // namespace zhibiao
