// A level against what the catalogue calls plausible: a figure off by a factor of 10,000 is mostly a unit gone wrong.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canon/finding.h"
#include "check/statements.h"

namespace zhibiao {

// What checks want to know of an indicator of the catalogue: plausible levels in the base unit, and whether it is a
// flow, stock, count, rate or index.
struct IndicatorEntry {
  std::optional<Decimal> low, high;
  std::string kind;

  friend bool operator==(const IndicatorEntry&, const IndicatorEntry&) = default;
};

using FindIndicator = std::function<std::optional<IndicatorEntry>(std::string_view id)>;

// Kind `range`.
std::vector<Finding> range_findings(const Statements& statements, const FindIndicator& find);

}  // namespace zhibiao
