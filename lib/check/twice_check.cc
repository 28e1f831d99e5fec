#include "check/twice_check.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "check/area.h"
#include "check/compare_words.h"
#include "emit/names.h"

namespace zhibiao {
namespace {

constexpr std::array<std::string_view, 10> kOtherSpans = {"累计", "年均", "平均每年", "相比", "连续",
                                                          "五年", "四年", "三年",     "时期", "五”"};

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

template <typename Words>
bool has_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return has(text, word); });
}

// 五年增长57.3% and 连续两年增长13% are growths of other spans of time than their period says.
bool is_of_one_year(const Observation& o) {
  return !has_any(without_spaces(o.sentence), kOtherSpans) &&
         std::none_of(o.section.begin(), o.section.end(),
                      [](const auto& heading) { return has_any(heading, kOtherSpans); });
}

bool is_eligible(const Statement& figure) {
  const Observation& o = *figure.told;
  const bool is_rank = o.measure == Measure::rank && o.value && o.bound == Bound::exact;
  const bool is_named = !o.indicator_id.empty() && o.spans.indicator.has_value() && o.members.empty();
  const bool is_dated = figure.year.has_value() && o.status != Status::baseline && is_of_one_year(o);
  // 分别 gives each its own, which the name may not tell; a growth may be of a plan or of five years.
  const bool is_listed =
      std::any_of(o.rules.begin(), o.rules.end(), [](const auto& rule) { return has(rule, "listed"); });
  if (is_listed || (o.measure == Measure::growth && o.basis != "yoy")) return false;
  const bool is_plain = o.ratio_to.empty() && !o.scope.starts_with("占") && (figure.quantity || is_rank);
  return !figure.in_table && is_named && is_dated && is_plain;
}

// What two tellings must have in common. 同比增长 and 增长 are the same.
std::string telling_of(const Statement& figure) {
  const Observation& o = *figure.told;
  const std::string basis = o.basis == "yoy" ? "" : o.basis;
  std::string key = figure.key + '\x1f' + without_spaces(o.indicator);
  for (const std::string& part : {o.period, basis, o.rank_scope, figure.quantity ? figure.quantity->unit : "",
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
  const bool of_budgets = is_of_budgets(statements);
  std::unordered_map<std::string, const Statement*> first;
  for (const Statement& figure : statements.all()) {
    if (!is_eligible(figure) || !is_of_whole_area(*figure.told, of_budgets)) continue;
    const auto [place, is_new] = first.emplace(telling_of(figure), &figure);
    const bool apart = !is_new && figure.told->spans.sentence != place->second->told->spans.sentence;
    if (apart) findings.push_back(compared(*place->second, figure, statements.words()));
  }
  return findings;
}

}  // namespace zhibiao
