// zhibiao (指标): every claim with a number in a Chinese report, with its exact place in the text.
//
//   #include <zhibiao/zhibiao.h>
//
//   const zhibiao::Grammar& grammar = zhibiao::Grammar::embedded();          // once; shared by all threads
//   for (const zhibiao::Observation& o : zhibiao::extract(bytes, "2023.txt", grammar).observations)
//     std::cout << o.indicator << " " << o.value_text << " " << o.period << "\n";
//
// The stages, in the order of the flow; each is a pure function from one value to the next:
//
//   bytes → read_document → Document → segment → Outline → match → MatchedSentence → Observer → Observation →
//   canonicalise
//
// For many reports in several threads: extractor.h. From C this header is the interface for C, zhibiao_c.h.
//
// These headers are what is installed and what the shared library shows. Beyond one report, for programs that are built
// in this tree: emit/decision.h what a reader decided, panel/panel.h the figures of many reports, panel/verify.h a
// table against them, check/checker.h what does not add up, view/page.h the page.
#pragma once

#ifndef __cplusplus
#include "zhibiao_c.h"
#else

#include "canon/canon.h"
#include "canon/region.h"
#include "emit/json.h"
#include "emit/offsets.h"
#include "grammar/grammar.h"
#include "grammar/match.h"
#include "mention/decimal.h"
#include "mention/mention.h"
#include "observe/observation.h"
#include "observe/observe.h"
#include "segment/outline.h"
#include "segment/sentence.h"
#include "text/document.h"
#include "text/error.h"
#include "text/export.h"
#include "text/read.h"
#include "text/span.h"

namespace zhibiao {

struct Extraction {
  Document document;
  Outline outline;
  std::vector<Observation> observations;
};

// The whole chain on one document's bytes. Throws Error for bytes that are no text.
ZHIBIAO_EXPORT Extraction extract(std::string_view bytes, std::string name, const Grammar& grammar,
                                  const ReadOptions& options = {});

}  // namespace zhibiao

#endif
