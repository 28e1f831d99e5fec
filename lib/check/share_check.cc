#include "check/share_check.h"

#include <algorithm>

#include "check/compare_words.h"

namespace zhibiao {
namespace {

using Candidates = std::vector<const Statement*>;

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// 预算的 → 预算, 占地区生产总值的比重 → 地区生产总值.
std::string bare_total(std::string name) {
  for (const std::string_view tail : {"的比重", "比重", "的"}) {
    if (name.ends_with(tail)) name.resize(name.size() - tail.size());
  }
  if (name.starts_with("占")) name.erase(0, std::string_view("占").size());
  return name;
}

enum class Total { plan, last_year, other };

Total total_of(std::string_view name) {
  if (has(name, "上年")) return has(name, "预算") ? Total::other : Total::last_year;
  if (has(name, "预算")) return has(name, "收入") || has(name, "支出") ? Total::other : Total::plan;
  return Total::other;
}

bool same_unit(const Statement& a, const Statement& b) { return a.quantity->unit == b.quantity->unit; }

// The amounts in the share's group that it can be a share of.
Candidates amounts_of(const Statements& statements, const Statement& share) {
  Candidates amounts;
  for (const Statement* figure : statements.group_of(share)) {
    const bool same_status = figure->told->status == share.told->status || share.in_table;
    const bool fits = figure->is_amount() && figure->told->unit != "%" && figure->key == share.key &&
                      (figure->told->period == share.told->period || share.in_table) && same_status &&
                      (!share.in_table || figure->told->id < share.told->id);
    if (fits) amounts.push_back(figure);
  }
  return amounts;
}

Candidates totals_in_row(const Statements& statements, const Statement& share, const Statement& amount, Total total) {
  Candidates totals;
  for (const Statement* figure : statements.group_of(share)) {
    if (figure == &amount || !figure->is_amount() || figure->key != share.key || !same_unit(*figure, amount)) continue;
    const bool planned = figure->told->status == Status::target && figure->told->period == amount.told->period;
    const bool past = figure->year && amount.year && *figure->year == *amount.year - 1 && happened(*figure->told);
    if (total == Total::plan ? planned : past) totals.push_back(figure);
  }
  return totals;
}

// The nearest before the share of the amounts with the total's name.
Candidates totals_by_name(const Statements& statements, const Statement& share, const Statement& amount,
                          const std::string& name) {
  const Statement* nearest = nullptr;
  if (share.in_table) return {};
  for (const Statement* figure : statements.amounts_before(share, name)) {
    const Observation& o = *figure->told;
    const bool same_time = o.period == amount.told->period && o.status == amount.told->status;
    if (same_time && same_unit(*figure, amount)) nearest = figure;
  }
  // Less than its part it is another total of that name, of the city's own budget or of another year.
  const bool is_whole = nearest != nullptr && !(nearest->quantity->high < amount.quantity->low);
  return is_whole ? Candidates{nearest} : Candidates{};
}

std::vector<Comparison> comparisons_of(const Statements& statements, const Statement& share) {
  const std::string name = bare_total(share.told->ratio_to);
  const Total total = total_of(name);
  std::vector<Comparison> comparisons;
  for (const Statement* amount : amounts_of(statements, share)) {
    const Candidates totals = total == Total::other ? totals_by_name(statements, share, *amount, name)
                                                    : totals_in_row(statements, share, *amount, total);
    for (const Statement* whole : totals) {
      const auto computed = percent_of(*amount->quantity, *whole->quantity);
      if (!computed) continue;
      Comparison comparison{"share", {share.told, amount->told, whole->told}, *share.quantity, *computed, {}, ""};
      comparison.gap = gap_of(comparison.stated, comparison.computed);
      comparison.words = told(*amount->told) + " ÷ " + name_of(*whole->told) + told(*whole->told);
      comparisons.push_back(std::move(comparison));
    }
  }
  return comparisons;
}

}  // namespace

std::vector<Finding> share_findings(const Statements& statements) {
  std::vector<Finding> findings;
  for (const Statement& figure : statements.all()) {
    const Observation& o = *figure.told;
    const bool is_share = o.measure == Measure::level && !o.ratio_to.empty() && o.unit == "%" && figure.quantity;
    if (!is_share || !o.condition.empty()) continue;
    const std::vector<Comparison> candidates = comparisons_of(statements, figure);
    const auto agrees = std::find_if(candidates.begin(), candidates.end(), [](const auto& c) { return c.gap.ok(); });
    if (agrees != candidates.end()) {
      findings.push_back(finding_of(*agrees, statements.words()));
    } else if (candidates.size() == 1) {
      findings.push_back(finding_of(candidates.front(), statements.words()));
    }
  }
  return findings;
}

}  // namespace zhibiao
