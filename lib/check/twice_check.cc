#include "check/twice_check.h"

#include <unordered_map>

#include "check/compare_words.h"
#include "emit/names.h"

namespace zhibiao {
namespace {

bool is_eligible(const Statement& figure) {
  const Observation& o = *figure.told;
  const bool is_rank = o.measure == Measure::rank && o.value && o.bound == Bound::exact;
  return !figure.in_table && !o.indicator_id.empty() && !o.period.empty() && o.members.empty() &&
         o.status != Status::baseline && (figure.quantity || is_rank);
}

// What two tellings must have in common. 同比增长 and 增长 are the same.
std::string telling_of(const Statement& figure) {
  const Observation& o = *figure.told;
  const std::string basis = o.basis == "yoy" ? "" : o.basis;
  std::string key = figure.key;
  for (const std::string& part :
       {o.period, basis, o.ratio_to, o.rank_scope, figure.quantity ? figure.quantity->unit : "",
        std::string(name_of(o.measure)), std::string(name_of(o.rank_of))}) {
    key += '\x1f' + part;
  }
  return key + (happened(o) ? "" : "\x1fplan");
}

Quantity place_of(const Observation& o) { return {*o.value, *o.value, false, false, Decimal(), ""}; }

Finding compared(const Statement& first, const Statement& again, const FigureWords& words) {
  const bool is_rank = again.told->measure == Measure::rank;
  Comparison comparison{"twice",
                        {again.told, first.told},
                        is_rank ? place_of(*again.told) : *again.quantity,
                        is_rank ? place_of(*first.told) : *first.quantity,
                        {},
                        ""};
  comparison.gap = gap_of(comparison.stated, comparison.computed);
  Finding finding = finding_of(comparison, words);
  finding.text = time_of(*again.told) + name_of(*again.told) + "先写" + told(*first.told) + "，后写" +
                 told(*again.told) + (finding.ok ? "，一致" : "，不一致");
  return finding;
}

}  // namespace

std::vector<Finding> twice_findings(const Statements& statements) {
  std::vector<Finding> findings;
  std::unordered_map<std::string, const Statement*> first;
  for (const Statement& figure : statements.all()) {
    if (!is_eligible(figure)) continue;
    const auto [place, is_new] = first.emplace(telling_of(figure), &figure);
    if (!is_new) findings.push_back(compared(*place->second, figure, statements.words()));
  }
  return findings;
}

}  // namespace zhibiao
