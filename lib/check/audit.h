// Whether every number of a document is accounted for: in an observation, or as something that counts nothing, by a
// rule or list that says so. What is left is unexplained: a recall meter that needs no gold.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/numeral_run.h"
#include "grammar/grammar.h"
#include "grammar/prepared.h"
#include "observe/observation.h"
#include "observe/reading.h"

namespace zhibiao {

// observation: the value of one. skipped: a value that a fact rule with the role `skip` takes. date … condition: a
// mention of that kind. ordinal: 第一时间. inside: part of a name (65岁以上人口, “15分钟便民服务圈”). word: part of a
// word of a list of words (三农). unit: a multiplier with a unit and no number (单位：万元). heading: a value in a
// heading, of which no observation is made. score: the points of an evaluation (满分 5 分) and the bounds of its scale.
// damaged: the code of a glyph in an unreadable line. front, back: outside the report proper. undecided: a figure in a
// row of a table that does not tell its column; it is told apart from what is unexplained and counts as explained no
// more.
enum class Account : uint8_t {
  observation,
  skipped,
  date,
  period,
  name,
  idiom,
  numbering,
  condition,
  ordinal,
  inside,
  word,
  unit,
  heading,
  score,
  damaged,
  front,
  back,
  undecided,
  unexplained,
};
inline constexpr std::array<std::string_view, 19> kAccountNames = {
    "observation", "skipped", "date",    "period", "name",    "idiom", "numbering", "condition", "ordinal",    "inside",
    "word",        "unit",    "heading", "score",  "damaged", "front", "back",      "undecided", "unexplained"};

inline std::string_view name_of(Account account) { return kAccountNames[static_cast<size_t>(account)]; }

// `reason` is the rule, the word or the list; of what is unexplained, what was tried.
struct AuditItem {
  NumeralRun run;
  Account account = Account::unexplained;
  std::string reason;
};

struct AuditTotals {
  std::array<size_t, kAccountNames.size()> digit_runs{}, numerals{};  // by account
  size_t observations = 0, without_indicator = 0;
  std::map<std::string, size_t> unknown_units;  // of values whose unit has no base, or that a word follows: 300|艘渔
  std::map<std::string, size_t> reasons;        // "skipped skip.duration"

  void add(const AuditTotals& other);
};

size_t sum(const std::array<size_t, kAccountNames.size()>& counts);
// The share of one account; 0 of nothing.
double share_of(Account account, const std::array<size_t, kAccountNames.size()>& counts);
double unexplained_share(const std::array<size_t, kAccountNames.size()>& counts);

struct AuditedDocument {
  std::string doc;
  std::string text;
  std::vector<AuditItem> items;  // in text order
  AuditTotals totals;
};

// What the stages made of a document: all its sentences, in text order, and its observations. Spans in code points.
struct AuditInput {
  std::string doc;
  std::string text;
  std::vector<PreparedSentence> sentences;
  std::vector<Observation> observations;
};

class Auditor {
 public:
  explicit Auditor(const Grammar& grammar) : grammar_(grammar) {}
  AuditedDocument audit(AuditInput input);

 private:
  Grammar grammar_;
  ReadingTable readings_;
};

}  // namespace zhibiao
