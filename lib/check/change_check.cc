#include "check/change_check.h"

#include <algorithm>
#include <array>

#include "check/compare_words.h"

namespace zhibiao {
namespace {

using Group = std::vector<const Statement*>;

constexpr int kRealMargin = 10;

bool has(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

bool same_thing(const Statement& a, const Statement& b) { return a.key == b.key && a.in_table == b.in_table; }

// A growth or change against the year before, as far as its words tell.
bool against_last_year(const Observation& o) {
  if (o.basis.empty() || o.basis == "yoy") return true;
  const bool plan = has(o.basis, "预算") || has(o.basis, "快报") || has(o.basis, "计划") || has(o.basis, "目标");
  return !plan && o.basis.starts_with("比") &&
         (has(o.basis, "决算") || has(o.basis, "执行数") || has(o.basis, "完成数"));
}

bool is_plain(const Statement& figure) {
  return figure.quantity && !figure.quantity->open_above && !figure.quantity->open_below;
}

// What the figure can be compared with: levels of the same group, of the year before.
std::vector<const Statement*> levels_before(const Group& group, const Statement& now) {
  std::vector<const Statement*> before;
  for (const Statement* figure : group) {
    if (figure == &now || !figure->is_amount() || !same_thing(*figure, now)) continue;
    if (figure->quantity->unit != now.quantity->unit || figure->told->status == Status::target) continue;
    const bool year_before = figure->year && now.year && *figure->year == *now.year - 1;
    const bool from_to = figure->told->status == Status::baseline && figure->told->period.empty() && !now.in_table;
    if (year_before || from_to) before.push_back(figure);
  }
  return before;
}

std::vector<const Statement*> levels_now(const Group& group, const Statement& change) {
  std::vector<const Statement*> now;
  for (const Statement* figure : group) {
    const Observation& o = *figure->told;
    const bool fits = figure->is_amount() && same_thing(*figure, change) && o.status == change.told->status &&
                      o.period == change.told->period;
    if (fits) now.push_back(figure);
  }
  return now;
}

Comparison growth_comparison(const Statement& growth, const Statement& now, const Statement& before,
                             const Quantity& computed) {
  Comparison comparison{"growth", {growth.told, now.told, before.told}, *growth.quantity, computed, {}, ""};
  comparison.gap = gap_of(comparison.stated, computed);
  comparison.gap.tolerance = comparison.gap.tolerance + growth_margin(*growth.told);
  comparison.words = told(*now.told) + " ÷ " + told(*before.told) + " − 1";
  return comparison;
}

Comparison change_comparison(const Statement& change, const Statement& now, const Statement& before) {
  Comparison comparison{
      "change", {change.told, now.told, before.told}, *change.quantity, *now.quantity - *before.quantity, {}, ""};
  comparison.gap = gap_of(comparison.stated, comparison.computed);
  comparison.words = told(*now.told) + " − " + told(*before.told);
  return comparison;
}

// Of several candidates (an original and an adjusted budget) one that agrees is meant; where none does, only a single
// one can be blamed.
std::vector<Finding> judged(const std::vector<Comparison>& candidates, const FigureWords& words) {
  for (const Comparison& candidate : candidates) {
    if (candidate.gap.ok()) return {finding_of(candidate, words)};
  }
  if (candidates.size() == 1) return {finding_of(candidates.front(), words)};
  return {};
}

// 个百分点 are the change of a percentage.
bool same_unit(const Quantity& change, const Quantity& level) {
  return change.unit == level.unit || (level.unit == "%" && has(change.unit, "百分点"));
}

std::vector<Finding> growth_or_change(const Statement& figure, const Group& group, const FigureWords& words) {
  std::vector<Comparison> candidates;
  for (const Statement* now : levels_now(group, figure)) {
    for (const Statement* before : levels_before(group, *now)) {
      if (!is_plain(*before)) continue;
      if (figure.told->measure == Measure::change) {
        if (same_unit(*figure.quantity, *now->quantity)) candidates.push_back(change_comparison(figure, *now, *before));
      } else if (const auto computed = growth_of(*now->quantity, *before->quantity)) {
        candidates.push_back(growth_comparison(figure, *now, *before, *computed));
      }
    }
  }
  return judged(candidates, words);
}

// 专项支出31.2亿元，比上年减少6.4亿元，下降17%: the level and the change tell the growth.
std::vector<Finding> growth_by_change(const Statement& growth, const Group& group, const FigureWords& words) {
  std::vector<Comparison> candidates;
  for (const Statement* now : levels_now(group, growth)) {
    for (const Statement* change : group) {
      const bool fits = change->told->measure == Measure::change && change->quantity && same_thing(*change, growth) &&
                        change->quantity->unit == now->quantity->unit && change->told->basis == growth.told->basis &&
                        change->told->period == growth.told->period && change->told->status == growth.told->status;
      if (!fits) continue;
      const auto computed = growth_of(*now->quantity, *now->quantity - *change->quantity);
      if (!computed) continue;
      Comparison comparison = growth_comparison(growth, *now, *change, *computed);
      comparison.words = told(*change->told) + " ÷ (" + told(*now->told) + " − " + told(*change->told) + ")";
      candidates.push_back(std::move(comparison));
    }
  }
  return judged(candidates, words);
}

}  // namespace

bool grows_in_real_terms(const Observation& o) {
  constexpr std::array<std::string_view, 6> kReal = {"生产总值", "增加值", "总产值", "GDP", "工业产值", "农业产值"};
  return std::any_of(kReal.begin(), kReal.end(), [&o](std::string_view word) { return has(o.indicator, word); });
}

Decimal growth_margin(const Observation& o) { return grows_in_real_terms(o) ? Decimal(kRealMargin) : Decimal(); }

std::vector<Finding> change_findings(const Statements& statements) {
  std::vector<Finding> findings;
  for (const Statement& figure : statements.all()) {
    const Observation& o = *figure.told;
    const bool is_change = o.measure == Measure::change || o.measure == Measure::growth;
    if (!is_change || !figure.quantity || !o.condition.empty() || !against_last_year(o)) continue;
    const Group& group = statements.groups().at(o.group);
    std::vector<Finding> found = growth_or_change(figure, group, statements.words());
    if (found.empty() && o.measure == Measure::growth) found = growth_by_change(figure, group, statements.words());
    for (Finding& finding : found) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace zhibiao
