#include "panel/datapackage.h"

#include "emit/json.h"
#include "emit/json_tree.h"
#include "text/error.h"

namespace zhibiao {
namespace {

std::string_view type_name(FieldType type) {
  switch (type) {
    case FieldType::text:
      return "string";
    case FieldType::integer:
      return "integer";
    case FieldType::boolean:
      return "boolean";
    default:
      return "number";
  }
}

void add_text(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  if (!out.empty() && out.back() != '{') out += ',';
  append_json_string(out, key);
  append_json_string(out += ':', text);
}

std::string field_json(const Field& field) {
  std::string out = "{";
  add_text(out, "name", field.name);
  add_text(out, "type", type_name(field.type));
  add_text(out, "description", field.about);
  add_text(out, "unit", field.unit);
  return out + "}";
}

// Frictionless allows lower case, digits, ., _ and - only.
std::string resource_name(std::string_view path) {
  std::string name;
  for (const char c : path.substr(0, path.rfind('.'))) {
    const bool is_fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    name += is_fine ? c : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : '-';
  }
  return name;
}

std::string source_json(const Source& source) {
  std::string out = "    {";
  add_text(out, "title", source.meta.title.empty() ? source.doc : source.meta.title);
  add_text(out, "path", source.doc);
  add_text(out, "sha256", source.meta.sha256);
  add_text(out, "error", source.problem);
  return out + "}";
}

std::string resource_json(const CsvResource& resource, const std::vector<Source>& sources) {
  std::string out = "{";
  add_text(out, "name", resource_name(resource.path));
  add_text(out, "path", resource.path);
  out +=
      ",\"profile\":\"tabular-data-resource\",\"format\":\"csv\",\"mediatype\":\"text/csv\",\"encoding\":\"utf-8\""
      ",\"dialect\":{\"delimiter\":\",\",\"lineTerminator\":\"\\r\\n\",\"quoteChar\":\"\\\"\",\"doubleQuote\":true}";
  out += ",\"bytes\":" + std::to_string(resource.bytes);
  out += ",\"schema\":{\"missingValues\":[\"\"],\"fields\":[";
  for (size_t i = 0; i < resource.fields.size(); ++i) {
    out += (i == 0 ? "\n    " : ",\n    ") + field_json(resource.fields[i]);
  }
  out += "]},\"sources\":[";
  for (size_t i = 0; i < sources.size(); ++i) out += (i == 0 ? "\n" : ",\n") + source_json(sources[i]);
  return out + "]}";
}

// The resources of other files in the package that was there, each as JSON.
std::vector<std::string> other_resources(std::string_view before, const std::string& path) {
  std::vector<std::string> others;
  if (before.empty()) return others;
  const JsonNode package = parse_json_object(before);
  const JsonNode* resources = package.find("resources");
  if (resources == nullptr || resources->type != JsonNode::Type::array) throw Error("is no data package");
  for (const JsonNode& resource : resources->items) {
    const JsonNode* other = resource.find("path");
    if (other == nullptr || other->text != path) append_json_node(others.emplace_back(), resource);
  }
  return others;
}

}  // namespace

std::string datapackage_json(const CsvResource& resource, const std::vector<Source>& sources, std::string_view before) {
  std::vector<std::string> resources = other_resources(before, resource.path);
  resources.push_back(resource_json(resource, sources));
  std::string out = "{\"profile\":\"tabular-data-package\",\"name\":\"zhibiao-panel\",\"resources\":[\n";
  for (size_t i = 0; i < resources.size(); ++i) out += (i == 0 ? "  " : ",\n  ") + resources[i];
  return out + "\n]}\n";
}

}  // namespace zhibiao
