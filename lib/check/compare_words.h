// A comparison in words, and as a finding. The readers of the reports read Chinese: so do the sentences.
#pragma once

#include <string>
#include <vector>

#include "canon/finding.h"
#include "check/compare.h"
#include "observe/observation.h"

namespace zhibiao {

std::string without_spaces(std::string_view text);

// Of the observation's sentence what stands between two offsets of the document.
std::string text_between(const Observation& observation, uint32_t begin, uint32_t end);

// 约130亿元, 下降2%: the value as written, without spaces, with its direction, bound and unit.
std::string told(const Observation& observation);
// 6.4亿元 of 减少6.4亿元.
std::string without_direction(const Observation& observation);
// 固定资产投资（区本级）.
std::string name_of(const Observation& observation);
// 2022年: the period in words; "" where there is none.
std::string time_of(const Observation& observation);

// One comparison: `figures` the figure in doubt first, then what it was held against.
struct Comparison {
  std::string kind;
  std::vector<const Observation*> figures;
  Quantity stated, computed;
  Gap gap;
  std::string words;  // what was computed: 130亿元 + 16.5亿元
};

// Numbers in the written unit of the figure in doubt. `words` are followed by " = 146.5亿元，与合计146.5亿元一致".
// REQUIRES: stated is of figures[0].
Finding finding_of(const Comparison& comparison, const FigureWords& words);

}  // namespace zhibiao
