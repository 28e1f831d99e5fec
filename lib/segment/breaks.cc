#include "segment/breaks.h"

#include <algorithm>

#include "segment/line.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr uint32_t kLongestParenthesis = 300;
constexpr uint32_t kLongestSentence = 10'000;

bool is_closer(char32_t c) {
  return c == U'”' || c == U'’' || c == U'」' || c == U'』' || c == U'）' || c == ')' || c == U'】' || c == '"';
}

bool is_end_mark(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == ';' || c == '!' || c == '?' || c == U'．';
}

char32_t char_at(std::string_view text, size_t pos, size_t end) {
  return pos < end ? code_point_at(text, pos).value : 0;
}

bool digits_around(std::string_view text, size_t begin, size_t after, size_t end) {
  return begin > 0 && is_digit(code_point_before(text, begin).value) && is_digit(char_at(text, after, end));
}

// 高唐县代县长??杨曙光: web pages' spaces that were lost on the way.
bool is_debris(std::string_view text, size_t pos, size_t end) {
  return (pos + 1 < end && text[pos + 1] == '?') || (pos > 0 && text[pos - 1] == '?');
}

// 增长5%.  at a line's end ends a sentence, 5.2 does not.
bool full_stop_point(std::string_view text, size_t pos, size_t end) {
  if (pos == 0 || !(pos + 1 == end || is_space(char_at(text, pos + 1, end)))) return false;
  return is_hanzi(code_point_before(text, pos).value);
}

bool ends_sentence(char32_t c, std::string_view text, size_t pos, size_t end) {
  if (c == '?') return !is_debris(text, pos, end);
  if (c == '.' || c == U'．') return full_stop_point(text, pos, end);
  return is_end_mark(c) && !(c == ';' && text.substr(0, pos).ends_with("&nbsp"));
}

bool ends_clause(char32_t c, std::string_view text, size_t pos, size_t length, size_t end) {
  if (c == U'，' || c == U'：') return !digits_around(text, pos, pos + length, end) || c == U'，';
  return (c == ',' || c == ':') && !digits_around(text, pos, pos + length, end);
}

