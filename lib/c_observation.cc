#include "c_observation.h"

#include "emit/names.h"

namespace zhibiao {
namespace {

const char* nullable(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

// The lists of names are made of literals, which end with a NUL.
template <typename Enum>
const char* word(Enum value) {
  const std::string_view name = name_of(value);
  return name.empty() ? nullptr : name.data();
}

zhibiao_span span(Span from) { return {from.begin, from.end}; }
zhibiao_span span(const std::optional<Span>& from) { return from ? span(*from) : zhibiao_span{0, 0}; }

void set_texts(zhibiao_observation& to, const Observation& from) {
  to.doc = from.doc.c_str();
  to.indicator = nullable(from.indicator);
  to.indicator_id = nullable(from.indicator_id);
  to.subject = nullable(from.subject);
  to.scope = nullable(from.scope);
  to.unit = nullable(from.unit);
  to.ratio_to = nullable(from.ratio_to);
  to.region = nullable(from.region);
  to.region_code = nullable(from.region_code);
  to.period = nullable(from.period);
  to.tone = nullable(from.tone);
  to.basis = nullable(from.basis);
  to.rank_scope = nullable(from.rank_scope);
  to.condition = nullable(from.condition);
  to.base_value = nullable(from.base_value);
  to.base_low = nullable(from.base_low);
  to.base_high = nullable(from.base_high);
  to.base_unit = nullable(from.base_unit);
  to.value_text = from.value_text.c_str();
  to.sentence = from.sentence.c_str();
}

void set_spans(zhibiao_observation& to, const ObservationSpans& from) {
  to.spans.value = span(from.value);
  to.spans.sentence = span(from.sentence);
  to.spans.indicator = span(from.indicator);
  to.spans.subject = span(from.subject);
  to.spans.scope = span(from.scope);
  to.spans.ratio_to = span(from.ratio_to);
  to.spans.period = span(from.period);
  to.spans.status = span(from.status);
  to.spans.tone = span(from.tone);
  to.spans.basis = span(from.basis);
  to.spans.rank_scope = span(from.rank_scope);
  to.spans.condition = span(from.condition);
}

}  // namespace

CObservations::CObservations(const std::vector<Observation>& observations) {
  structs_.reserve(observations.size());
  for (const Observation& observation : observations) structs_.push_back(struct_of(observation));
}

zhibiao_observation CObservations::struct_of(const Observation& from) {
  zhibiao_observation to{};
  to.id = from.id;
  to.group = from.group;
  to.part_of = from.part_of.value_or(0);
  to.measure = word(from.measure);
  to.bound = word(from.bound);
  to.status = word(from.status);
  to.rank_of = word(from.rank_of);
  to.value = plain(from.value);
  to.low = plain(from.low);
  to.high = plain(from.high);
  to.members = strings(from.members);
  to.section = strings(from.section);
  to.rules = strings(from.rules);
  set_texts(to, from);
  set_spans(to, from.spans);
  return to;
}

const char* CObservations::plain(const std::optional<Decimal>& number) {
  return number ? decimals_.emplace_back(number->to_string()).c_str() : nullptr;
}

zhibiao_strings CObservations::strings(const std::vector<std::string>& texts) {
  if (texts.empty()) return {nullptr, 0};
  std::vector<const char*>& list = lists_.emplace_back();
  for (const std::string& text : texts) list.push_back(text.c_str());
  return {list.data(), list.size()};
}

}  // namespace zhibiao
