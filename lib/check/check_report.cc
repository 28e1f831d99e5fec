#include "check/check_report.h"

#include <cstdio>

#include "emit/width.h"

namespace zhibiao {
namespace {

constexpr size_t kKindWidth = 6;

std::string mark(bool ok, bool colour) {
  const std::string sign = ok ? "✓" : "✗";
  if (!colour) return sign;
  return (ok ? "\x1b[32m" : "\x1b[31m") + sign + "\x1b[0m";
}

}  // namespace

void append_finding(std::string& out, const Finding& finding, bool colour) {
  std::string kind = plain_line(finding.kind);
  kind.resize(std::max(kind.size(), kKindWidth), ' ');
  out += mark(finding.ok, colour) + " " + kind + "  " + plain_line(finding.doc);
  if (!finding.observations.empty()) out += " #" + std::to_string(finding.observations.front().id);
  out += "  " + plain_line(finding.text) + "\n";
}

void append_check_totals(std::string& out, const CheckTotals& totals) {
  FindingCounts all;
  const auto append_row = [&out](const std::string& kind, const FindingCounts& counts) {
    char line[96];
    std::snprintf(line, sizeof line, "%-8s %8zu passed %8zu failed\n", kind.c_str(), counts.passed, counts.failed);
    out += line;
  };
  if (!totals.empty()) out += '\n';
  for (const auto& [kind, counts] : totals) {
    append_row(kind, counts);
    all.passed += counts.passed;
    all.failed += counts.failed;
  }
  append_row("all", all);
}

}  // namespace zhibiao
