// Typed access to the members of a parsed line, with messages that name the key; and the lines with many fields.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "emit/json.h"
#include "emit/json_tree.h"
#include "text/error.h"

namespace zhibiao::json_fields {

inline bool is_null(const JsonNode* node) { return node == nullptr || node->type == JsonNode::Type::null; }

[[noreturn]] inline void fail(const JsonNode& node, std::string_view wanted) {
  throw Error("\"" + node.key + "\" is not " + std::string(wanted));
}

inline void require_type(const JsonNode& node, JsonNode::Type type, std::string_view wanted) {
  if (node.type != type) fail(node, wanted);
}

inline const JsonNode& required(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  if (is_null(node)) throw Error("no \"" + std::string(key) + "\"");
  return *node;
}

inline const JsonNode& required(const JsonNode& object, std::string_view key, JsonNode::Type type,
                                std::string_view wanted) {
  const JsonNode& node = required(object, key);
  require_type(node, type, wanted);
  return node;
}

inline const std::string& string_of(const JsonNode& node) {
  require_type(node, JsonNode::Type::string, "a string");
  return node.text;
}

inline const std::string& required_text(const JsonNode& object, std::string_view key) {
  return string_of(required(object, key));
}

// "" for null.
inline std::string text(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  return is_null(node) ? std::string() : string_of(*node);
}

template <typename Int>
Int int_of(const JsonNode& node, std::string_view wanted) {
  Int number = 0;
  const char* end = node.text.data() + node.text.size();
  const auto result = std::from_chars(node.text.data(), end, number);
  if (node.type != JsonNode::Type::number || result.ec != std::errc() || result.ptr != end) fail(node, wanted);
  return number;
}

template <typename Unsigned>
Unsigned unsigned_of(const JsonNode& node) {
  return int_of<Unsigned>(node, "a whole number from 0");
}

inline std::optional<int> optional_int(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  if (is_null(node)) return std::nullopt;
  return int_of<int>(*node, "a whole number");
}

// 0 for null.
inline uint32_t count(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  return is_null(node) ? 0 : unsigned_of<uint32_t>(*node);
}

inline Span span_of(const JsonNode& node) {
  if (node.type != JsonNode::Type::array || node.items.size() != 2) fail(node, "a span [begin, end)");
  const Span span{unsigned_of<uint32_t>(node.items[0]), unsigned_of<uint32_t>(node.items[1])};
  if (span.begin > span.end) fail(node, "a span [begin, end)");
  return span;
}

inline std::optional<Span> optional_span(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  if (is_null(node)) return std::nullopt;
  return span_of(*node);
}

// One value for each item of the array; none for null.
template <typename Read>
auto each(const JsonNode& object, std::string_view key, Read read) {
  std::vector<std::decay_t<decltype(read(object))>> values;
  const JsonNode* node = object.find(key);
  if (is_null(node)) return values;
  require_type(*node, JsonNode::Type::array, "an array");
  values.reserve(node->items.size());
  for (const JsonNode& item : node->items) values.push_back(read(item));
  return values;
}

inline std::vector<std::string> texts(const JsonNode& object, std::string_view key) {
  return each(object, key, string_of);
}

// A word of one of the lists in names.h; null is "".
template <typename Enum, typename Names>
Enum word(const JsonNode& object, std::string_view key, const Names& names, Enum when_missing) {
  const JsonNode* node = object.find(key);
  if (node == nullptr) return when_missing;
  const std::string& word_text = is_null(node) ? node->text : string_of(*node);
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == word_text) return static_cast<Enum>(i);
  }
  fail(*node, "one of the known words");
}

// From a bare number or a string of digits, as the key has it.
inline std::optional<Decimal> decimal(const JsonNode& object, std::string_view key, JsonNode::Type type) {
  const JsonNode* node = object.find(key);
  if (is_null(node)) return std::nullopt;
  const std::optional<Decimal> number = Decimal::parse(node->text);
  if (node->type != type || !number) fail(*node, "a plain decimal number");
  return number;
}

SentenceLine sentence_line(const JsonNode& object);
Observation observation_line(const JsonNode& object);
Finding finding_line(const JsonNode& object);

}  // namespace zhibiao::json_fields
