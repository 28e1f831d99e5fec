#include "mention/place.h"

#include <utility>

#include "mention/glyph.h"
#include "mention/numeral.h"

namespace zhibiao {
namespace {

bool is_one_of(std::string_view character, std::string_view set) {
  return !character.empty() && set.find(character) != std::string_view::npos;
}

// Whether an expression of rank may end before text[pos]: 增速第二, 位居全省第一的好成绩.
bool ends_place(std::string_view text, size_t pos) {
  const std::string_view next = character_at(text, pos);
  if (next.empty() || !is_han(next)) return next.empty() || !(is_ascii_letter(next[0]) || is_ascii_digit(next[0]));
  return is_one_of(next, "和与及并且的以");
}

FoundFigure placed(MentionKind kind, size_t begin, size_t number_end, size_t end, const Decimal& number) {
  FoundFigure found;
  found.kind = kind;
  found.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  found.number_span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(number_end)};
  found.figure.number = found.figure.value = number;
  return found;
}

// Past 位 or 名 at `pos`: 第12位, 前3名, 从第8位升至; not 第三位置, 第一名选手.
size_t rank_word_end(std::string_view text, size_t pos) {
  if (goes_on(text, pos, "位") && !is_one_of(character_at(text, pos + 3), "置数于一副女")) return pos + 3;
  for (const std::string_view word : {"位", "名", "强", "甲"}) {
    if (goes_on(text, pos, word) && (ends_place(text, pos + 3) || word == "强")) return pos + 3;
  }
  return pos;
}

std::optional<FoundFigure> ordinal(std::string_view text, size_t begin, const Numeral& numeral) {
  const size_t end = rank_word_end(text, numeral.end);
  const bool rank = end > numeral.end || ends_place(text, end);
  const size_t counted = !rank && (goes_on(text, end, "个") || goes_on(text, end, "個")) ? end + 3 : end;
  return placed(rank ? MentionKind::rank : MentionKind::ordinal, begin, numeral.end, counted, numeral.number);
}

// 前三, 前10位; not 目前3个项目, 前三季度, 前5个月.
std::optional<FoundFigure> front(std::string_view text, size_t begin, const Numeral& numeral) {
  if (is_one_of(character_before(text, begin), "目此以年之日当跟面提眼期")) return std::nullopt;
  const size_t end = rank_word_end(text, numeral.end);
  const std::string_view next = character_at(text, end);
  const bool closes = next.empty() || is_one_of(next, "，。；、）,;");  // 跻身省级开发区前50，
  const bool ends = end > numeral.end || closes || (numeral.form.chinese && ends_place(text, end));
  if (!ends || goes_on(text, numeral.end, "的")) return std::nullopt;
  FoundFigure found = placed(MentionKind::rank, begin, numeral.end, end, numeral.number);
  found.figure.bound = Bound::at_most;
  return found;
}

}  // namespace

std::optional<FoundFigure> read_place(std::string_view text, size_t pos, size_t floor, const FigureWords& words) {
  const std::string_view before = character_before(text, pos);
  const bool is_ordinal = before == "第", is_front = before == "前";
  if (!(is_ordinal || is_front) || pos - before.size() < floor) return std::nullopt;
  const std::optional<Numeral> numeral = read_numeral(text, pos, words.units);
  if (!numeral || numeral->form.decimal || numeral->high) return std::nullopt;
  const size_t begin = pos - before.size();
  std::optional<FoundFigure> found = is_ordinal ? ordinal(text, begin, *numeral) : front(text, begin, *numeral);
  if (found) found->chinese = numeral->form.chinese;
  return found;
}

std::optional<FoundFigure> read_first_place(std::string_view text, size_t pos) {
  constexpr std::string_view kFirst = "首位", kTop = "榜首";
  const bool top = goes_on(text, pos, kTop);
  if (!top && !goes_on(text, pos, kFirst)) return std::nullopt;
  const std::string_view before = character_before(text, pos);
  const size_t end = pos + kFirst.size();
  if (before == "在" || before == "于" || !ends_place(text, end)) return std::nullopt;
  FoundFigure found = placed(MentionKind::rank, pos, end, end, Decimal(1));
  found.chinese = true;
  return found;
}

}  // namespace zhibiao
