#include "check/change_check.h"

#include <algorithm>
#include <array>

#include "check/compare_words.h"
#include "text/words.h"

namespace zhibiao {
namespace {

using Group = std::span<const Statement* const>;
using Levels = std::vector<const Statement*>;

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

// In a row the columns that a growth is told of stand to its left, with no other growth between: a table may have
// several pairs of years.
bool within_reach(Group group, const Statement& level, const Statement& change) {
  if (!change.in_table) return true;
  if (level.told->id > change.told->id) return false;
  return std::none_of(group.begin(), group.end(), [&](const Statement* other) {
    return other->told->measure == change.told->measure && other->told->id > level.told->id &&
           other->told->id < change.told->id;
  });
}

// 比“十三五”时期的1041亿元|增加156亿元: against the old value told right before, whatever its years.
bool against_old_value(Group group, const Statement& change) {
  if (!starts_with_any(change.told->basis, {"比", "较"})) return false;
  return std::any_of(group.begin(), group.end(), [&](const Statement* one) {
    return one->told->status == Status::baseline && one->told->id + 1 == change.told->id;
  });
}

bool is_other_year(Group group, const Statement& before, const Statement& now, const Statement& change) {
  const bool old = before.told->status == Status::baseline && !now.in_table;
  if (against_old_value(group, change)) return old && before.told->id + 1 == change.told->id;
  const bool year_before = before.year && now.year && *before.year == *now.year - 1;
  const bool from_to = old && (before.told->period.empty() || change.told->basis.empty());
  return before.told->status != Status::target && (year_before || from_to);
}

// Levels that the change can be the change to.
Levels levels_now(Group group, const Statement& change) {
  Levels now;
  for (const Statement* level : group) {
    const bool same_time = level->told->status == change.told->status && level->told->period == change.told->period;
    const bool fits = level->is_amount() && same_thing(*level, change) && within_reach(group, *level, change);
    if (fits && (same_time || change.in_table)) now.push_back(level);
  }
  return now;
}

struct Pair {
  const Statement* now;
  const Statement* before;
  bool sure = true;  // years and states say so; else it is only a pair of columns in the right order
};

// A heading over columns is misread more easily than a clause: any two columns that agree are meant.
std::vector<Pair> pairs_of(Group group, const Statement& change) {
  std::vector<Pair> pairs;
  for (const Statement* now : levels_now(group, change)) {
    for (const Statement* before : group) {
      const bool comparable = before != now && before->is_amount() && same_thing(*before, *now) && is_plain(*before) &&
                              before->quantity->unit == now->quantity->unit && within_reach(group, *before, change);
      if (!comparable) continue;
      const bool other_year = is_other_year(group, *before, *now, change);
      const bool same_time = now->told->status == change.told->status && now->told->period == change.told->period;
      const bool sure = other_year && same_time && (happened(*now->told) || !change.in_table);
      if (other_year || change.in_table) pairs.push_back({now, before, sure});
    }
  }
  return pairs;
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

struct Candidate {
  Comparison comparison;
  bool sure = true;
};

// Of several candidates (an original and an adjusted budget) one that agrees is meant; where none does, only a single
// sure one can be blamed.
std::vector<Finding> judged(const std::vector<Candidate>& candidates, const FigureWords& words) {
  for (const Candidate& candidate : candidates) {
    if (candidate.comparison.gap.ok()) return {finding_of(candidate.comparison, words)};
  }
  const auto is_sure = [](const Candidate& candidate) { return candidate.sure; };
  if (std::count_if(candidates.begin(), candidates.end(), is_sure) != 1) return {};
  return {finding_of(std::find_if(candidates.begin(), candidates.end(), is_sure)->comparison, words)};
}

// 个百分点 are the change of a percentage.
bool same_unit(const Quantity& change, const Quantity& level) {
  return change.unit == level.unit || (level.unit == "%" && has(change.unit, "百分点"));
}

// All of it is gone, and the cell of what is left is empty: the level that was found is another column's.
bool is_total_loss(const Statement& figure, const Statement& before) {
  if (!figure.in_table) return false;
  const bool growth = figure.told->measure == Measure::growth;
  return figure.quantity->low == (growth ? Decimal(-100) : -before.quantity->low);
}

std::vector<Finding> growth_or_change(const Statement& figure, Group group, const FigureWords& words) {
  std::vector<Candidate> candidates;
  for (const auto& [now, before, sure] : pairs_of(group, figure)) {
    if (is_total_loss(figure, *before)) continue;
    if (figure.told->measure == Measure::change) {
      if (!same_unit(*figure.quantity, *now->quantity)) continue;
      candidates.push_back({change_comparison(figure, *now, *before), sure});
    } else if (const auto computed = growth_of(*now->quantity, *before->quantity)) {
      candidates.push_back({growth_comparison(figure, *now, *before, *computed), sure});
    }
  }
  return judged(candidates, words);
}

// 10亿元 of 110亿元 now are 10 % of what was before; -10亿元 as well.
std::optional<Quantity> growth_by(const Quantity& change, const Quantity& now) {
  if (!change.low.negative()) return percent_of(change, now - change);
  std::optional<Quantity> fall = percent_of(Quantity{} - change, now - change);
  if (!fall) return std::nullopt;
  return Quantity{-fall->high, -fall->low, fall->open_above, fall->open_below, fall->rounding, fall->unit};
}

// 比“十三五”时期的1041.69亿元 (增加156.78亿元): what is compared with, not what came of it.
bool is_compared_with(const Observation& level) {
  const std::string before = text_between(level, level.spans.sentence.begin, level.spans.value.begin);
  const size_t wide = before.rfind("，"), narrow = before.rfind(',');  // none + 1 is 0
  const std::string clause = before.substr(std::max(wide + 1, narrow + 1));
  return clause.ends_with("的") && (has(clause, "比") || has(clause, "较"));
}

// The change that is told right before the growth, of the level that is told right before it.
Levels level_and_change(const Statement& growth, Group group) {
  const Statement *level = nullptr, *change = nullptr;
  for (const Statement* figure : group) {
    const Observation& o = *figure->told;
    if (o.id >= growth.told->id) break;
    const bool same_time = o.period == growth.told->period && o.status == growth.told->status;
    if (!same_time || !figure->quantity || !same_thing(*figure, growth)) continue;
    if (figure->is_amount() && is_compared_with(o)) continue;
    if (figure->is_amount()) {
      level = figure;
      change = nullptr;
    } else if (o.measure == Measure::change) {
      change = figure;
    }
  }
  return level != nullptr && change != nullptr ? Levels{level, change} : Levels{};
}

// 专项支出31.2亿元，比上年减少6.4亿元，下降17%: the level and the change tell the growth that follows.
std::vector<Finding> growth_by_change(const Statement& growth, Group group, const FigureWords& words) {
  const Levels told_before = growth.year ? level_and_change(growth, group) : Levels{};
  if (told_before.empty()) return {};
  const Statement &now = *told_before[0], &change = *told_before[1];
  const bool one_basis = growth.told->basis.empty() || growth.told->basis == change.told->basis;
  if (!one_basis || change.quantity->unit != now.quantity->unit) return {};
  const auto computed = growth_by(*change.quantity, *now.quantity);
  if (!computed) return {};
  Comparison comparison = growth_comparison(growth, now, change, *computed);
  const std::string sign = change.quantity->low.negative() ? " + " : " − ";
  comparison.words = told(*change.told) + " ÷ (" + told(*now.told) + sign + without_direction(*change.told) + ")";
  return {finding_of(comparison, words)};
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
    if (!is_change || o.indicator.empty() || !figure.quantity || !o.condition.empty()) continue;
    const Group group = statements.group_of(figure);
    if (!against_last_year(o) && !against_old_value(group, figure)) continue;
    std::vector<Finding> found = growth_or_change(figure, group, statements.words());
    if (found.empty() && o.measure == Measure::growth) found = growth_by_change(figure, group, statements.words());
    for (Finding& finding : found) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace zhibiao
