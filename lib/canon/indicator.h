// Which indicator of the catalogue an observation is about: 规上工业增加值 with 轻工业 is light_industry_value_added.
#pragma once

#include "grammar/data.h"
#include "observe/observation.h"

namespace zhibiao {

// nullptr when the catalogue does not know the name, when the name stands for several indicators, and when the unit is
// of another dimension (粮食产量实现十连增). A part (scope) that the catalogue knows is an indicator of its own; of any
// other scope (全国, 区本级) the indicator is that of its whole.
const Indicator* indicator_of(const Observation& observation, const ReportMeta& meta, const GrammarData& grammar);

}  // namespace zhibiao
