// Observations as a reader decided them in the page of `view`: by report and place, so that what was decided outlives a
// change of the grammar. Right and corrected figures are as the reader wants them, missed ones are made.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "emit/decision.h"
#include "grammar/grammar.h"
#include "panel/source.h"

namespace zhibiao {

struct DecidedFigure {
  Observation observation;
  Verdict verdict = Verdict::added;
};

class DecidedFigures {
 public:
  DecidedFigures(std::vector<Decision> decisions, const Grammar& grammar)
      : decisions_(std::move(decisions)), grammar_(grammar) {}

  // A report, before its observations; `text` "" where it is not known.
  void add(const Source& source, const std::string& text);
  // What was decided at the observation's place, which is as the reader wants it then; a wrong one is left as it is.
  std::optional<Verdict> apply(Observation& observation);
  // After the last observation: the figures at whose places there was none. Wrong ones are not among them.
  std::vector<DecidedFigure> missed() const;
  // The first decision on a report that was not added.
  const Decision* foreign() const;

 private:
  struct OnDecision {
    const Decision* decision = nullptr;
    bool is_met = false;
  };
  struct Report {
    ReportMeta meta;
    std::string text;
    uint32_t last_id = 0;
    std::vector<OnDecision> decided;
  };

  DecidedFigure made(const std::string& doc, const Report& report, const Decision& decision, uint32_t id) const;

  std::vector<Decision> decisions_;
  Grammar grammar_;
  std::vector<std::string> order_;  // of the reports that decisions are about
  std::unordered_map<std::string, Report> reports_;
};

}  // namespace zhibiao
