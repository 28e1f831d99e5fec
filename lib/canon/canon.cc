#include "canon/canon.h"

#include "canon/indicator.h"
#include "canon/units.h"
#include "grammar/data.h"

namespace zhibiao {

namespace {

void set_base(const std::optional<Decimal>& value, const Observation& observation, const FigureWords& words,
              std::string& base, std::string& unit) {
  if (!value) return;
  const std::optional<BaseQuantity> quantity = to_base(*value, observation.unit, words);
  if (!quantity) return;
  base = quantity->value.to_string();
  unit = quantity->unit;
}

}  // namespace

void canonicalise(Observation& observation, const ReportMeta& meta, const Grammar& grammar) {
  observation.region = meta.region;
  observation.region_code = meta.region_code;
  const Indicator* indicator = indicator_of(observation, meta, grammar.data());
  observation.indicator_id = indicator == nullptr ? "" : indicator->id;
  const bool has_base = observation.measure == Measure::level || observation.measure == Measure::change;
  if (!has_base) return;
  const FigureWords& words = grammar.data().figures;
  set_base(observation.value, observation, words, observation.base_value, observation.base_unit);
  set_base(observation.low, observation, words, observation.base_low, observation.base_unit);
  set_base(observation.high, observation, words, observation.base_high, observation.base_unit);
}

}  // namespace zhibiao
