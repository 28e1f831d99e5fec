// What a page shows: reports as their lines tell them, each with all that was found in it. Spans in code points.
#pragma once

#include <string>
#include <vector>

#include "canon/finding.h"
#include "observe/observation.h"
#include "segment/sentence.h"
#include "text/document.h"
#include "text/language.h"

namespace zhibiao {

struct ViewReport {
  std::string doc;
  Metadata meta;
  std::vector<Sentence> sentences;  // in text order; none when only observations came in
  std::vector<Observation> observations;
  std::vector<Finding> findings;
  std::vector<Span> unexplained;  // numerals that nothing accounts for
  std::vector<std::string> errors;
};

// `errors` are those that name no report. `language` is that of the labels until the reader takes the other.
struct ViewPage {
  std::vector<ViewReport> reports;
  std::vector<std::string> errors;
  Language language = Language::zh;
};

}  // namespace zhibiao
