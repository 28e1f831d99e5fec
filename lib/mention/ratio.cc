#include "mention/ratio.h"

#include "mention/glyph.h"
#include "mention/numeral.h"

namespace zhibiao {
namespace {

// The colon between members at text[pos]: its bytes, 0 if there is none with a digit after it.
size_t colon_at(std::string_view text, size_t pos) {
  for (const std::string_view colon : {"∶", ":", "："}) {
    if (!goes_on(text, pos, colon)) continue;
    const size_t next = pos + colon.size();
    return next < text.size() && is_ascii_digit(text[next]) ? colon.size() : 0;
  }
  return 0;
}

bool is_two_digits(const Numeral& numeral) {
  return numeral.end - numeral.begin == 2 && !numeral.form.placed && numeral.number < Decimal(60);
}

// 10:16, 9:05:30; 1∶20 has the sign of ratios.
bool is_time(std::string_view text, const std::vector<Numeral>& members) {
  if (goes_on(text, members[0].end, "∶") || members.size() > 3) return false;
  if (members[0].form.decimal || !(members[0].number < Decimal(25))) return false;
  for (size_t i = 1; i < members.size(); ++i) {
    if (!is_two_digits(members[i])) return false;
  }
  return true;
}

FoundFigure figure_of(MentionKind kind, uint32_t begin, uint32_t end, const Decimal& number) {
  FoundFigure found;
  found.kind = kind;
  found.span = found.number_span = {begin, end};
  found.figure.number = found.figure.value = number;
  return found;
}

}  // namespace

Ratio read_ratio(std::string_view text, size_t pos, const FigureWords& words) {
  Ratio ratio{pos, {}};
  size_t end = pos;
  while (end < text.size() && (is_ascii_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
  if (colon_at(text, end) == 0) return ratio;
  std::vector<Numeral> members;
  for (size_t at = pos; members.size() < 8;) {
    std::optional<Numeral> member = read_numeral(text, at, words.units);
    if (!member || member->form.placed) return ratio;
    members.push_back(*std::move(member));
    const size_t colon = colon_at(text, members.back().end);
    if (colon == 0) break;
    at = members.back().end + colon;
  }
  if (members.size() < 2) return ratio;
  ratio.end = members.back().end;
  if (is_time(text, members)) return ratio;
  if (members.size() > 2) {
    for (const Numeral& m : members) ratio.figures.push_back(figure_of(MentionKind::number, m.begin, m.end, m.number));
  } else if (!members[1].number.is_zero()) {
    const Decimal value = Decimal::divide(members[0].number, members[1].number);
    ratio.figures.push_back(figure_of(MentionKind::ratio, members[0].begin, members[1].end, value));
  }
  return ratio;
}

}  // namespace zhibiao
