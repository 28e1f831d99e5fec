// A legacy Word file (.doc) → text, through a converter program that is installed: antiword or catdoc.
#pragma once

#include <string_view>

#include "text/formats/content.h"

namespace zhibiao {

// Throws Error when there is no converter (naming the packages to install), when it fails, or when `bytes` are
// encrypted or no Word file.
Content read_doc(std::string_view bytes, const ReadLimits& limits);

}  // namespace zhibiao
