// The same thing told twice in one report, with one value or with two.
#pragma once

#include <string>
#include <vector>

#include "canon/finding.h"
#include "check/statements.h"

namespace zhibiao {

// Kind `twice`: same indicator of the catalogue, subject, scope, period, measure, status and dimension. Tables are left
// out: a row's name says too little there.
std::vector<Finding> twice_findings(const Statements& statements);

}  // namespace zhibiao
