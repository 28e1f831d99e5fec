// A sentence of a report with its place in the outline: what `segment` makes of a Document.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/span.h"

namespace zhibiao {

// front: what stands before the report proper (site chrome, date line, title); back: glossary, footer, attachments.
enum class SentenceKind : uint8_t { sentence, heading, table_row, front, back };

// review: what was done; plan: what is to come. They decide status and period.
enum class Part : uint8_t { none, review, plan };

// One heading of the path above a sentence, outermost first. `text` has no numbering (一、, （一）) and no closing
// mark.
struct Section {
  std::string text;
  Span span;
  friend bool operator==(const Section&, const Section&) = default;
};

using SectionPath = std::vector<Section>;

// A cell of a table row that holds a figure (or is a header cell); spans in code points of the document.
struct Cell {
  Span span;
  std::string row_header;
  std::vector<std::string> column_headers;
  std::string unit;
  std::string caption;
  friend bool operator==(const Cell&, const Cell&) = default;
};

// What observe needs to know of the report; carried by each sentence so that a filter needs no other line.
struct ReportMeta {
  std::optional<int> report_year;
  std::optional<int> year;
  std::string region;
  std::string doc_type;
  std::string region_code;
  friend bool operator==(const ReportMeta&, const ReportMeta&) = default;
};

// `text` is verbatim, text == document[span]. Clauses are the stretches between ，；： and the like; they lie inside
// the sentence, sorted and disjoint. A heading's level is 1 for the outermost; 0 for every other kind.
struct Sentence {
  std::string doc;
  uint32_t n = 0;  // from 1, in text order
  SentenceKind kind = SentenceKind::sentence;
  int level = 0;
  uint32_t paragraph = 0;  // from 1
  std::shared_ptr<const SectionPath> section = std::make_shared<const SectionPath>();
  Part part = Part::none;
  std::string text;
  Span span;
  std::vector<Span> clauses;
  std::vector<Cell> cells;
  std::shared_ptr<const ReportMeta> meta = std::make_shared<const ReportMeta>();
};

// An entry of a glossary: 一网通办：依托一体化在线政务服务平台…
struct Term {
  std::string doc;
  std::string term;
  std::string definition;
  Span term_span;
  Span definition_span;
  friend bool operator==(const Term&, const Term&) = default;
};

// All of a document in text order. The spans of the sentences are sorted and disjoint; what lies between two of them
// is white space.
struct Outline {
  std::vector<Sentence> sentences;
  std::vector<Term> terms;
};

}  // namespace zhibiao
