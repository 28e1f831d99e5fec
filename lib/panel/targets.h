// What was planned beside what came: the target of a year, its outcome, and the difference.
#pragma once

#include <functional>

#include "panel/panel.h"

namespace zhibiao {

Fields target_fields();

// Calls see(the target's row of the long table, the row of the table of targets) for each cell with a target, in text
// order. The target is that of the report of its own year where there is one. The outcome is the figure chosen for the
// same cell, as a rule from the report of the year after; without one its columns are null. REQUIRES: panel.choose().
void each_target(Panel& panel, const std::function<void(const Row& target, const Row& row)>& see);

}  // namespace zhibiao
