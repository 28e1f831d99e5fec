// One parsed line of JSON as a tree in which numbers keep their digits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

struct JsonNode {
  enum class Type { null, boolean, number, string, array, object };
  Type type = Type::null;
  bool truth = false;
  std::string key;   // of a member of an object
  std::string text;  // of a string its characters, of a number its digits as written
  std::vector<JsonNode> items;

  // The member of that name, the last one if it was given twice; nullptr if there is none.
  const JsonNode* find(std::string_view name) const;
};

// Throws Error with the byte column for broken JSON, invalid UTF-8, nesting deeper than 64, and anything that is not
// one object.
JsonNode parse_json_object(std::string_view json);

// The value in its shortest form, without the key; numbers as they were written.
void append_json_node(std::string& out, const JsonNode& node);

}  // namespace zhibiao
