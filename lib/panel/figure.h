// A figure as the panel keeps it in memory: which cell it wants, and what decides between it and others that want the
// same. All else stays on disk.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "observe/observation.h"
#include "panel/long_row.h"

namespace zhibiao {

// Why a figure is that of its cell, or is not. Of two figures the first criterion on which they differ decides.
enum class Reason : uint8_t {
  only,                  // no other figure wants the cell
  actual_over_estimate,  // and an estimate over a baseline
  later_report,
  without_condition,  // 增长5% over 按可比口径增长5%
  exact_over_bound,   // 424亿元 over 超400亿元, a value over a range
  told_first,
  no_indicator,  // from here on: has no cell
  no_period,
  rejected,  // by a reader
};
inline constexpr std::array<std::string_view, 9> kReasonNames = {
    "only",       "actual_over_estimate", "later_report", "without_condition", "exact_over_bound",
    "told_first", "no_indicator",         "no_period",    "rejected"};

inline std::string_view name_of(Reason reason) { return kReasonNames[static_cast<size_t>(reason)]; }

struct PanelFigure {
  uint64_t cell = 0;   // hash of the cell's key; a target wants the cell of its outcome
  uint64_t value = 0;  // hash of the value in its base unit
  uint64_t place = 0;  // of its row in the spool
  uint32_t source = 0;
  int32_t report_year = 0;
  Status status = Status::actual;
  Bound bound = Bound::exact;
  bool has_condition = false;
  bool is_range = false;
  bool is_chosen = false;
  Reason reason = Reason::only;

  bool is_target() const { return status == Status::target; }
  bool wants_cell() const { return reason < Reason::no_indicator; }
};

PanelFigure figure_of(const Row& row);

// The indicator's key: its id, else its name.
const std::string& indicator_key(const Row& row);
// The region's key: its code, else its name, else (so that unknown regions do not mix) the report's.
std::string region_key(const Row& row);

struct Preference {
  bool first = true;  // the first is better
  Reason reason = Reason::told_first;
};

// Between two figures of a cell that come in this order.
Preference preferred(const PanelFigure& first, const PanelFigure& second);

}  // namespace zhibiao
