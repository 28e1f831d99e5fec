// Targets and results against the year of the report that tells them.
#pragma once

#include <optional>
#include <vector>

#include "canon/finding.h"
#include "check/statements.h"

namespace zhibiao {

// The year that a report looks back on and the year that it was given in.
struct ReportYears {
  std::optional<int> reviewed, given;

  friend bool operator==(const ReportYears&, const ReportYears&) = default;
};

// Kind `year`: a target for a year that was over before the year under review, a result of a year that is to come. Only
// of figures whose period stands in the text.
std::vector<Finding> year_findings(const Statements& statements, const ReportYears& years);

}  // namespace zhibiao
