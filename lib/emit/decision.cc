#include "emit/decision.h"

#include "emit/json_fields.h"
#include "emit/names.h"

namespace zhibiao {
namespace {

using namespace json_fields;

Decimal decimal_of(const JsonNode& node) {
  const std::optional<Decimal> number = Decimal::parse(node.text);
  if (node.type != JsonNode::Type::number || !number) fail(node, "a plain decimal number");
  return *number;
}

// One number, or a list of two: a range.
void read_value(Decision& decision, const JsonNode& object) {
  const JsonNode* value = object.find("value");
  if (is_null(value)) return;
  if (value->type != JsonNode::Type::array) {
    decision.value = decimal_of(*value);
    return;
  }
  if (value->items.size() != 2) fail(*value, "a number or the two ends of a range");
  decision.low = decimal_of(value->items[0]);
  decision.high = decimal_of(value->items[1]);
}

Decision decision_of(const JsonNode& object) {
  Decision decision;
  if (is_null(object.find("verdict"))) throw Error("no \"verdict\"");
  decision.verdict = word(object, "verdict", kDecisionNames, Verdict::right);
  decision.doc = text(object, "doc");
  decision.sha256 = text(object, "sha256");
  decision.value_span = span_of(required(object, "value_span"));
  decision.sentence = optional_span(object, "sentence");
  decision.indicator_span = optional_span(object, "indicator_span");
  decision.value_text = text(object, "value_text");
  decision.measure = word(object, "measure", kMeasureNames, Measure::level);
  read_value(decision, object);
  decision.unit = text(object, "unit");
  decision.bound = word(object, "bound", kBoundNames, Bound::exact);
  decision.indicator = text(object, "indicator_max");
  decision.scope = text(object, "scope");
  decision.period = text(object, "period");
  decision.status = word(object, "status", kStatusNames, Status::actual);
  decision.rank_of = word(object, "rank_of", kRankOfNames, RankOf::none);
  decision.rank_scope = text(object, "rank_scope");
  decision.condition = text(object, "condition");
  return decision;
}

}  // namespace

std::vector<Decision> parse_decisions(std::string_view json_lines) {
  std::vector<Decision> decisions;
  for (uint64_t number = 1; !json_lines.empty(); ++number) {
    const size_t end = std::min(json_lines.find('\n'), json_lines.size());
    const std::string_view line = json_lines.substr(0, end);
    json_lines.remove_prefix(std::min(end + 1, json_lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      decisions.push_back(decision_of(parse_json_object(line)));
    } catch (const Error& error) {
      throw Error("line " + std::to_string(number) + ": " + error.what());
    }
  }
  return decisions;
}

bool concerns(const Decision& decision, std::string_view doc, std::string_view sha256) {
  return decision.sha256.empty() ? decision.doc == doc : decision.sha256 == sha256;
}

}  // namespace zhibiao
