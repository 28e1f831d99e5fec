#include "panel/verify.h"

#include <algorithm>

#include "emit/names.h"
#include "panel/compare.h"

namespace zhibiao {
namespace {

constexpr char kBetween = '\x1f';

ClaimVerdict verdict_of(ClaimComparison::Outcome outcome) {
  if (outcome == ClaimComparison::Outcome::agrees) return ClaimVerdict::supported;
  return outcome == ClaimComparison::Outcome::differs ? ClaimVerdict::contradicted : ClaimVerdict::not_found;
}

Checked checked_of(const Row& row, const ClaimComparison& comparison) {
  Checked checked;
  checked.verdict = verdict_of(comparison.outcome);
  checked.reason = comparison.note;
  if (comparison.outcome == ClaimComparison::Outcome::only_a_bound) checked.reason = "only_a_bound";
  if (comparison.outcome == ClaimComparison::Outcome::other_unit) checked.reason = "other_unit";
  checked.row = row;
  checked.value = comparison.value;
  checked.unit = comparison.unit;
  checked.difference = comparison.difference;
  checked.figure = figure_of(row);
  return checked;
}

// A target tells what was planned, not what was.
Checked planned_only(const Row& row) {
  Checked checked;
  checked.reason = "only_a_target";
  checked.row = row;
  checked.figure = figure_of(row);
  return checked;
}

bool is_better(const Checked& other, const Checked& known) {
  if (known.row.empty()) return true;
  if (other.verdict != known.verdict) return other.verdict > known.verdict;
  if (other.reason != known.reason && known.reason == "only_a_target") return true;
  if (other.reason == "only_a_target") return false;
  return !preferred(known.figure, other.figure).first;
}

bool is_about(const Source& source, const std::string& period) {
  const auto is_year = [&period](const std::optional<int>& year, int later) {
    return year && std::to_string(*year - later) == period.substr(0, 4);
  };
  return is_year(source.meta.year, 0) || is_year(source.meta.report_year, 0) || is_year(source.meta.report_year, 1);
}

}  // namespace

Verifier::Verifier(std::vector<TableClaim> claims, const FigureWords& words)
    : claims_(std::move(claims)), checked_(claims_.size()), words_(words) {
  for (size_t i = 0; i < claims_.size(); ++i) {
    for (const std::string& name : claims_[i].indicator.names) {
      by_name_[name + kBetween + claims_[i].period].push_back(i);
    }
  }
}

void Verifier::add(Source source) { sources_.insert_or_assign(source.doc, std::move(source)); }

void Verifier::add(const Observation& observation) {
  std::vector<std::string> names = observation.members;
  if (names.empty()) names.push_back(observation.indicator);
  if (!observation.indicator_id.empty()) names.push_back(observation.indicator_id);
  Row row;
  for (const std::string& name : names) {
    const auto found = by_name_.find(name + kBetween + observation.period);
    if (found == by_name_.end()) continue;
    if (row.empty()) row = long_row(observation, sources_[observation.doc]);
    if (!observation.members.empty()) at(row, LongField::indicator) = name;
    for (const size_t claim : found->second) hold(claim, row);
  }
}

void Verifier::hold(size_t claim, const Row& row) {
  if (!is_of(row, claims_[claim].indicator) ||
      !may_be_one_region(claims_[claim], at(row, LongField::region), at(row, LongField::region_code))) {
    return;
  }
  const bool is_target = at(row, LongField::status) == "target";
  Checked other = is_target ? planned_only(row) : checked_of(row, compare(claims_[claim], row, words_));
  if (is_better(other, checked_[claim])) checked_[claim] = std::move(other);
}

std::vector<Checked> Verifier::results() {
  for (size_t i = 0; i < claims_.size(); ++i) {
    if (!checked_[i].row.empty()) continue;
    checked_[i].reason = "no_report";
    for (const auto& [doc, source] : sources_) {
      if (!is_about(source, claims_[i].period) ||
          !may_be_one_region(claims_[i], source.meta.region, source.meta.region_code)) {
        continue;
      }
      if (source.problem.empty()) {
        checked_[i].reason = "no_figure";
        break;
      }
      checked_[i].reason = "document_failed";
    }
  }
  return std::move(checked_);
}

Fields verify_fields() {
  using enum FieldType;
  return {{"row", integer, "Line or row of the table", ""},
          {"column", text, "Header over the value", ""},
          {"region", text, "As the table has it", ""},
          {"year", text, "As the table has it", ""},
          {"indicator", text, "What was looked for", ""},
          {"measure", text, "level, growth, change or rank", ""},
          {"value", exact, "The table's value", ""},
          {"unit", text, "The table's unit", ""},
          {"text", text, "The table's cell", ""},
          {"verdict", text, "supported, contradicted or not_found", ""},
          {"reason", text, "What is special about it, or why nothing was found", ""},
          {"report_value", text, "What the report says, in the table's unit; a range has both ends", ""},
          {"report_unit", text, "That unit", ""},
          {"difference", exact, "The table's value less the report's", ""},
          {"report_text", text, "The value as the report writes it", ""},
          {"bound", text, "exact, at_least, more, at_most, less or about", ""},
          {"status", text, "actual, estimate, target or baseline", ""},
          {"report_year", integer, "Year of the report", ""},
          {"doc", text, "The report", ""},
          {"id", integer, "Number of the observation in it", ""},
          {"span_begin", integer, "Offset of the value in the report's text, in code points", ""},
          {"span_end", integer, "Offset behind the value", ""},
          {"sentence", text, "The sentence that it stands in", ""}};
}

Row verify_row(const TableClaim& claim, const Checked& checked) {
  Row row = {std::to_string(claim.row),
             claim.column,
             claim.region.empty() ? claim.region_code : claim.region,
             claim.period,
             claim.indicator.names.empty() ? "" : claim.indicator.names.front(),
             std::string(name_of(claim.indicator.measure)),
             claim.value.value.to_string(),
             claim.unit,
             claim.text,
             std::string(name_of(checked.verdict)),
             checked.reason,
             checked.value,
             checked.unit,
             checked.difference};
  for (const LongField field :
       {LongField::value_text, LongField::bound, LongField::status, LongField::report_year, LongField::doc,
        LongField::id, LongField::span_begin, LongField::span_end, LongField::sentence}) {
    row.push_back(checked.row.empty() ? "" : at(checked.row, field));
  }
  return row;
}

}  // namespace zhibiao
