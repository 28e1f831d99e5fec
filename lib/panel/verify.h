// Claims held against reports: supported, contradicted, or not found.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "panel/claim.h"
#include "panel/figure.h"
#include "panel/source.h"

namespace zhibiao {

enum class ClaimVerdict : uint8_t { not_found, contradicted, supported };
inline constexpr std::array<std::string_view, 3> kVerdictNames = {"not_found", "contradicted", "supported"};
inline std::string_view name_of(ClaimVerdict verdict) { return kVerdictNames[static_cast<size_t>(verdict)]; }

// What was found for a claim. Of several figures one that supports it; else the preferred one.
struct Checked {
  ClaimVerdict verdict = ClaimVerdict::not_found;
  // supported: "", or unit_assumed where the table tells none. contradicted: "", or opposite_sign. not_found:
  // no_report, document_failed, no_figure, only_a_bound (超1000亿元), only_a_target, other_unit.
  std::string reason;
  Row row;                  // of the long table; empty where there is no figure
  std::string value, unit;  // what the report says, in the claim's unit
  std::string difference;   // claim less report, in that unit
  PanelFigure figure;
};

// Observations pass through one after the other; memory is that of the claims and of one row for each.
class Verifier {
 public:
  Verifier(std::vector<TableClaim> claims, const FigureWords& words);

  void add(Source source);
  void add(const Observation& observation);

  const std::vector<TableClaim>& claims() const { return claims_; }
  // By claim. Call once, after the last add().
  std::vector<Checked> results();

 private:
  void hold(size_t claim, const Row& row);

  std::vector<TableClaim> claims_;
  std::vector<Checked> checked_;
  const FigureWords& words_;
  std::unordered_map<std::string, std::vector<size_t>> by_name_;  // indicator and period → claims
  std::map<std::string, Source> sources_;
};

Fields verify_fields();
Row verify_row(const TableClaim& claim, const Checked& checked);

}  // namespace zhibiao
