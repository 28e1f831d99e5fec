// Observations against what careful readers found: four nested scores, and every difference.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/answer.h"
#include "check/name_fit.h"

namespace zhibiao {

inline constexpr std::array<std::string_view, 11> kAttributes = {"measure", "value",      "unit",     "indicator",
                                                                 "bound",   "scope",      "period",   "status",
                                                                 "rank_of", "rank_scope", "condition"};

// right[i]: the attribute kAttributes[i] is as it should be. number: measure, value and unit; fact: the indicator too;
// record: all.
struct Comparison {
  std::array<bool, kAttributes.size()> right{};
  NameFit name = NameFit::missing;  // of the indicator

  bool number() const { return right[0] && right[1] && right[2]; }
  bool fact() const { return number() && right[3]; }
  bool record() const;
};

Comparison compare(const GoldRow& row, const Answer& answer);

// What one rule's observations were worth: `matched` rows that had to be found, those whose fact is right, and
// observations where there is no row.
struct RuleTally {
  int matched = 0, right = 0, spurious = 0;
};

// found: the value spans overlap; the others as in Comparison. `gold` are rows that must be found, `predicted` the
// observations in the annotated passages without those that optional rows take.
struct Tally {
  int gold = 0, predicted = 0, found = 0, number = 0, fact = 0, record = 0;
  std::array<int, kAttributes.size()> right{};
  std::array<int, kNameFits.size()> names{};  // of found rows: how their indicators fit
  std::map<std::string, RuleTally> rules;

  void add(const Tally& other);
};

struct Score {
  double precision = 1, recall = 1, f1 = 1;
};
Score score_of(int right, const Tally& tally);

enum class DifferenceKind : uint8_t { missed, wrong, spurious };

struct Difference {
  DifferenceKind kind = DifferenceKind::missed;
  GoldRow row;                // of missed and wrong
  Answer answer;              // of wrong and spurious
  std::vector<size_t> wrong;  // indices into kAttributes

  std::optional<Span> span() const {
    return kind == DifferenceKind::spurious ? answer.value_span : row.want.value_span;
  }
};

struct Scored {
  Tally tally;
  std::vector<Difference> differences;  // in the order of the rows, then spurious ones
};

// Pairs rows and answers one to one by the overlap of their value spans, the largest first; a tie goes to the same
// measure, then to the same value. Answers that begin outside the gold's ranges are no part of it.
Scored score(const Gold& gold, std::vector<Answer> answers);

}  // namespace zhibiao
