#include "check/checker.h"

#include <algorithm>
#include <iterator>

#include "check/change_check.h"
#include "check/parts_check.h"
#include "check/share_check.h"
#include "check/twice_check.h"
#include "grammar/data.h"

namespace zhibiao {
namespace {

void append(std::vector<Finding>& all, std::vector<Finding> some) {
  std::move(some.begin(), some.end(), std::back_inserter(all));
}

}  // namespace

Checker::Checker(const Grammar& grammar) : grammar_(grammar) {
  find_ = [grammar](std::string_view id) -> std::optional<IndicatorEntry> {
    const Indicator* indicator = grammar.data().catalogue().by_id(id);
    if (indicator == nullptr) return std::nullopt;
    return IndicatorEntry{indicator->low, indicator->high, indicator->kind};
  };
}

std::vector<Finding> Checker::document(const std::vector<Observation>& observations, const ReportYears& years) {
  const Statements statements(observations, grammar_.data().figures);
  std::vector<Finding> findings = parts_findings(statements);
  append(findings, change_findings(statements));
  append(findings, share_findings(statements));
  append(findings, twice_findings(statements));
  append(findings, year_findings(statements, years));
  append(findings, range_findings(statements, find_));
  reports_.add(statements);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return a.observations.front().id < b.observations.front().id;
  });
  return findings;
}

std::vector<Finding> Checker::across() { return reports_.findings(grammar_.data().figures); }

}  // namespace zhibiao
