#include "check/year_check.h"

#include <algorithm>
#include <array>

#include "check/compare_words.h"

namespace zhibiao {
namespace {

// Plans of years gone by that a report looks back on: budgets that were carried out, money that was left.
bool looks_back(const Observation& o) {
  constexpr std::array<std::string_view, 6> kPast = {"预算", "结余", "结转", "计划", "批复", "上年"};
  return std::any_of(kPast.begin(), kPast.end(), [sentence = without_spaces(o.sentence)](std::string_view word) {
    return sentence.find(word) != std::string::npos;
  });
}

// The last year of 2018..2022, 2025-01..2025-11, 2022Q3.
std::optional<int> last_year_of(const std::string& period) {
  const size_t dots = period.find("..");
  const std::string end = dots == std::string::npos ? period : period.substr(dots + 2);
  return year_of(end.substr(0, 4));
}

Finding year_finding(const Observation& o, bool ok, int limit) {
  const bool target = o.status == Status::target;
  Finding finding{o.doc, "year", ok, {{o.doc, o.id}}, "", "", "", "", "", ""};
  finding.text = name_of(o) + told(o) + "是" + time_of(o) + (target ? "的目标" : "的实际数") + "，" +
                 (target ? "报告总结的年份是" : "报告的年份是") + std::to_string(limit) + "年" +
                 (ok       ? "，相符"
                  : target ? "，目标年份早已过去"
                           : "，该年尚未结束");
  return finding;
}

}  // namespace

std::vector<Finding> year_findings(const Statements& statements, const ReportYears& years) {
  std::vector<Finding> findings;
  for (const Statement& figure : statements.all()) {
    const Observation& o = *figure.told;
    const std::optional<int> year = o.spans.period ? last_year_of(o.period) : std::nullopt;
    if (!year) continue;
    if (o.status == Status::target && years.reviewed && !looks_back(o)) {
      findings.push_back(year_finding(o, *year >= *years.reviewed, *years.reviewed));
    } else if (o.status == Status::actual && years.given) {
      findings.push_back(year_finding(o, *year <= *years.given, *years.given));
    }
  }
  return findings;
}

}  // namespace zhibiao
