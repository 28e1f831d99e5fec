// Shards of a corpus and their manifest, from which the results of the shards become one again.
//
// A shard is a JSON Lines corpus. Each of its documents has a "shard_id", the hash of its line, among its metadata; the
// last one is a mark: no text, and the hash of all ids before it. Whoever extracts the shard with the document lines
// kept shows which documents went through, and that nothing is missing behind the last.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "emit/json.h"

namespace zhibiao {

// shard-0001: of its file, and of what was made of it.
std::string shard_name(uint32_t number);

// A document, in the order of the input.
struct ShardedDocument {
  std::string doc;
  uint32_t shard = 0;  // from 1
  std::string id;
  friend bool operator==(const ShardedDocument&, const ShardedDocument&) = default;
};

// A shard, behind all documents. `id` is that of its mark.
struct ShardEnd {
  uint32_t shard = 0;
  std::string file;  // shard-0001.jsonl
  uint64_t documents = 0;
  uint64_t bytes = 0;
  std::string id;
  friend bool operator==(const ShardEnd&, const ShardEnd&) = default;
};

// An error line stands where the document that could not be read would be.
using ManifestLine = std::variant<ShardedDocument, ErrorLine, ShardEnd>;

// Each appends one line with its "\n".
void append_json(std::string& out, const ShardedDocument& document);
void append_json(std::string& out, const ShardEnd& end);
// Throws Error.
ManifestLine parse_manifest_line(std::string_view json);

// A document's line in a shard.
struct ShardLine {
  std::string json;  // with its "\n"
  std::string id;
};
ShardLine shard_line(const Document& document);
// The mark behind a document whose mark would be `before`; of an empty shard "" stands for it.
std::string mark_id(const std::string& before, const std::string& document_id);
std::string mark_line(const ShardEnd& end);

// Takes the shard_id out of what extract kept of a document; "" where there is none.
std::string take_shard_id(Metadata& meta);

}  // namespace zhibiao
