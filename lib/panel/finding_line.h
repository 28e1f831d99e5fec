// A finding as a line of NDJSON, read back for the database.
#pragma once

#include <optional>
#include <string_view>

#include "canon/finding.h"

namespace zhibiao {

// nullopt for a line of another type. Throws Error for a finding that is broken.
std::optional<Finding> finding_in(std::string_view json);

}  // namespace zhibiao
