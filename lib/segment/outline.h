// Document → Outline: headings and their levels, front and back matter, paragraphs, sentences, clauses, glossary terms.
#pragma once

#include "segment/sentence.h"
#include "text/document.h"
#include "text/export.h"

namespace zhibiao {

// A pure, linear-time function of the document. A run without a sentence end within 10,000 code points is cut at the
// last clause mark or space before that.
ZHIBIAO_EXPORT Outline segment(const Document& document);

}  // namespace zhibiao
