// Document → Outline: headings and their levels, front and back matter, paragraphs, sentences, clauses, glossary terms.
#pragma once

#include <functional>

#include "segment/sentence.h"
#include "text/document.h"
#include "text/export.h"

namespace zhibiao {

// A pure, linear-time function of the document. A run without a sentence end within 10,000 code points is cut at the
// last clause mark or space before that.
ZHIBIAO_EXPORT Outline segment(const Document& document);

using SeeSentence = std::function<void(Sentence&&)>;
using SeeTerm = std::function<void(Term&&)>;

// The same piece by piece, so that no more than a table is held: sentences in order, each followed by the terms that
// begin in it or before it. The document has to outlive the call.
void segment(const Document& document, const SeeSentence& see_sentence, const SeeTerm& see_term);

}  // namespace zhibiao
