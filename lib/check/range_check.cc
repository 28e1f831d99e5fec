#include "check/range_check.h"

#include "check/compare_words.h"

namespace zhibiao {
namespace {

// 1000000元至300000000000000元, 0%以上.
std::string range_text(const IndicatorEntry& entry, const std::string& unit) {
  if (!entry.high) return entry.low->to_string() + unit + "以上";
  if (!entry.low) return entry.high->to_string() + unit + "以下";
  return entry.low->to_string() + unit + "至" + entry.high->to_string() + unit;
}

Quantity plausible(const IndicatorEntry& entry, const std::string& unit) {
  const Decimal low = entry.low ? *entry.low : *entry.high, high = entry.high ? *entry.high : *entry.low;
  return {low, high, !entry.low, !entry.high, Decimal(), unit};
}

// Sums of several years have no range, and 0 in a table is nothing. What is negative there is a correction or a
// difference whose heading was lost; money that is negative in prose is a refund or a settlement
// (上解上级支出-9.78亿元). 物价涨幅 is no price index.
bool is_comparable(const Statement& statement) {
  const Observation& o = *statement.told;
  if (!statement.is_amount() || statement.quantity->high.is_zero() || o.status == Status::baseline) return false;
  const bool may_be_negative = statement.in_table || statement.quantity->unit == "元";
  if (may_be_negative && statement.quantity->high.negative()) return false;
  return o.period.find("..") == std::string::npos && o.indicator.find("涨") == std::string::npos;
}

Finding range_finding(const Statement& statement, const IndicatorEntry& entry, const FigureWords& words) {
  const Observation& o = *statement.told;
  const std::string& unit = statement.quantity->unit;
  Comparison comparison{"range", {&o}, *statement.quantity, plausible(entry, unit), {}, ""};
  comparison.gap = gap_of(comparison.stated, comparison.computed);
  Finding finding = finding_of(comparison, words);
  finding.text =
      time_of(o) + name_of(o) + told(o) + (finding.ok ? "在合理范围" : "超出合理范围") + range_text(entry, unit);
  return finding;
}

}  // namespace

std::vector<Finding> range_findings(const Statements& statements, const FindIndicator& find) {
  std::vector<Finding> findings;
  for (const Statement& statement : statements.all()) {
    const Observation& o = *statement.told;
    if (o.indicator_id.empty() || !is_comparable(statement)) continue;
    const std::optional<IndicatorEntry> entry = find(o.indicator_id);
    if (!entry || (!entry->low && !entry->high)) continue;
    findings.push_back(range_finding(statement, *entry, statements.words()));
  }
  return findings;
}

}  // namespace zhibiao
