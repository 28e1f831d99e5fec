// What loads and works in a grammar and is most likely not what its writer meant.
#pragma once

#include <string>
#include <vector>

#include "grammar/loader.h"

namespace zhibiao {

// One `file:line: rule: what` for each doubt: an alternative that an earlier one keeps from matching (增长|增长率), a
// `.` that stands for any character, two rules that say the same, a word that stands in two lists of different classes.
// REQUIRES: the files load.
std::vector<std::string> lint_grammar(GrammarFiles files);

}  // namespace zhibiao
