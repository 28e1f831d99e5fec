// What a date or period expression means, given when the report was made: 今年前三季度 → 2023Q1..2023Q3.
#pragma once

#include <string>
#include <string_view>

#include "segment/sentence.h"

namespace zhibiao {

// The pieces that a period rule captured, each verbatim or empty: years (y, y2: 2022, 二〇二二, 22), months (m, m2),
// quarter (q: 一, 1), half (h: 上, 下), five-year plan (plan: 十三, 十四), relative word (rel: 今年, 去年, 上年, 明年),
// number of years back (n: 五), edge (edge: 末, 底, 初).
struct PeriodParts {
  std::string_view y, y2, m, m2, q, h, plan, rel, n, edge;
};

// The SPEC form: 2022, 2022-06, 2022Q3, 2022H1, 2018..2022, 2025-01..2025-11; "" when it cannot be told.
std::string resolve_period(const PeriodParts& parts, const ReportMeta& meta, Part part);

}  // namespace zhibiao
