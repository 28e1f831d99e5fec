// One figure as a row of the long table: the observation, the report that it comes from, and whether it was chosen.
#pragma once

#include "observe/observation.h"
#include "panel/field.h"
#include "panel/source.h"

namespace zhibiao {

// The fields of the long table, in its order.
enum class LongField : size_t {
  doc,
  id,
  sha256,
  region,
  region_code,
  report_year,
  period,
  indicator_id,
  indicator,
  subject,
  scope,
  measure,
  value,
  low,
  high,
  unit,
  base_value,
  base_low,
  base_high,
  base_unit,
  bound,
  status,
  tone,
  ratio_to,
  condition,
  basis,
  rank_of,
  rank_scope,
  value_text,
  span_begin,
  span_end,
  sentence,
  section,
  rules,
  grammar,
  decision,
  chosen,
  reason,
};

const Fields& long_fields();

// `decision`, `chosen` and `reason` are left empty.
Row long_row(const Observation& observation, const Source& source);

inline std::string& at(Row& row, LongField field) { return row[static_cast<size_t>(field)]; }
inline const std::string& at(const Row& row, LongField field) { return row[static_cast<size_t>(field)]; }

}  // namespace zhibiao
