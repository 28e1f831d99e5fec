// A Word document (OOXML) → text. Uses libxml2, which neither expands entities nor opens anything here.
#pragma once

#include <string_view>

#include "text/formats/content.h"

namespace zhibiao {

// Paragraphs with the numbers that Word shows before them, tables, text boxes; without deleted text, field codes, page
// headers and footers. Throws Error for what is damaged, encrypted, or another kind of Office file.
Content read_docx(std::string_view bytes, const ReadLimits& limits);

}  // namespace zhibiao
