// Sentence and observation lines → values. A sentence that a person edited must still fit its spans: the stages behind
// rely on it, so what does not fit is refused here.
#include "emit/json_fields.h"
#include "emit/names.h"

namespace zhibiao::json_fields {
namespace {

Cell cell_of(const JsonNode& node) {
  require_type(node, JsonNode::Type::object, "an object");
  Cell cell;
  cell.span = span_of(required(node, "span"));
  cell.row_header = text(node, "row_header");
  cell.column_headers = texts(node, "column_headers");
  cell.unit = text(node, "unit");
  cell.caption = text(node, "caption");
  return cell;
}

Section section_of(const JsonNode& node) {
  require_type(node, JsonNode::Type::object, "an object");
  return {required_text(node, "text"), span_of(required(node, "span"))};
}

ReportMeta report_meta(const JsonNode& object) {
  const JsonNode* node = object.find("meta");
  if (is_null(node)) return {};
  require_type(*node, JsonNode::Type::object, "an object");
  return {optional_int(*node, "report_year"), optional_int(*node, "year"), text(*node, "region"),
          text(*node, "doc_type"), text(*node, "region_code")};
}

Figure figure_of(const JsonNode& node) {
  const auto digits = [&node](std::string_view key) { return decimal(node, key, JsonNode::Type::string); };
  Figure figure;
  figure.number = digits("number");
  figure.low = digits("low");
  figure.high = digits("high");
  figure.value = digits("value");
  figure.value_low = digits("value_low");
  figure.value_high = digits("value_high");
  figure.multiplier = text(node, "multiplier");
  figure.unit = text(node, "unit");
  figure.bound = word(node, "bound", kBoundNames, Bound::exact);
  const JsonNode* vague = node.find("vague");
  figure.vague = vague != nullptr && vague->truth;
  return figure;
}

Mention mention_of(const JsonNode& node) {
  require_type(node, JsonNode::Type::object, "an object");
  Mention mention;
  required(node, "kind");
  mention.kind = word(node, "kind", kMentionKindNames, MentionKind::number);
  mention.span = span_of(required(node, "span"));
  mention.text = required_text(node, "text");
  mention.rule = text(node, "rule");
  const JsonNode* inside = node.find("inside");
  mention.inside = inside != nullptr && inside->truth;
  mention.number_span = optional_span(node, "number_span");
  if (node.find("bound") != nullptr || node.find("number") != nullptr || node.find("low") != nullptr) {
    mention.figure = figure_of(node);
  }
  mention.canonical = text(node, "canonical");
  return mention;
}

Sentence sentence_of(const JsonNode& object) {
  Sentence sentence;
  sentence.doc = required_text(object, "doc");
  sentence.n = count(object, "n");
  sentence.kind = word(object, "kind", kSentenceKindNames, SentenceKind::sentence);
  sentence.level = optional_int(object, "level").value_or(0);
  sentence.paragraph = count(object, "paragraph");
  sentence.section = std::make_shared<const SectionPath>(each(object, "section", section_of));
  sentence.part = word(object, "part", kPartNames, Part::none);
  sentence.text = required_text(object, "text");
  sentence.span = span_of(required(object, "span"));
  sentence.clauses = each(object, "clauses", span_of);
  sentence.cells = each(object, "cells", cell_of);
  sentence.meta = std::make_shared<const ReportMeta>(report_meta(object));
  return sentence;
}

void check_text(const Sentence& sentence) {
  const auto points =
      std::count_if(sentence.text.begin(), sentence.text.end(), [](char c) { return (c & 0xc0) != 0x80; });
  if (sentence.span.size() != static_cast<size_t>(points)) throw Error("\"span\" does not fit the length of \"text\"");
}

// Sorted and disjoint, inside the sentence.
template <typename Items, typename SpanOf>
void check_spans(const Items& items, Span sentence, std::string_view key, SpanOf span) {
  uint32_t last = sentence.begin;
  for (const auto& item : items) {
    if (span(item).begin < last || span(item).end > sentence.end) {
      throw Error("\"" + std::string(key) + "\" has a span that overlaps another or lies outside the sentence");
    }
    last = span(item).end;
  }
}

void check(const SentenceLine& line) {
  const Sentence& sentence = line.sentence.sentence;
  check_text(sentence);
  check_spans(sentence.clauses, sentence.span, "clauses", [](Span span) { return span; });
  check_spans(sentence.cells, sentence.span, "cells", [](const Cell& cell) { return cell.span; });
  check_spans(line.sentence.mentions, sentence.span, "mentions", [](const Mention& mention) { return mention.span; });
  for (const Mention& mention : line.sentence.mentions) {
    if (mention.span.empty() || (mention.number_span && !mention.span.contains(*mention.number_span))) {
      throw Error("a mention is empty, or its \"number_span\" lies outside of it");
    }
  }
}

ObservationSpans observation_spans(const JsonNode& object) {
  ObservationSpans spans;
  const JsonNode& node = required(object, "spans", JsonNode::Type::object, "an object");
  spans.value = span_of(required(node, "value"));
  spans.sentence = span_of(required(node, "sentence"));
  spans.indicator = optional_span(node, "indicator");
  spans.subject = optional_span(node, "subject");
  spans.scope = optional_span(node, "scope");
  spans.ratio_to = optional_span(node, "ratio_to");
  spans.period = optional_span(node, "period");
  spans.status = optional_span(node, "status");
  spans.tone = optional_span(node, "tone");
  spans.basis = optional_span(node, "basis");
  spans.rank_scope = optional_span(node, "rank_scope");
  spans.condition = optional_span(node, "condition");
  return spans;
}

void read_value(Observation& o, const JsonNode& object) {
  o.measure = word(object, "measure", kMeasureNames, Measure::level);
  o.value = decimal(object, "value", JsonNode::Type::number);
  o.low = decimal(object, "low", JsonNode::Type::number);
  o.high = decimal(object, "high", JsonNode::Type::number);
  o.unit = text(object, "unit");
  o.bound = word(object, "bound", kBoundNames, Bound::exact);
  o.ratio_to = text(object, "ratio_to");
  o.base_value = text(object, "base_value");
  o.base_low = text(object, "base_low");
  o.base_high = text(object, "base_high");
  o.base_unit = text(object, "base_unit");
}

void read_setting(Observation& o, const JsonNode& object) {
  o.region = text(object, "region");
  o.region_code = text(object, "region_code");
  o.period = text(object, "period");
  o.status = word(object, "status", kStatusNames, Status::actual);
  o.tone = text(object, "tone");
  o.basis = text(object, "basis");
  o.rank_of = word(object, "rank_of", kRankOfNames, RankOf::none);
  o.rank_scope = text(object, "rank_scope");
  o.condition = text(object, "condition");
}

}  // namespace

SentenceLine sentence_line(const JsonNode& object) {
  SentenceLine line;
  line.sentence.sentence = sentence_of(object);
  line.matched = !is_null(object.find("mentions"));
  line.sentence.mentions = each(object, "mentions", mention_of);
  check(line);
  return line;
}

Observation observation_line(const JsonNode& object) {
  Observation o;
  o.doc = required_text(object, "doc");
  o.id = count(object, "id");
  o.indicator = text(object, "indicator");
  o.members = texts(object, "members");
  o.indicator_id = text(object, "indicator_id");
  o.subject = text(object, "subject");
  o.scope = text(object, "scope");
  read_value(o, object);
  read_setting(o, object);
  o.value_text = required_text(object, "value_text");
  o.section = texts(object, "section");
  o.sentence = text(object, "sentence");
  o.spans = observation_spans(object);
  o.group = count(object, "group");
  if (!is_null(object.find("part_of"))) o.part_of = count(object, "part_of");
  o.rules = texts(object, "rules");
  return o;
}

}  // namespace zhibiao::json_fields
