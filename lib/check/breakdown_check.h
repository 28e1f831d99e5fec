// Breakdowns that are complete by their nature, told in sentences of their own: 地区生产总值 and the 增加值 of three
// industries, 进出口 and its two directions, 常住人口 in towns and villages.
#pragma once

#include <vector>

#include "check/statements.h"

namespace zhibiao {

struct Breakdown {
  const Statement* whole = nullptr;
  std::vector<const Statement*> parts;
};

// Each whole with the parts that follow it closely, of its time, state and unit. Prose only.
std::vector<Breakdown> complete_breakdowns(const Statements& statements);

}  // namespace zhibiao
