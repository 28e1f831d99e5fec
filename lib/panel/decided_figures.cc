#include "panel/decided_figures.h"

#include <algorithm>

#include "canon/canon.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

std::string cut(const std::string& text, Span span) {
  size_t at = 0;
  uint32_t point = 0;
  const auto walk_to = [&](uint32_t target) {
    for (; point < target && at < text.size(); ++point) at += utf8_length(text[at]);
    return std::min(at, text.size());
  };
  const size_t begin = walk_to(span.begin);
  return text.substr(begin, walk_to(span.end) - begin);
}

// Sets a field that the reader sees; a field that is told otherwise than in the text stands nowhere in it.
template <typename Field>
void put(Field& field, const Field& wanted, std::optional<Span>& span) {
  if (field == wanted) return;
  field = wanted;
  span.reset();
}

void put_amount(Observation& o, const Decision& decision) {
  o.measure = decision.measure;
  o.unit = decision.unit;
  o.bound = decision.bound;
  o.rank_of = decision.rank_of;
  if (!decision.value && !decision.low && !decision.high) return;
  o.value = decision.value;
  o.low = decision.low;
  o.high = decision.high;
}

// The observation with what the decision says; what a decision does not tell (subject, basis, tone, …) stays.
Observation decided(Observation o, const Decision& decision) {
  put_amount(o, decision);
  if (o.indicator != decision.indicator) o.members.clear();
  put(o.indicator, decision.indicator, o.spans.indicator);
  put(o.scope, decision.scope, o.spans.scope);
  put(o.period, decision.period, o.spans.period);
  put(o.status, decision.status, o.spans.status);
  put(o.rank_scope, decision.rank_scope, o.spans.rank_scope);
  put(o.condition, decision.condition, o.spans.condition);
  if (!o.spans.indicator) o.spans.indicator = decision.indicator_span;
  return o;
}

void canonicalise_anew(Observation& o, const ReportMeta& meta, const Grammar& grammar) {
  o.base_value = o.base_low = o.base_high = o.base_unit = "";
  canonicalise(o, meta, grammar);
}

}  // namespace

void DecidedFigures::add(const Source& source, const std::string& text) {
  if (!source.problem.empty() || reports_.contains(source.doc)) return;
  Report report;
  const Metadata& meta = source.meta;
  report.meta = {meta.report_year, meta.year, meta.region, meta.doc_type, meta.region_code};
  for (const Decision& decision : decisions_) {
    if (concerns(decision, source.doc, meta.sha256)) report.decided.push_back({&decision});
  }
  if (report.decided.empty()) return;
  report.text = text;
  order_.push_back(source.doc);
  reports_.emplace(source.doc, std::move(report));
}

std::optional<Verdict> DecidedFigures::apply(Observation& observation) {
  if (!reports_.contains(observation.doc)) add({observation.doc, {}, "", ""}, "");
  const auto found = reports_.find(observation.doc);
  if (found == reports_.end()) return std::nullopt;
  Report& report = found->second;
  report.last_id = std::max(report.last_id, observation.id);
  // A changed grammar may cut 约424亿元 otherwise.
  const Span place = observation.spans.value;
  OnDecision* on = nullptr;
  for (OnDecision& other : report.decided) {
    const bool is_exact = other.decision->value_span == place;
    if (is_exact || (on == nullptr && !other.is_met && other.decision->value_span.overlaps(place))) on = &other;
  }
  if (on == nullptr) return std::nullopt;
  on->is_met = true;
  if (on->decision->verdict == Verdict::wrong) return Verdict::wrong;
  Observation wanted = decided(observation, *on->decision);
  if (wanted != observation) canonicalise_anew(wanted, report.meta, grammar_);
  observation = std::move(wanted);
  return on->decision->verdict;
}

DecidedFigure DecidedFigures::made(const std::string& doc, const Report& report, const Decision& decision,
                                   uint32_t id) const {
  Observation o;
  o.doc = doc;
  o.id = id;
  o.value_text = decision.value_text;
  o.spans.value = decision.value_span;
  o.spans.sentence = decision.sentence.value_or(decision.value_span);
  o.sentence = cut(report.text, o.spans.sentence);
  o = decided(std::move(o), decision);
  canonicalise_anew(o, report.meta, grammar_);
  return {std::move(o), decision.verdict};
}

std::vector<DecidedFigure> DecidedFigures::missed() const {
  std::vector<DecidedFigure> figures;
  for (const std::string& doc : order_) {
    const Report& report = reports_.at(doc);
    uint32_t id = report.last_id;
    for (const OnDecision& on : report.decided) {
      if (on.is_met || on.decision->verdict == Verdict::wrong) continue;
      figures.push_back(made(doc, report, *on.decision, ++id));
    }
  }
  return figures;
}

const Decision* DecidedFigures::foreign() const {
  for (const Decision& decision : decisions_) {
    const auto is_on = [&decision](const OnDecision& on) { return on.decision == &decision; };
    const bool is_here = std::any_of(reports_.begin(), reports_.end(), [&is_on](const auto& report) {
      return std::any_of(report.second.decided.begin(), report.second.decided.end(), is_on);
    });
    if (!is_here) return &decision;
  }
  return nullptr;
}

}  // namespace zhibiao
