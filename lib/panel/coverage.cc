#include "panel/coverage.h"

#include <algorithm>

#include "panel/wide.h"

namespace zhibiao {
namespace {

std::string region_key_of(const Source& source) {
  Row row(long_fields().size());
  at(row, LongField::doc) = source.doc;
  at(row, LongField::region) = source.meta.region;
  at(row, LongField::region_code) = source.meta.region_code;
  return region_key(row);
}

// The years that a report speaks for: what it reviews, or, where targets are wanted, what it plans.
std::optional<int> year_of(const Metadata& meta, bool wants_targets) {
  if (wants_targets) return meta.report_year;
  if (meta.year) return meta.year;
  if (meta.report_year) return *meta.report_year - 1;
  return std::nullopt;
}

}  // namespace

Coverage::Coverage(Panel& panel, const WideOptions& options) : panel_(panel) {
  for (const ColumnSpec& column : options.columns) {
    names_.push_back(column.names);
    if (!options.names_of) continue;
    for (const std::string& key : column.names) {
      for (std::string& name : options.names_of(key)) names_.back().push_back(std::move(name));
    }
  }
  const auto wants = [&options](bool target) {
    return std::any_of(options.statuses.begin(), options.statuses.end(),
                       [target](Status status) { return (status == Status::target) == target; });
  };
  for (size_t i = 0; i < panel.sources().size(); ++i) {
    const Source& source = panel.sources()[i];
    for (const bool target : {false, true}) {
      const std::optional<int> year = year_of(source.meta, target);
      if (!year || !wants(target)) continue;
      covered_.push_back({region_key_of(source), std::to_string(*year), i});
      sources_[{covered_.back().region_key, covered_.back().year}].push_back(i);
    }
  }
}

bool Coverage::names_indicator(size_t source, size_t column) {
  const auto [found, is_new] = named_.try_emplace(source);
  if (is_new) {
    const std::string text = panel_.text(source);
    for (const std::vector<std::string>& names : names_) {
      found->second.push_back(std::any_of(names.begin(), names.end(), [&text](const std::string& name) {
        return text.find(name) != std::string::npos;
      }));
    }
  }
  return found->second[column];
}

Absence Coverage::why(const std::string& region_key, const std::string& period, size_t column) {
  const auto found = sources_.find({region_key, period.substr(0, 4)});
  if (found == sources_.end()) return Absence::no_report;
  Absence reason = Absence::document_failed;
  for (const size_t source : found->second) {
    if (!panel_.sources()[source].problem.empty()) continue;
    if (!panel_.has_text(source)) {
      reason = Absence::text_not_given;
    } else if (names_indicator(source, column)) {
      return Absence::not_found;
    } else if (reason == Absence::document_failed) {
      reason = Absence::not_stated;
    }
  }
  return reason;
}

}  // namespace zhibiao
