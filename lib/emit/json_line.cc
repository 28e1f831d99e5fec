// JSON lines → values. A key that is missing reads like null; what a line cannot do without is asked for by name.
#include "emit/json.h"
#include "emit/json_fields.h"
#include "emit/names.h"
#include "text/error.h"

namespace zhibiao {
namespace {

using namespace json_fields;

DamageCounts damage_counts(const JsonNode* node) {
  DamageCounts counts;
  if (is_null(node)) return counts;
  require_type(*node, JsonNode::Type::object, "an object of counts");
  for (const JsonNode& item : node->items) counts.emplace_back(item.key, unsigned_of<uint64_t>(item));
  return counts;
}

bool is_metadata_name(std::string_view name) {
  constexpr std::array<std::string_view, 13> kNames = {"title",    "doc_type", "region",  "region_code", "report_year",
                                                       "year",     "date",     "speaker", "meeting",     "format",
                                                       "encoding", "damaged",  "sha256"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// `skipped` names are none of the metadata: {"doc", "text"} of a corpus line.
Metadata metadata(const JsonNode& object, std::initializer_list<std::string_view> skipped) {
  Metadata meta;
  meta.title = text(object, "title");
  meta.doc_type = text(object, "doc_type");
  meta.region = text(object, "region");
  meta.region_code = text(object, "region_code");
  meta.report_year = optional_int(object, "report_year");
  meta.year = optional_int(object, "year");
  meta.date = text(object, "date");
  meta.speaker = text(object, "speaker");
  meta.meeting = text(object, "meeting");
  meta.format = text(object, "format");
  meta.encoding = text(object, "encoding");
  meta.damaged = damage_counts(object.find("damaged"));
  meta.sha256 = text(object, "sha256");
  for (const JsonNode& item : object.items) {
    if (is_metadata_name(item.key) || std::find(skipped.begin(), skipped.end(), item.key) != skipped.end()) continue;
    append_json_node(meta.extra.emplace_back(item.key, "").second, item);
  }
  return meta;
}

DocumentLine document_line(const JsonNode& object) {
  DocumentLine line;
  line.document.doc = required_text(object, "doc");
  if (const JsonNode* meta = object.find("meta"); !is_null(meta)) {
    require_type(*meta, JsonNode::Type::object, "an object");
    line.document.meta = metadata(*meta, {});
  }
  line.has_text = !is_null(object.find("text"));
  if (line.has_text) line.document.text = required_text(object, "text");
  line.grammar = text(object, "grammar");
  return line;
}

Term term_line(const JsonNode& object) {
  Term term;
  term.doc = required_text(object, "doc");
  term.term = required_text(object, "term");
  term.definition = required_text(object, "definition");
  const JsonNode& spans = required(object, "spans", JsonNode::Type::object, "an object");
  term.term_span = span_of(required(spans, "term"));
  term.definition_span = span_of(required(spans, "definition"));
  return term;
}

ErrorLine error_line(const JsonNode& object) {
  ErrorLine line;
  if (const JsonNode* doc = object.find("doc"); !is_null(doc)) line.doc = string_of(*doc);
  if (const JsonNode* number = object.find("line"); !is_null(number)) line.line = unsigned_of<uint64_t>(*number);
  line.stage = text(object, "stage");
  line.message = text(object, "message");
  return line;
}

// Corpora write years as strings and names as numbers now and then.
void make_types_fit(JsonNode& object) {
  for (JsonNode& item : object.items) {
    const bool is_year = item.key == "year" || item.key == "report_year";
    if (is_year && item.type == JsonNode::Type::string) {
      item.type = item.text.empty() ? JsonNode::Type::null : JsonNode::Type::number;
    } else if (!is_year && item.type == JsonNode::Type::number && (is_metadata_name(item.key) || item.key == "doc")) {
      item.type = JsonNode::Type::string;
    }
  }
}

}  // namespace

Line parse_line(std::string_view json) {
  const JsonNode object = parse_json_object(json);
  const std::string type = required_text(object, "type");
  if (type == "document") return document_line(object);
  if (type == "sentence") return sentence_line(object);
  if (type == "term") return term_line(object);
  if (type == "observation") return observation_line(object);
  if (type == "finding") return finding_line(object);
  if (type == "error") return error_line(object);
  return OtherLine{std::string(json)};
}

Document parse_corpus_line(std::string_view json) {
  JsonNode object = parse_json_object(json);
  make_types_fit(object);
  Document document;
  document.doc = required_text(object, "doc");
  document.text = required_text(object, "text");
  document.meta = metadata(object, {"doc", "text"});
  return document;
}

}  // namespace zhibiao