// Lead bytes of the characters that matter here; all others are stepped over unseen.
bool may_matter(unsigned char lead) {
  switch (lead) {
    case '!':
    case '?':
    case ';':
    case ',':
    case ':':
    case '.':
    case '(':
    case ')':
    case 0xE3:
    case 0xEF:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Splitter::close_parenthesis(Place place) {
  if (open_.empty()) return;
  const Place opened = open_.back();
  open_.pop_back();
  if (place.point - opened.point > kLongestParenthesis) return;
  while (!closed_.empty() && closed_.back().first > opened.byte) closed_.pop_back();
  closed_.emplace_back(opened.byte, place.byte);
}

// Closing quotes and further marks right behind a mark: 。” ！！ ；）
Splitter::Place Splitter::skip_closers(Place place, size_t end) const {
  while (place.byte < end) {
    const CodePoint point = code_point_at(text_, place.byte);
    if (!is_closer(point.value) && !is_end_mark(point.value)) break;
    place.byte += point.length;
    ++place.point;
  }
  return place;
}

void Splitter::see(char32_t c, size_t length, Place place, size_t end) {
  if (c == U'（' || c == '(') {
    // An opening that is out of reach already can no longer hold anything together: depth stays bounded.
    if (open_.size() > kLongestParenthesis) open_.erase(open_.begin(), open_.begin() + kLongestParenthesis / 2);
    open_.push_back(place);
  } else if (c == U'）' || c == ')') {
    close_parenthesis(place);
  } else if (ends_sentence(c, text_, place.byte, end)) {
    marks_.push_back({place.byte, place.byte + length, place.point, place.point + 1, true});
  } else if (ends_clause(c, text_, place.byte, length, end)) {
    marks_.push_back({place.byte, place.byte + length, place.point, place.point + 1, false});
  }
}

Splitter::Place Splitter::scan(Place at, size_t end) {
  while (at.byte < end) {
    const size_t behind = std::min(behind_hanzi(text_, at.byte), end);
    at.point += static_cast<uint32_t>((behind - at.byte) / 3);
    at.byte = behind;
    if (at.byte >= end) break;
    const char lead = text_[at.byte];
    const size_t length = utf8_length(lead);
    if (may_matter(static_cast<unsigned char>(lead))) see(code_point_at(text_, at.byte).value, length, at, end);
    at.byte += length;
    ++at.point;
  }
  return at;
}

void Splitter::drop_protected_ends() {
  auto pair = closed_.begin();
  for (Mark& mark : marks_) {
    while (pair != closed_.end() && pair->second < mark.begin) ++pair;
    if (pair != closed_.end() && pair->first < mark.begin) mark.ends_sentence = false;
  }
}

void Splitter::emit(Place begin, Place end, size_t first, size_t last) {
  Stretch stretch{begin.byte, end.byte, {begin.point, end.point}, {}};
  stretch.clauses.reserve(last - first + 1);
  Place from = begin;
  const auto clause = [&](Place to) {
    from = skip_spaces(from, to.byte);
    while (to.byte > from.byte) {
      const CodePoint point = code_point_before(text_, to.byte);
      if (!is_space(point.value)) break;
      to.byte -= point.length;
      --to.point;
    }
    if (from.byte < to.byte) stretch.clauses.push_back({from.point, to.point});
  };
  for (size_t i = first; i < last; ++i) {
    clause({marks_[i].begin, marks_[i].from});
    from = {marks_[i].after, marks_[i].to};
  }
  const size_t before = stretch.clauses.size();
  clause(end);
  // Only closing quotes behind the last mark are no clause.
  if (stretch.clauses.size() > before && before > 0 && skip_closers(from, end.byte).byte >= end.byte) {
    stretch.clauses.pop_back();
  }
  out_.push_back(std::move(stretch));
}

// The last clause mark within reach, else the last space, else the limit itself. `mark` becomes the first mark behind.
Splitter::Place Splitter::cut_before_limit(Place begin, size_t& mark, size_t last) const {
  const size_t first = mark;
  while (mark < last && marks_[mark].to - begin.point <= kLongestSentence) ++mark;
  if (mark > first) return {marks_[mark - 1].after, marks_[mark - 1].to};
  Place at = begin, space = begin;
  for (; at.point - begin.point < kLongestSentence; ++at.point) {
    if (is_space(code_point_at(text_, at.byte).value)) space = at;
    at.byte += utf8_length(text_[at.byte]);
  }
  return space.point > begin.point ? space : at;
}

void Splitter::emit_capped(Place begin, Place end, size_t first, size_t last) {
  while (end.point - begin.point > kLongestSentence) {
    size_t mark = first;
    const Place cut = cut_before_limit(begin, mark, last);
    emit(begin, cut, first, mark);
    begin = skip_spaces(cut, end.byte);
    first = mark;
  }
  if (begin.byte < end.byte) emit(begin, end, first, last);
}

Splitter::Place Splitter::skip_spaces(Place place, size_t end) const {
  while (place.byte < end && is_space(code_point_at(text_, place.byte).value)) {
    place.byte += utf8_length(text_[place.byte]);
    ++place.point;
  }
  return place;
}

std::vector<Stretch>& Splitter::split(size_t begin, size_t end, uint32_t point) {
  marks_.clear(), open_.clear(), closed_.clear(), out_.clear();
  const Place behind = scan({begin, point}, end);
  drop_protected_ends();
  Place from{begin, point};
  size_t first = 0;
  for (size_t i = 0; i < marks_.size(); ++i) {
    if (!marks_[i].ends_sentence) continue;
    const Place to = skip_closers({marks_[i].after, marks_[i].to}, end);
    while (i + 1 < marks_.size() && marks_[i + 1].begin < to.byte) ++i;
    emit_capped(from, to, first, i + 1);
    from = skip_spaces(to, end);
    first = i + 1;
  }
  if (from.byte < end) emit_capped(from, behind, first, marks_.size());
  return out_;
}

}  // namespace zhibiao
