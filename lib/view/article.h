// A report's text as HTML: headings, paragraphs, tables, every figure a <mark>. The characters are those of the report,
// in order, so that a script finds any offset by counting from the data-b of the sentence.
#pragma once

#include <string>

#include "view/report.h"

namespace zhibiao {

// Ids inside begin with `prefix`: o17 is observation 17, h3 the third heading. Of figures that overlap the first is
// marked.
void append_article(std::string& out, const ViewReport& report, const std::string& prefix);

}  // namespace zhibiao
