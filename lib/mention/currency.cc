#include "mention/currency.h"

#include "mention/glyph.h"

namespace zhibiao {
namespace {

struct Currency {
  std::string_view written;
  std::string_view unit;  // of a number that has none behind it; "" where it must have one
};

// A longer one before its end: US$ before $.
constexpr Currency kCurrencies[] = {
    {"人民币", ""}, {"人民幣", ""}, {"新台币", ""}, {"新台幣", ""},  {"台币", ""},
    {"港币", ""},   {"港幣", ""},   {"RMB", ""},    {"US$", "美元"}, {"HK$", "港元"},
    {"￥", "元"},   {"¥", "元"},    {"$", "美元"},  {"€", "欧元"},   {"£", "英镑"},
};

// ￥50 and 投资$20 are money, R$4 and 4£9 anything.
bool may_begin_sign(std::string_view text, size_t pos) {
  const std::string_view before = character_before(text, pos);
  return before.empty() || before == " " || before == "(" || before == ":" || before == "," || before.size() == 3;
}

// Bytes that no currency ends with are most of what stands before a number.
bool may_end_currency(char c) { return c == '$' || c == 'B' || is_continuation(c); }

const Currency* currency_before(std::string_view text, size_t pos, size_t floor) {
  if (pos == 0 || !may_end_currency(text[pos - 1])) return nullptr;
  for (const Currency& currency : kCurrencies) {
    if (pos >= floor + currency.written.size() && goes_on(text, pos - currency.written.size(), currency.written))
      return &currency;
  }
  return nullptr;
}

}  // namespace

void take_currency(std::string_view text, size_t floor, Amount& amount, const FigureWords& words) {
  FoundFigure& found = amount.found;
  const bool bare = amount.unit == nullptr && found.kind == MentionKind::number;
  if (!bare && (amount.unit == nullptr || amount.unit->category != "money")) return;
  size_t pos = found.span.begin;
  while (pos > floor && text[pos - 1] == ' ') --pos;
  const Currency* currency = currency_before(text, pos, floor);
  if (currency == nullptr || (bare && currency->unit.empty())) return;
  const size_t begin = pos - currency->written.size();
  const bool sign = !currency->unit.empty();
  if (sign && !(is_ascii_digit(text[found.span.begin]) && may_begin_sign(text, begin))) return;
  found.span.begin = static_cast<uint32_t>(begin);
  if (!bare) return;
  amount.unit = unit_named(words, currency->unit);
  found.kind = kind_of(amount.unit);
  found.figure.unit += currency->unit;
}

}  // namespace zhibiao
