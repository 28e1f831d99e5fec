// A finding line of `check`, read back for a page.
#pragma once

#include <optional>
#include <string_view>

#include "canon/finding.h"

namespace zhibiao {

// nullopt for a line of another type. Throws Error for a finding without "doc".
std::optional<Finding> parse_finding(std::string_view json);

}  // namespace zhibiao
