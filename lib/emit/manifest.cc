#include "emit/manifest.h"

#include "emit/json_fields.h"
#include "text/sha256.h"

namespace zhibiao {
namespace {

using namespace json_fields;

constexpr std::string_view kIdName = "shard_id";

// Behind the text, before the "}\n".
std::string with_id(std::string line, const std::string& id) {
  line.resize(line.size() - 2);
  append_json_string(line += ",\"shard_id\":", id);
  return line += "}\n";
}

}  // namespace

std::string shard_name(uint32_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return "shard-" + digits;
}

void append_json(std::string& out, const ShardedDocument& document) {
  append_json_string(out += "{\"type\":\"sharded\",\"doc\":", document.doc);
  out += ",\"shard\":" + std::to_string(document.shard);
  append_json_string(out += ",\"shard_id\":", document.id);
  out += "}\n";
}

void append_json(std::string& out, const ShardEnd& end) {
  out += "{\"type\":\"shard\",\"shard\":" + std::to_string(end.shard);
  append_json_string(out += ",\"file\":", end.file);
  out += ",\"documents\":" + std::to_string(end.documents) + ",\"bytes\":" + std::to_string(end.bytes);
  append_json_string(out += ",\"shard_id\":", end.id);
  out += "}\n";
}

ManifestLine parse_manifest_line(std::string_view json) {
  const JsonNode object = parse_json_object(json);
  const std::string type = required_text(object, "type");
  const auto number = [&object](std::string_view key) { return unsigned_of<uint64_t>(required(object, key)); };
  if (type == "error") return std::get<ErrorLine>(parse_line(json));
  const auto shard = unsigned_of<uint32_t>(required(object, "shard"));
  const std::string id = required_text(object, kIdName);
  if (type == "sharded") return ShardedDocument{required_text(object, "doc"), shard, id};
  if (type == "shard") return ShardEnd{shard, required_text(object, "file"), number("documents"), number("bytes"), id};
  throw Error("\"type\" is none of a manifest: " + type);
}

ShardLine shard_line(const Document& document) {
  std::string line;
  append_corpus_line(line, document);
  std::string id = sha256_hex(line);
  return {with_id(std::move(line), id), id};
}

std::string mark_id(const std::string& before, const std::string& document_id) {
  return sha256_hex(before + document_id);
}

std::string mark_line(const ShardEnd& end) {
  std::string line;
  append_corpus_line(line, {end.file, {}, ""});
  return with_id(std::move(line), end.id);
}

std::string take_shard_id(Metadata& meta) {
  for (auto extra = meta.extra.rbegin(); extra != meta.extra.rend(); ++extra) {
    if (extra->first != kIdName || extra->second.size() < 2) continue;
    const std::string id = extra->second.substr(1, extra->second.size() - 2);
    meta.extra.erase(std::next(extra).base());
    return id;
  }
  return "";
}

}  // namespace zhibiao
