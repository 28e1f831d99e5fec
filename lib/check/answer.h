// One claim as a scorer sees it: what an observation, ours or another program's, says of a value; and what a careful
// reader wrote for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "observe/observation.h"
#include "text/span.h"

namespace zhibiao {

// The words of the contract as text, so that what another program writes can be compared whatever it is. null is "".
struct Answer {
  std::optional<Span> value_span;
  std::vector<double> numbers;  // one, or the two ends of a range; none when not told
  std::string measure, unit, indicator, bound, scope, period, status, rank_of, rank_scope, condition;
  std::string value_text;
  std::string sentence;  // of a prediction
  std::string rule;      // the first of its rules
};

struct GoldRow {
  Answer want;
  bool must = true;  // else optional: it neither helps nor hurts
  std::string indicator_min, indicator_max;
};

struct Gold {
  std::vector<GoldRow> rows;
  std::vector<Span> ranges;  // the passages that were read, by where a value begins; none: the whole text
};

// JSON Lines; lines of another type than observation are passed by. Throw Error as `line N: what`.
Gold parse_gold(std::string_view json_lines);
std::vector<Answer> parse_answers(std::string_view json_lines);

Answer answer_of(const Observation& observation);

}  // namespace zhibiao
