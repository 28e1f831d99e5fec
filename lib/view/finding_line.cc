#include "view/finding_line.h"

#include "emit/json_fields.h"

namespace zhibiao {
namespace {

using namespace json_fields;

// Numbers are strings; a bare number is taken by its digits.
std::string digits(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  if (is_null(node)) return "";
  return node->type == JsonNode::Type::number ? node->text : string_of(*node);
}

}  // namespace

std::optional<Finding> parse_finding(std::string_view json) {
  const JsonNode object = parse_json_object(json);
  if (text(object, "type") != "finding") return std::nullopt;
  Finding finding;
  finding.doc = required_text(object, "doc");
  finding.kind = text(object, "kind");
  const JsonNode* ok = object.find("ok");
  finding.ok = ok != nullptr && ok->type == JsonNode::Type::boolean && ok->truth;
  // {"doc", "id"}, or the bare number of one in the same document.
  finding.observations = each(object, "observations", [&finding](const JsonNode& item) {
    if (item.type == JsonNode::Type::number) return FigureId{finding.doc, unsigned_of<uint32_t>(item)};
    const std::string doc = text(item, "doc");
    return FigureId{doc.empty() ? finding.doc : doc, count(item, "id")};
  });
  finding.stated = digits(object, "stated");
  finding.computed = digits(object, "computed");
  finding.difference = digits(object, "difference");
  finding.tolerance = digits(object, "tolerance");
  finding.unit = text(object, "unit");
  finding.text = text(object, "text");
  return finding;
}

}  // namespace zhibiao
