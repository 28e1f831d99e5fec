// Findings for a person at a terminal: a line each, and how many passed and failed of each kind.
#pragma once

#include <map>
#include <string>

#include "canon/finding.h"

namespace zhibiao {

struct FindingCounts {
  size_t passed = 0;
  size_t failed = 0;

  friend bool operator==(const FindingCounts&, const FindingCounts&) = default;
};

using CheckTotals = std::map<std::string, FindingCounts>;  // by kind

// "✗ parts   report.txt #11  …"; `colour` for the mark.
void append_finding(std::string& out, const Finding& finding, bool colour);
void append_check_totals(std::string& out, const CheckTotals& totals);

}  // namespace zhibiao
