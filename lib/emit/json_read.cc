// The only place that knows nlohmann/json. Its DOM reads numbers as doubles; its SAX parser hands over the digits.
#include <nlohmann/json.hpp>

#include "emit/json.h"
#include "emit/json_tree.h"
#include "text/error.h"

namespace zhibiao {
namespace {

constexpr size_t kDeepest = 64;

JsonNode node_of(JsonNode::Type type) {
  JsonNode node;
  node.type = type;
  return node;
}

// Builds the tree bottom up: the open containers are a stack, a finished value goes into the last of them.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return put(JsonNode{}); }
  bool boolean(bool truth) override {
    JsonNode node = node_of(JsonNode::Type::boolean);
    node.truth = truth;
    return put(std::move(node));
  }
  bool number_integer(number_integer_t number) override { return put_number(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) override { return put_number(std::to_string(number)); }
  bool number_float(number_float_t, const string_t& digits) override {
    std::string text = digits;
    for (char& c : text) {  // nlohmann writes the decimal mark of the process's locale
      if (c == ',') c = '.';
    }
    return put_number(std::move(text));
  }
  bool string(string_t& text) override {
    JsonNode node = node_of(JsonNode::Type::string);
    node.text = std::move(text);
    return put(std::move(node));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(size_t) override { return open(JsonNode::Type::object); }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(size_t) override { return open(JsonNode::Type::array); }
  bool end_array() override { return close(); }
  bool parse_error(size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    problem = "column " + std::to_string(position) + ": " + what_is_wrong(error.what());
    return false;
  }

  JsonNode root;
  std::string problem;

 private:
  // nlohmann: "[json.exception.parse_error.101] parse error at line 1, column 8: syntax error while …" → "syntax error
  // while …"
  static std::string what_is_wrong(std::string_view what) {
    const size_t column = what.find("column ");
    const size_t colon = column == std::string_view::npos ? column : what.find(": ", column);
    if (colon != std::string_view::npos) return std::string(what.substr(colon + 2));
    const size_t bracket = what.find("] ");
    return std::string(bracket == std::string_view::npos ? what : what.substr(bracket + 2));
  }

  bool put_number(std::string digits) {
    JsonNode node = node_of(JsonNode::Type::number);
    node.text = std::move(digits);
    return put(std::move(node));
  }

  bool put(JsonNode node) {
    if (open_.empty()) {
      root = std::move(node);
      return true;
    }
    if (open_.back().type == JsonNode::Type::object) node.key = std::move(key_);
    open_.back().items.push_back(std::move(node));
    return true;
  }

  bool open(JsonNode::Type type) {
    if (open_.size() == kDeepest) {
      problem = "nested more than " + std::to_string(kDeepest) + " deep";
      return false;
    }
    JsonNode node = node_of(type);
    node.key = std::move(key_);
    open_.push_back(std::move(node));
    return true;
  }

  bool close() {
    JsonNode node = std::move(open_.back());
    open_.pop_back();
    key_ = std::move(node.key);
    return put(std::move(node));
  }

  std::vector<JsonNode> open_;
  std::string key_;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const {
  for (size_t i = items.size(); i > 0; --i) {
    if (items[i - 1].key == name) return &items[i - 1];
  }
  return nullptr;
}

JsonNode parse_json_object(std::string_view json) {
  TreeBuilder builder;
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &builder)) throw Error("broken JSON: " + builder.problem);
  if (builder.root.type != JsonNode::Type::object) throw Error("not a JSON object");
  return std::move(builder.root);
}

void append_json_node(std::string& out, const JsonNode& node) {
  switch (node.type) {
    case JsonNode::Type::null:
      out += "null";
      return;
    case JsonNode::Type::boolean:
      out += node.truth ? "true" : "false";
      return;
    case JsonNode::Type::number:
      out += node.text;
      return;
    case JsonNode::Type::string:
      append_json_string(out, node.text);
      return;
    default:
      break;
  }
  const bool is_object = node.type == JsonNode::Type::object;
  out += is_object ? '{' : '[';
  for (const JsonNode& item : node.items) {
    if (&item != &node.items.front()) out += ',';
    if (is_object) {
      append_json_string(out, item.key);
      out += ':';
    }
    append_json_node(out, item);
  }
  out += is_object ? '}' : ']';
}

}  // namespace zhibiao
