// A share against the part and the whole that the same report tells: 占地区生产总值比重, 完成预算的102.3%.
#pragma once

#include <vector>

#include "canon/finding.h"
#include "check/statements.h"

namespace zhibiao {

// Kind `share`: 100 · amount / total against the stated share.
std::vector<Finding> share_findings(const Statements& statements);

}  // namespace zhibiao
