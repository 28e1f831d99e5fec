#include "check/parts_check.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "check/breakdown_check.h"
#include "check/compare_words.h"

namespace zhibiao {
namespace {

using Parts = std::vector<const Statement*>;

constexpr int kNearPercent = 1;     // parts whose sum misses the whole by no more are meant to be all of it
constexpr int kRoughPercent = 5;    // of the whole
constexpr size_t kMostParts = 150;  // that make a whole

bool has(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

bool in_one_sentence(const Statement& a, const Statement& b) {
  return a.told->spans.sentence == b.told->spans.sentence;
}

// Told of the same time and state in the same unit, so that they can be added. 上年结余收入 in a list of this year's
// income is told of last year and belongs to it all the same.
bool comparable(const Statement& part, const Statement& whole) {
  const bool same_time = part.told->period == whole.told->period && happened(*part.told) == happened(*whole.told);
  return part.is_amount() && is_additive(part) && part.quantity->unit == whole.quantity->unit &&
         (same_time || in_one_sentence(part, whole)) && part.told->status != Status::baseline &&
         part.told->condition == whole.told->condition && part.in_table == whole.in_table;
}

Quantity sum_of(const Parts& parts) {
  Quantity sum = *parts.front()->quantity;
  for (size_t i = 1; i < parts.size(); ++i) sum = sum + *parts[i]->quantity;
  return sum;
}

Comparison sum_comparison(const Statement& whole, const Parts& parts) {
  Comparison comparison{"parts", {whole.told}, *whole.quantity, sum_of(parts), {}, ""};
  comparison.gap = gap_of(comparison.stated, comparison.computed);
  for (const Statement* part : parts) {
    comparison.figures.push_back(part->told);
    comparison.words += (part == parts.front() ? "" : " + ") + name_of(*part->told) + told(*part->told);
  }
  return comparison;
}

bool within_percent(const Decimal& number, const Decimal& of, int percent) {
  return !(of.abs() * Decimal(percent) < number.abs().shifted(2));
}

// A sum so rough that anything would fit confirms nothing.
bool fits(const Statement& whole, const Quantity& sum) {
  const Gap gap = gap_of(*whole.quantity, sum);
  return gap.ok() && (gap.difference.is_zero() || within_percent(gap.tolerance, whole.quantity->high, kRoughPercent));
}

// The first run of parts in text order that make the whole: a whole may be taken apart twice, and what stands behind
// a breakdown may be linked to it though it is none.
Parts fitting_run(const Statement& whole, const Parts& parts, size_t begin) {
  Quantity sum = *parts[begin]->quantity;
  for (size_t i = begin + 1; i < parts.size() && i < begin + kMostParts; ++i) {
    sum = sum + *parts[i]->quantity;
    if (!fits(whole, sum)) continue;
    const auto run = std::span(parts).subspan(begin, i + 1 - begin);
    return {run.begin(), run.end()};
  }
  return {};
}

bool nearly_fits(const Statement& whole, const Parts& parts) {
  const Gap gap = gap_of(*whole.quantity, sum_of(parts));
  return parts.size() > 1 && !gap.ok() && within_percent(gap.difference, whole.quantity->high, kNearPercent);
}

Finding part_finding(const Statement& whole, const Statement& part, const FigureWords& words) {
  Comparison comparison{"part", {part.told, whole.told}, *part.quantity, *whole.quantity, {}, ""};
  comparison.gap = excess_of(comparison.stated, comparison.computed);
  Finding finding = finding_of(comparison, words);
  finding.text = name_of(*part.told) + told(*part.told) + (finding.ok ? "不超过" : "超过") + "其所属的" +
                 name_of(*whole.told) + told(*whole.told);
  return finding;
}

bool is_plain(const Statement& figure) { return !figure.quantity->open_above && !figure.quantity->open_below; }

// 其中 or a bracket says so; 全省共4人 in a bracket is more than the whole.
bool is_told_as_part(const Observation& part, const Observation& whole) {
  const std::string text = text_between(whole, whole.spans.value.end, part.spans.value.begin);
  const bool cue = has(text, "其中") || has(text, "（") || has(text, "(") || has(text, "包括");
  return cue && !has(text, "全省") && !has(text, "全国") && !has(text, "全市") && !has(text, "合计");
}

// What stands farther behind is often linked to a whole that it is no part of; so is much in tables.
bool is_surely_part(const Statement& part, const Statement& whole) {
  return !part.in_table && in_one_sentence(part, whole) && part.told->period == whole.told->period &&
         part.told->spans.value.begin > whole.told->spans.value.begin && is_told_as_part(*part.told, *whole.told);
}

std::vector<Finding> whole_findings(const Statement& whole, const Parts& parts, const FigureWords& words) {
  std::vector<Finding> findings;
  for (size_t i = 0; i < parts.size() && is_plain(whole); ++i) {
    const Parts run = fitting_run(whole, parts, i);
    if (run.empty()) continue;
    findings.push_back(finding_of(sum_comparison(whole, run), words));
    i += run.size() - 1;
  }
  if (findings.empty() && is_plain(whole) && nearly_fits(whole, parts)) {
    Finding finding = finding_of(sum_comparison(whole, parts), words);
    if (!finding.difference.starts_with('-')) finding.text += "（或有未列出的部分）";
    return {finding};
  }
  if (findings.empty() && is_surely_part(*parts.front(), whole)) {
    findings.push_back(part_finding(whole, *parts.front(), words));
  }
  return findings;
}

}  // namespace

bool is_additive(const Statement& figure) {
  constexpr std::array<std::string_view, 12> kNotAdded = {"人均", "户均", "均价", "平均", "价格", "指数",
                                                          "率",   "比重", "单价", "面均", "浓度", "寿命"};
  const Observation& o = *figure.told;
  if (!figure.quantity || o.unit == "%" || o.unit == "‰" || o.unit.empty()) return false;
  if (has(o.unit, "/") || has(o.unit, "天") || has(o.unit, "日") || has(o.unit, "时") || has(o.unit, "岁"))
    return false;
  return std::none_of(kNotAdded.begin(), kNotAdded.end(),
                      [&o](std::string_view word) { return has(o.indicator, word) || has(o.scope, word); });
}

std::vector<Finding> parts_findings(const Statements& statements) {
  std::vector<Finding> findings;
  for (const auto& [id, told_parts] : statements.parts()) {
    const Statement* whole = statements.by_id(id);
    if (whole == nullptr || !whole->is_amount() || !is_additive(*whole)) continue;
    Parts parts;
    for (const Statement* part : told_parts) {
      if (comparable(*part, *whole)) parts.push_back(part);
    }
    if (parts.empty()) continue;
    for (Finding& finding : whole_findings(*whole, parts, statements.words())) findings.push_back(std::move(finding));
  }
  std::unordered_set<uint32_t> known;
  for (const Finding& finding : findings) {
    if (finding.kind == "parts") known.insert(finding.observations.front().id);
  }
  for (const auto& [whole, parts] : complete_breakdowns(statements)) {
    if (!is_plain(*whole) || !known.insert(whole->told->id).second) continue;
    findings.push_back(finding_of(sum_comparison(*whole, parts), statements.words()));
  }
  return findings;
}

}  // namespace zhibiao
