// What the tables of a text say, a line for each figure.
#pragma once

#include <string>

#include "grammar/match.h"
#include "observe/observe.h"
#include "segment/outline.h"

namespace zhibiao {

// A text and what `observations` says of it.
struct TableCase {
  const char* name;
  const char* text;
  const char* want;
};

inline constexpr const char* kMeasures[] = {"level", "growth", "change", "rank"};
inline constexpr const char* kStatuses[] = {"actual", "estimate", "target", "baseline"};

inline Outline outline(const std::string& text) {
  Document document{"a.txt", {}, text};
  document.meta.doc_type = "communique";
  document.meta.report_year = 2026;
  document.meta.year = 2025;
  return segment(document);
}

// One observation a line: indicator[scope] measure value unit period status.
inline std::string observations(const std::string& text) {
  const Grammar& grammar = Grammar::embedded();
  Observer observer(grammar);
  std::string out;
  for (const Sentence& sentence : outline(text).sentences) {
    for (const Observation& o : observer.observe(match(sentence, grammar))) {
      out += o.indicator + (o.scope.empty() ? "" : "[" + o.scope + "]") + (o.subject.empty() ? "" : "@" + o.subject);
      out += std::string(" ") + kMeasures[static_cast<int>(o.measure)] + " " + (o.value ? o.value->to_string() : "-");
      out += (o.unit.empty() ? "" : " " + o.unit) + " " + o.period + " " + kStatuses[static_cast<int>(o.status)];
      out += (o.ratio_to.empty() ? "" : " of " + o.ratio_to) + "\n";
    }
  }
  return out;
}

}  // namespace zhibiao
