// The alternatives of an ordinary expression, as far as they are plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

struct ShadowedAlternative {
  std::string earlier, later;  // the earlier one is the beginning of the later one, or the same
};

// Of RE2's leftmost-first matching: 增长|增长率 never finds 增长率, (?:增长|增长率)的 does. So a beginning is told only
// where nothing follows in the expression; the same text twice everywhere.
std::vector<ShadowedAlternative> shadowed_alternatives(std::string_view expression);

// Whether it has a `.` that is neither escaped nor in a class.
bool has_wildcard(std::string_view expression);

}  // namespace zhibiao
