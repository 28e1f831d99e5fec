// All comparisons: those inside a report as it comes by, those across reports at the end. Of a report that is done a
// compact table of what it claims is kept, a few dozen bytes a figure.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "canon/finding.h"
#include "check/range_check.h"
#include "check/reports_check.h"
#include "check/year_check.h"
#include "grammar/grammar.h"
#include "observe/observation.h"

namespace zhibiao {

// What a finding can be about; docs/check.md tells what each compares.
inline constexpr std::array<std::string_view, 10> kFindingKinds = {"parts", "part", "change", "growth", "share",
                                                                   "twice", "year", "range",  "jump",   "rank"};

// Only a report is about a year; news and papers (doc_type "other") are about any.
inline ReportYears years_of(std::string_view doc_type, std::optional<int> reviewed, std::optional<int> given) {
  return doc_type == "other" ? ReportYears{} : ReportYears{reviewed, given};
}

class Checker {
 public:
  explicit Checker(const Grammar& grammar);
  // With other indicators than those of the grammar's catalogue.
  Checker(const Grammar& grammar, FindIndicator find) : grammar_(grammar), find_(std::move(find)) {}

  // Of one report, in text order of the figures in doubt.
  std::vector<Finding> document(const std::vector<Observation>& observations, const ReportYears& years);
  // Across all reports seen.
  std::vector<Finding> across();

 private:
  Grammar grammar_;
  FindIndicator find_;
  ReportsCheck reports_;
};

}  // namespace zhibiao
