// The same scores as one JSON object.
#include <charconv>

#include "check/score_report.h"
#include "emit/json.h"

namespace zhibiao {
namespace {

// `{"a":1,"b":2}` key by key.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObject() { out_ += '}'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  std::string& key(std::string_view name) {
    if (!empty_) out_ += ',';
    empty_ = false;
    append_json_string(out_, name);
    out_ += ':';
    return out_;
  }
  void text(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
  void number(std::string_view name, int value) { key(name) += std::to_string(value); }
  void number(std::string_view name, double value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    key(name).append(digits, end);
  }

 private:
  std::string& out_;
  bool empty_ = true;
};

void append_score(std::string& out, int right, const Tally& tally) {
  const Score score = score_of(right, tally);
  JsonObject object(out);
  object.number("p", score.precision);
  object.number("r", score.recall);
  object.number("f1", score.f1);
}

void append_tally(JsonObject& object, const Tally& tally) {
  object.number("gold", tally.gold);
  object.number("pred", tally.predicted);
  append_score(object.key("found"), tally.found, tally);
  append_score(object.key("number"), tally.number, tally);
  append_score(object.key("fact"), tally.fact, tally);
  append_score(object.key("record"), tally.record, tally);
  {
    JsonObject attributes(object.key("attributes"));
    for (size_t a = 0; a < kAttributes.size(); ++a) {
      attributes.number(kAttributes[a], static_cast<double>(tally.right[a]) / std::max(tally.found, 1));
    }
  }
  JsonObject names(object.key("names"));
  for (size_t n = 0; n < kNameFits.size(); ++n) names.number(kNameFits[n], tally.names[n]);
}

// Calls append(item) for each, with brackets and commas around.
template <typename Items, typename Append>
void append_array(std::string& out, const Items& items, Append append) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

void append_difference(std::string& out, const ScoredFile& file, const Difference& difference) {
  constexpr std::string_view kKinds[] = {"missed", "wrong", "spurious"};
  const bool spurious = difference.kind == DifferenceKind::spurious;
  JsonObject object(out);
  object.text("file", file.name);
  object.text("kind", kKinds[static_cast<size_t>(difference.kind)]);
  object.text("value_text", spurious ? difference.answer.value_text : difference.row.want.value_text);
  if (const std::optional<Span> span = difference.span()) {
    object.key("span") += "[" + std::to_string(span->begin) + "," + std::to_string(span->end) + "]";
  }
  if (!difference.answer.rule.empty()) object.text("rule", difference.answer.rule);
  append_array(object.key("wrong"), difference.wrong, [&](size_t a) {
    JsonObject one(out);
    one.text("attribute", kAttributes[a]);
    one.text("want", wanted(difference, a));
    one.text("got", given(difference, a));
  });
}

void append_all_differences(std::string& out, const std::vector<ScoredFile>& files) {
  out += '[';
  bool first = true;
  for (const ScoredFile& file : files) {
    for (const Difference& difference : file.scored.differences) {
      if (!first) out += ',';
      first = false;
      append_difference(out, file, difference);
    }
  }
  out += ']';
}

}  // namespace

void append_scores_json(std::string& out, const std::vector<ScoredFile>& files, bool with_differences) {
  Tally total;
  std::map<std::string, Tally> kinds;
  for (const ScoredFile& file : files) {
    total.add(file.scored.tally);
    if (!file.kind.empty()) kinds[file.kind].add(file.scored.tally);
  }
  {
    JsonObject object(out);
    append_tally(object, total);
    append_array(object.key("files"), files, [&out](const ScoredFile& file) {
      JsonObject one(out);
      one.text("file", file.name);
      append_tally(one, file.scored.tally);
    });
    append_array(object.key("kinds"), kinds, [&out](const auto& kind) {
      JsonObject one(out);
      one.text("kind", kind.first);
      append_tally(one, kind.second);
    });
    append_array(object.key("rules"), total.rules, [&out](const auto& rule) {
      JsonObject one(out);
      one.text("rule", rule.first);
      one.number("matched", rule.second.matched);
      one.number("right", rule.second.right);
      one.number("spurious", rule.second.spurious);
    });
    if (with_differences) append_all_differences(object.key("differences"), files);
  }
  out += '\n';
}

}  // namespace zhibiao
