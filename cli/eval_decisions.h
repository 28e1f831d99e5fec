// eval --decisions: the reports of the command line against what a reader of their page decided.
#pragma once

#include <vector>

#include "check/score_report.h"
#include "cli/session.h"

namespace zhibiao::cli {

// One for each report that a decision is about. Throws UsageError for a file of decisions that is none.
std::vector<ScoredFile> score_decisions(Session& session);

}  // namespace zhibiao::cli
