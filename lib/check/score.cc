#include "check/score.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "check/squash.h"

namespace zhibiao {
namespace {

bool same_value(const Answer& want, const Answer& got) {
  if (want.numbers.empty() || want.numbers.size() != got.numbers.size()) return false;
  const double x = scaled_unit(want.unit).scale, y = scaled_unit(got.unit).scale;
  for (size_t i = 0; i < want.numbers.size(); ++i) {
    const double a = want.numbers[i] * x, b = got.numbers[i] * y;
    if (!(std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a)))) return false;
  }
  return true;
}

bool same_text(const std::string& want, const std::string& got) { return want == "?" || squash(want) == squash(got); }

// A baseline that tells no year takes any answer; an end level of a review of several years has the range or its last
// year.
bool same_period(const Answer& want, const Answer& got) {
  if (want.period == "?" || want.period == got.period) return true;
  if (want.period.empty() && want.status == "baseline") return true;
  const size_t dots = want.period.find("..");
  constexpr size_t kYears = 10;  // 2018..2022
  return dots != std::string::npos && (want.measure == "level" || want.measure == "rank") &&
         got.period == want.period.substr(dots + 2, 4) && want.period.size() == kYears;
}

struct Pair {
  double overlap;
  bool same_measure, same_value;
  size_t row, answer;
};

double overlap_of(Span a, Span b) {
  const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return end <= begin ? 0 : static_cast<double>(end - begin) / std::max(a.size(), b.size());
}

std::vector<Pair> overlapping(const Gold& gold, const std::vector<Answer>& answers) {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < gold.rows.size(); ++i) {
    const Answer& want = gold.rows[i].want;
    for (size_t j = 0; j < answers.size(); ++j) {
      if (!answers[j].value_span) continue;
      const double overlap = overlap_of(*want.value_span, *answers[j].value_span);
      if (overlap == 0) continue;
      pairs.push_back({overlap, want.measure == answers[j].measure, same_value(want, answers[j]), i, j});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(b.overlap, b.same_measure, b.same_value, a.row, a.answer) <
           std::tie(a.overlap, a.same_measure, a.same_value, b.row, b.answer);
  });
  return pairs;
}

constexpr size_t kNone = SIZE_MAX;

// For each row its answer; kNone where nothing was found.
std::vector<size_t> match_rows(const Gold& gold, const std::vector<Answer>& answers) {
  std::vector<size_t> answer_of_row(gold.rows.size(), kNone);
  std::vector<bool> taken(answers.size(), false);
  for (const Pair& pair : overlapping(gold, answers)) {
    if (answer_of_row[pair.row] != kNone || taken[pair.answer]) continue;
    answer_of_row[pair.row] = pair.answer;
    taken[pair.answer] = true;
  }
  return answer_of_row;
}

bool inside(const std::vector<Span>& ranges, const Answer& answer) {
  return answer.value_span && std::any_of(ranges.begin(), ranges.end(), [&](Span range) {
           return range.begin <= answer.value_span->begin && answer.value_span->begin < range.end;
         });
}

void count(const Comparison& comparison, const Answer& answer, Tally& tally) {
  ++tally.found;
  tally.number += comparison.number();
  tally.fact += comparison.fact();
  tally.record += comparison.record();
  for (size_t a = 0; a < kAttributes.size(); ++a) tally.right[a] += comparison.right[a];
  ++tally.names[static_cast<size_t>(comparison.name)];
  RuleTally& rule = tally.rules[answer.rule];
  ++rule.matched;
  rule.right += comparison.fact();
}

void see_row(const GoldRow& row, const Answer* answer, Scored& scored) {
  ++scored.tally.gold;
  if (answer == nullptr) {
    scored.differences.push_back({DifferenceKind::missed, row, {}, {}});
    return;
  }
  const Comparison comparison = compare(row, *answer);
  count(comparison, *answer, scored.tally);
  if (comparison.record()) return;
  std::vector<size_t> wrong;
  for (size_t a = 0; a < kAttributes.size(); ++a) {
    if (!comparison.right[a]) wrong.push_back(a);
  }
  scored.differences.push_back({DifferenceKind::wrong, row, *answer, std::move(wrong)});
}

}  // namespace

bool Comparison::record() const {
  return std::all_of(right.begin(), right.end(), [](bool one) { return one; });
}

Comparison compare(const GoldRow& row, const Answer& answer) {
  const Answer& want = row.want;
  const bool same_unit = want.measure == "rank" || scaled_unit(want.unit).unit == scaled_unit(answer.unit).unit;
  const NameFit name = name_fit(squash(row.indicator_min), squash(row.indicator_max), squash(answer.indicator));
  return {{want.measure == answer.measure, same_value(want, answer), same_unit, name == NameFit::right,
           want.bound == answer.bound, same_text(want.scope, answer.scope), same_period(want, answer),
           want.status == answer.status, want.rank_of == answer.rank_of, same_text(want.rank_scope, answer.rank_scope),
           same_text(want.condition, answer.condition)},
          name};
}

void Tally::add(const Tally& other) {
  gold += other.gold;
  predicted += other.predicted;
  found += other.found;
  number += other.number;
  fact += other.fact;
  record += other.record;
  for (size_t a = 0; a < kAttributes.size(); ++a) right[a] += other.right[a];
  for (size_t n = 0; n < kNameFits.size(); ++n) names[n] += other.names[n];
  for (const auto& [name, rule] : other.rules) {
    RuleTally& mine = rules[name];
    mine.matched += rule.matched;
    mine.right += rule.right;
    mine.spurious += rule.spurious;
  }
}

Score score_of(int right, const Tally& tally) {
  Score score;
  if (tally.predicted != 0) score.precision = static_cast<double>(right) / tally.predicted;
  if (tally.gold != 0) score.recall = static_cast<double>(right) / tally.gold;
  const double sum = score.precision + score.recall;
  score.f1 = sum == 0 ? 0 : 2 * score.precision * score.recall / sum;
  return score;
}

Scored score(const Gold& gold, std::vector<Answer> answers) {
  if (!gold.ranges.empty()) std::erase_if(answers, [&](const Answer& answer) { return !inside(gold.ranges, answer); });
  const std::vector<size_t> answer_of_row = match_rows(gold, answers);
  Scored scored;
  std::vector<bool> used(answers.size(), false);
  scored.tally.predicted = static_cast<int>(answers.size());
  for (size_t i = 0; i < gold.rows.size(); ++i) {
    const bool found = answer_of_row[i] != kNone;
    if (found) used[answer_of_row[i]] = true;
    if (gold.rows[i].must)
      see_row(gold.rows[i], found ? &answers[answer_of_row[i]] : nullptr, scored);
    else
      scored.tally.predicted -= found;
  }
  for (size_t j = 0; j < answers.size(); ++j) {
    if (used[j]) continue;
    ++scored.tally.rules[answers[j].rule].spurious;
    scored.differences.push_back({DifferenceKind::spurious, {}, std::move(answers[j]), {}});
  }
  return scored;
}

}  // namespace zhibiao
