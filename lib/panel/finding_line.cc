#include "panel/finding_line.h"

#include "emit/json_fields.h"

namespace zhibiao {

using namespace json_fields;

namespace {

// Figures as {"doc", "id"}, or as bare ids of the finding's own document.
FigureId figure_in(const JsonNode& node, const std::string& doc) {
  if (node.type == JsonNode::Type::number) return {doc, unsigned_of<uint32_t>(node)};
  return {is_null(node.find("doc")) ? doc : text(node, "doc"), count(node, "id")};
}

// Exact decimals, bare or in a string.
std::string digits(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  return is_null(node) ? "" : node->text;
}

}  // namespace

std::optional<Finding> finding_in(std::string_view json) {
  const JsonNode object = parse_json_object(json);
  if (text(object, "type") != "finding") return std::nullopt;
  Finding finding;
  finding.doc = text(object, "doc");
  finding.kind = text(object, "kind");
  finding.ok = required(object, "ok", JsonNode::Type::boolean, "true or false").truth;
  finding.observations =
      each(object, "observations", [&finding](const JsonNode& node) { return figure_in(node, finding.doc); });
  finding.stated = digits(object, "stated");
  finding.computed = digits(object, "computed");
  finding.difference = digits(object, "difference");
  finding.tolerance = digits(object, "tolerance");
  finding.unit = text(object, "unit");
  finding.text = text(object, "text");
  return finding;
}

}  // namespace zhibiao
