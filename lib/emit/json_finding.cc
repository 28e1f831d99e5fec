// Finding lines: a comparison with its figures by document and number.
#include "emit/json.h"
#include "emit/json_fields.h"

namespace zhibiao {
namespace {

using namespace json_fields;

void append_or_null(std::string& out, std::string_view key, std::string_view text) {
  out += ",\"";
  out += key;
  out += "\":";
  text.empty() ? void(out += "null") : append_json_string(out, text);
}

FigureId figure_id(const JsonNode& node) {
  require_type(node, JsonNode::Type::object, "an object {doc, id}");
  return {required_text(node, "doc"), unsigned_of<uint32_t>(required(node, "id"))};
}

}  // namespace

void append_json(std::string& out, const Finding& finding) {
  append_json_string(out += "{\"type\":\"finding\",\"doc\":", finding.doc);
  append_json_string(out += ",\"kind\":", finding.kind);
  out += finding.ok ? ",\"ok\":true" : ",\"ok\":false";
  out += ",\"observations\":[";
  for (const FigureId& figure : finding.observations) {
    append_json_string(out += &figure == &finding.observations.front() ? "{\"doc\":" : ",{\"doc\":", figure.doc);
    out += ",\"id\":" + std::to_string(figure.id) + "}";
  }
  out += ']';
  append_or_null(out, "stated", finding.stated);
  append_or_null(out, "computed", finding.computed);
  append_or_null(out, "difference", finding.difference);
  append_or_null(out, "tolerance", finding.tolerance);
  append_or_null(out, "unit", finding.unit);
  append_json_string(out += ",\"text\":", finding.text);
  out += "}\n";
}

namespace json_fields {

Finding finding_line(const JsonNode& object) {
  Finding finding;
  finding.doc = required_text(object, "doc");
  finding.kind = required_text(object, "kind");
  finding.ok = required(object, "ok", JsonNode::Type::boolean, "true or false").truth;
  finding.observations = each(object, "observations", figure_id);
  finding.stated = text(object, "stated");
  finding.computed = text(object, "computed");
  finding.difference = text(object, "difference");
  finding.tolerance = text(object, "tolerance");
  finding.unit = text(object, "unit");
  finding.text = required_text(object, "text");
  return finding;
}

}  // namespace json_fields
}  // namespace zhibiao
