// One claim with a number that a report makes about the world. Field by field as in docs/observation.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mention/mention.h"
#include "segment/sentence.h"
#include "text/span.h"

namespace zhibiao {

enum class Measure : uint8_t { level, growth, change, rank };
enum class Status : uint8_t { actual, estimate, target, baseline };
enum class RankOf : uint8_t { none, level, growth };

// Spans of the fields that were read from the text; nullopt: not told, or inherited from somewhere that is no text.
struct ObservationSpans {
  Span value;
  Span sentence;
  std::optional<Span> indicator, subject, scope, ratio_to, period, status, tone, basis, rank_scope, condition;
  friend bool operator==(const ObservationSpans&, const ObservationSpans&) = default;
};

// Empty strings and nullopt are null in JSON. `value` is signed for growth and change, null for a range.
struct Observation {
  std::string doc;
  uint32_t id = 0;
  std::string indicator;
  std::vector<std::string> members;
  std::string indicator_id;
  std::string subject;
  std::string scope;
  Measure measure = Measure::level;
  std::optional<Decimal> value, low, high;
  std::string unit;
  Bound bound = Bound::exact;
  std::string ratio_to;
  std::string region;
  std::string region_code;
  std::string period;
  Status status = Status::actual;
  std::string tone;
  std::string basis;
  RankOf rank_of = RankOf::none;
  std::string rank_scope;
  std::string condition;
  std::string base_value, base_low, base_high, base_unit;  // exact decimal strings
  std::string value_text;
  std::vector<std::string> section;
  std::string sentence;
  ObservationSpans spans;
  uint32_t group = 0;
  std::optional<uint32_t> part_of;
  std::vector<std::string> rules;

  friend bool operator==(const Observation&, const Observation&) = default;
};

}  // namespace zhibiao
