// Observation → Observation in canonical form: base unit, region. canon(canon(x)) == canon(x).
#pragma once

#include "grammar/grammar.h"
#include "observe/observation.h"
#include "text/export.h"

namespace zhibiao {

ZHIBIAO_EXPORT void canonicalise(Observation& observation, const ReportMeta& meta, const Grammar& grammar);

}  // namespace zhibiao
