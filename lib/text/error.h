// The one exception of the library: a border failed (a file, a grammar, a line of input). Stages never throw it.
#pragma once

#include <stdexcept>
#include <string>

#include "text/export.h"

namespace zhibiao {

// `what()` is a message for a person, without the program's name. A grammar error holds one
// `file:line: rule: what` a line, all problems at once.
struct ZHIBIAO_EXPORT Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace zhibiao
