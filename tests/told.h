// What the tests of linking share: a report read, a line a figure.
#pragma once

#include <string>
#include <vector>

#include "emit/names.h"
#include "zhibiao.h"

namespace zhibiao::testing::linking {
inline std::string number_of(const Observation& o) {
  return o.value ? o.value->to_string() : o.low->to_string() + ".." + o.high->to_string();
}

inline std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

// measure value+unit indicator[scope] period status, then what else is told: bound, /ratio_to, `of` the whole's id,
// what is ranked among whom, basis, (condition).
inline std::string told(const Observation& o) {
  std::string out = std::string(kMeasureNames[static_cast<size_t>(o.measure)]) + " " + number_of(o) + o.unit + " " +
                    or_dash(o.indicator) + (o.scope.empty() ? "" : "[" + o.scope + "]") + " " + or_dash(o.period) +
                    " " + std::string(kStatusNames[static_cast<size_t>(o.status)]);
  if (o.bound != Bound::exact) out += " " + std::string(kBoundNames[static_cast<size_t>(o.bound)]);
  if (!o.ratio_to.empty()) out += " /" + o.ratio_to;
  if (o.part_of) out += " of " + std::to_string(*o.part_of);
  if (o.measure == Measure::rank) out += (o.rank_of == RankOf::growth ? " growth " : " level ") + o.rank_scope;
  if (!o.basis.empty()) out += " " + o.basis;
  if (!o.condition.empty()) out += " (" + o.condition + ")";
  return out;
}

inline std::vector<std::string> read_report(const std::string& text) {
  std::vector<std::string> lines;
  for (const Observation& o : extract(text, "a.txt", Grammar::embedded()).observations) lines.push_back(told(o));
  return lines;
}

inline std::vector<std::string> read(const std::string& heading, const std::string& sentence) {
  return read_report("2023年政府工作报告\n\n" + heading + "\n\n" + sentence + "\n");
}

inline constexpr const char* kReview = "回顾2022年工作";
inline constexpr const char* kPlan = "2023年重点工作";

}  // namespace zhibiao::testing::linking
