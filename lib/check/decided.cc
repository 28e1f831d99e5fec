#include "check/decided.h"

#include <cstdlib>

#include "emit/names.h"

namespace zhibiao {
namespace {

GoldRow row_of(const Decision& decision) {
  GoldRow row;
  Answer& want = row.want;
  want.value_span = decision.value_span;
  for (const std::optional<Decimal>& number : {decision.value, decision.low, decision.high}) {
    if (number) want.numbers.push_back(std::strtod(number->to_string().c_str(), nullptr));
  }
  want.measure = name_of(decision.measure);
  want.unit = decision.unit;
  want.bound = name_of(decision.bound);
  want.scope = decision.scope;
  want.period = decision.period;
  want.status = name_of(decision.status);
  want.rank_of = name_of(decision.rank_of);
  want.rank_scope = decision.rank_scope;
  want.condition = decision.condition;
  want.value_text = decision.value_text;
  row.indicator_min = row.indicator_max = decision.indicator;
  return row;
}

}  // namespace

Gold gold_of(const std::vector<Decision>& decisions) {
  Gold gold;
  for (const Decision& decision : decisions) {
    gold.ranges.push_back(decision.value_span);
    if (decision.verdict != Verdict::wrong) gold.rows.push_back(row_of(decision));
  }
  return gold;
}

}  // namespace zhibiao
