// A PDF with a text layer → text. Uses poppler.
#pragma once

#include <string_view>

#include "text/formats/content.h"

namespace zhibiao {

// Throws Error for a PDF that is damaged, encrypted, or a scan without text.
Content read_pdf(std::string_view bytes, const ReadLimits& limits);

}  // namespace zhibiao
