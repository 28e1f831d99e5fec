#include "panel/conflict.h"

#include <algorithm>

#include "panel/agree.h"

namespace zhibiao {
namespace {

// In the base unit where there is one; nullopt for a range.
std::optional<Written> written_in(const Row& row) {
  const std::optional<Decimal> value = Decimal::parse(at(row, LongField::value));
  if (!value) return std::nullopt;
  const Written plain =
      at(row, LongField::bound) == "about" ? written_about(*value) : written(*value, at(row, LongField::value_text));
  const std::optional<Decimal> base = Decimal::parse(at(row, LongField::base_value));
  return base && !value->is_zero() ? plain.times(Decimal::divide(*base, *value)) : plain;
}

// 突破2万亿元 and 23562亿元 do not gainsay each other.
bool allows(const Row& row, const Written& bound, const Written& other) {
  const std::string& word = at(row, LongField::bound);
  if (word == "more" || word == "at_least") return !(other.value < bound.value);
  return (word == "less" || word == "at_most") && !(bound.value < other.value);
}

bool same_range(const Row& a, const Row& b) {
  return at(a, LongField::value) == at(b, LongField::value) && at(a, LongField::low) == at(b, LongField::low) &&
         at(a, LongField::high) == at(b, LongField::high);
}

}  // namespace

bool in_conflict(const std::vector<Row>& rows) {
  const auto can_be_first = [&rows](const Row& row) {
    const std::optional<Written> first = written_in(rows.front()), other = written_in(row);
    if (!first || !other) return same_range(rows.front(), row);
    return agree(*first, *other) || allows(row, *other, *first) || allows(rows.front(), *first, *other);
  };
  return !std::all_of(rows.begin(), rows.end(), can_be_first);
}

}  // namespace zhibiao
