#include "check/answer.h"

#include <cstdlib>

#include "emit/json.h"
#include "emit/json_fields.h"

namespace zhibiao {
namespace {

using namespace json_fields;

// What programs write as text, number or not at all.
std::string loose_text(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  const bool has_text =
      node != nullptr && (node->type == JsonNode::Type::string || node->type == JsonNode::Type::number);
  return has_text ? node->text : "";
}

double number_of(const JsonNode& node) {
  char* end = nullptr;
  const double number = std::strtod(node.text.c_str(), &end);
  if (node.text.empty() || *end != '\0') fail(node, "a number");
  return number;
}

std::vector<double> numbers_of(const JsonNode& object) {
  const JsonNode* value = object.find("value");
  std::vector<double> numbers;
  if (is_null(value)) {
    const JsonNode *low = object.find("low"), *high = object.find("high");
    if (is_null(low) || is_null(high)) return {};
    return {number_of(*low), number_of(*high)};
  }
  if (value->type != JsonNode::Type::array) return {number_of(*value)};
  for (const JsonNode& item : value->items) numbers.push_back(number_of(item));
  return numbers;
}

std::optional<Span> value_span_of(const JsonNode& object) {
  const JsonNode* spans = object.find("spans");
  if (spans != nullptr && spans->type == JsonNode::Type::object) {
    if (const std::optional<Span> span = optional_span(*spans, "value")) return span;
  }
  return optional_span(object, "value_span");
}

std::string first_rule(const JsonNode& object) {
  const JsonNode* rules = object.find("rules");
  const bool told = rules != nullptr && rules->type == JsonNode::Type::array && !rules->items.empty();
  return told ? rules->items.front().text : "";
}

Answer answer_of(const JsonNode& object) {
  Answer answer;
  answer.value_span = value_span_of(object);
  answer.numbers = numbers_of(object);
  answer.measure = loose_text(object, "measure");
  answer.unit = loose_text(object, "unit");
  answer.indicator = loose_text(object, "indicator");
  answer.bound = loose_text(object, "bound");
  answer.scope = loose_text(object, "scope");
  answer.period = loose_text(object, "period");
  answer.status = loose_text(object, "status");
  answer.rank_of = loose_text(object, "rank_of");
  answer.rank_scope = loose_text(object, "rank_scope");
  answer.condition = loose_text(object, "condition");
  answer.value_text = loose_text(object, "value_text");
  answer.sentence = loose_text(object, "sentence");
  answer.rule = first_rule(object);
  if (answer.bound.empty()) answer.bound = "exact";
  if (answer.status.empty()) answer.status = "actual";
  return answer;
}

GoldRow gold_row(const JsonNode& object) {
  GoldRow row;
  row.want = answer_of(object);
  if (!row.want.value_span) throw Error("no \"value_span\"");
  row.must = required_text(object, "flag") == "must";
  row.indicator_min = text(object, "indicator_min");
  row.indicator_max = text(object, "indicator_max");
  return row;
}

// Calls see(object) for each line that is an observation or says no type.
template <typename See>
void each_observation(std::string_view json_lines, See see) {
  for (uint64_t number = 1; !json_lines.empty(); ++number) {
    const size_t end = std::min(json_lines.find('\n'), json_lines.size());
    const std::string_view line = json_lines.substr(0, end);
    json_lines.remove_prefix(std::min(end + 1, json_lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      const JsonNode object = parse_json_object(line);
      const JsonNode* type = object.find("type");
      if (type == nullptr || type->text == "observation") see(object);
    } catch (const Error& error) {
      throw Error("line " + std::to_string(number) + ": " + error.what());
    }
  }
}

}  // namespace

Gold parse_gold(std::string_view json_lines) {
  Gold gold;
  each_observation(json_lines, [&gold](const JsonNode& object) {
    if (gold.rows.empty()) gold.ranges = each(object, "ranges", span_of);
    gold.rows.push_back(gold_row(object));
  });
  return gold;
}

std::vector<Answer> parse_answers(std::string_view json_lines) {
  std::vector<Answer> answers;
  each_observation(json_lines, [&answers](const JsonNode& object) { answers.push_back(answer_of(object)); });
  return answers;
}

// Through the line that is printed: what is scored is what a reader gets.
Answer answer_of(const Observation& observation) {
  std::string line;
  append_json(line, observation);
  return answer_of(parse_json_object(line));
}

}  // namespace zhibiao
