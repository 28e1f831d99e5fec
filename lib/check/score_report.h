// Scores as text for a terminal and as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/score.h"

namespace zhibiao {

struct ScoredFile {
  std::string name;
  std::string kind;  // county work_report; "" when the report's text is not at hand
  std::string text;  // of the report; "" when not at hand
  Scored scored;
};

// What a report is, from its own words: the level of its region and its type.
std::string report_kind(std::string_view region, std::string_view doc_type);

// One line of each file when there are several, then all together with the share of each attribute that is right and
// how indicators were cut, then each kind of report. Figures are those of tests/gold/score.py.
void append_scores(std::string& out, const std::vector<ScoredFile>& files);
// Each rule that read a value: rows, share of them whose fact is right, observations where no row is.
void append_rule_scores(std::string& out, const std::vector<ScoredFile>& files);
// Every difference with its place and a piece of the text.
void append_differences(std::string& out, const std::vector<ScoredFile>& files);

// One object: total, files, kinds, rules and (only if asked for) differences.
void append_scores_json(std::string& out, const std::vector<ScoredFile>& files, bool with_differences);

// wanted and given of one attribute of a difference, as text
std::string wanted(const Difference& difference, size_t attribute);
std::string given(const Difference& difference, size_t attribute);

}  // namespace zhibiao
