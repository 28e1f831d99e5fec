// How each value of a sentence was read, in words; and the check of a rule's example lines.
#include <algorithm>

#include "grammar/match.h"
#include "observe/context.h"
#include "observe/observe.h"
#include "segment/outline.h"

namespace zhibiao {

namespace {

std::string tokens_line(const Skeleton& skeleton) {
  std::string line;
  for (size_t i = 0; i < skeleton.tokens.size(); ++i) {
    line += i == 0 ? "" : " ";
    line += std::string(skeleton.text(i)) + "/" + std::string(class_name(skeleton.tokens[i].token_class));
  }
  return line;
}

std::string window_text(const Skeleton& skeleton, const Window& window, const Group& group) {
  std::string text;
  for (int i = group.begin; i < group.end; ++i) text += skeleton.text(window.begin + static_cast<size_t>(i));
  return text;
}

void tell_candidate(const Skeleton& skeleton, const Window& window, const Candidate& candidate, bool won,
                    const GrammarData& grammar, std::string& story) {
  const FactRule& rule = grammar.fact_rules[candidate.rule];
  story += std::string("    ") + (won ? "+ " : "- ") + rule.name + " (" + std::to_string(candidate.filled) +
           " filled, " + std::to_string(candidate.gap) +
           " between): " + window_text(skeleton, window, candidate.groups[0]) + "\n";
  for (const auto& [role, number] : rule.groups)
    if (candidate.groups[number].matched() && candidate.groups[number].begin < candidate.groups[number].end)
      story += "        " + role + " = " + window_text(skeleton, window, candidate.groups[number]) + "\n";
}

// "" when the rules that match say enough.
std::string why_none(SentenceKind kind, const std::vector<Candidate>& candidates, const GrammarData& grammar) {
  if (kind == SentenceKind::heading) return ": it stands in a heading";
  if (kind == SentenceKind::front) return ": it stands before the report proper";
  if (kind == SentenceKind::back) return ": it stands behind the report proper";
  if (candidates.empty()) return "";
  const FactRule& rule = grammar.fact_rules[candidates.front().rule];
  return rule.role == ValueRole::skip ? ": " + rule.name + " skips it" : "";
}

void tell_value(const Skeleton& skeleton, size_t token, const std::vector<Observation>& found, const Mention& mention,
                SentenceKind kind, const GrammarData& grammar, std::string& story) {
  story += "  " + mention.text + "/" + std::string(class_name(skeleton.tokens[token].token_class)) + "\n";
  const Window window = window_around(skeleton, token);
  const std::vector<Candidate> candidates = candidates_for(window.bytes, grammar);
  const auto it =
      std::find_if(found.begin(), found.end(), [&](const Observation& o) { return o.spans.value == mention.span; });
  if (it != found.end())
    story += "    => #" + std::to_string(it->id) + " " + (it->indicator.empty() ? "(no indicator)" : it->indicator) +
             (it->scope.empty() ? "" : " [" + it->scope + "]") + " " + it->value_text + " " + it->period + "\n";
  else
    story += "    => no observation" + why_none(kind, candidates, grammar) + "\n";
  if (candidates.empty()) story += "    no rule matches around it\n";
  for (size_t i = 0; i < candidates.size(); ++i)
    tell_candidate(skeleton, window, candidates[i], i == 0, grammar, story);
}

// The roles of an example line: `indicator=地区生产总值 growth=5.2%`.
std::string role_value(const Observation& observation, const std::string& role) {
  if (role == "indicator") return observation.indicator;
  if (role == "scope") return observation.scope;
  if (role == "period") return observation.period;
  if (role == "basis") return observation.basis;
  if (role == "condition") return observation.condition;
  if (role == "rank_scope") return observation.rank_scope;
  if (role == "ratio_to") return observation.ratio_to;
  if (role == "tone") return observation.tone;
  return "";
}

// A signed role tells the value as it is printed: fall=-2%, growth=5.2%; the others the text.
bool value_holds(const Observation& observation, const std::string& want) {
  if (observation.value_text == want) return true;
  return observation.value && observation.value->to_string() + observation.unit == want;
}

bool holds(const Observation& observation, const std::string& want) {
  for (size_t begin = 0; begin < want.size();) {
    const size_t end = std::min(want.find(' ', begin), want.size());
    const std::string pair = want.substr(begin, end - begin);
    begin = end + 1;
    const size_t equals = pair.find('=');
    if (equals == std::string::npos) return false;
    const std::string role = pair.substr(0, equals), value = pair.substr(equals + 1);
    static constexpr std::string_view kText[] = {"indicator", "scope",      "period",   "basis",
                                                 "condition", "rank_scope", "ratio_to", "tone"};
    const bool text = std::find(std::begin(kText), std::end(kText), role) != std::end(kText);
    if (text ? role_value(observation, role) != value : !value_holds(observation, value)) return false;
  }
  return true;
}

std::string told(const std::vector<Observation>& found) {
  std::string out;
  for (const Observation& o : found)
    out += (out.empty() ? "" : "; ") + o.indicator + " " + (o.value ? o.value->to_string() + o.unit : o.value_text) +
           " (" + o.rules.front() + ")";
  return out.empty() ? "nothing" : out;
}

}  // namespace

std::vector<Observation> Observer::explain(const MatchedSentence& matched, std::string& story) {
  std::vector<Observation> found = observe(matched);
  const GrammarData& data = grammar_.data();
  const Skeleton skeleton =
      make_skeleton(fold(matched.sentence.text, matched.sentence.span.begin), matched.mentions, data);
  story += matched.sentence.text + "\n  words: " + tokens_line(skeleton) + "\n";
  for (const Mention& mention : matched.mentions)
    if (mention.inside || !mention.figure)
      story += "  " + mention.text + ": " + mention.rule +
               (mention.canonical.empty() ? "" : " → " + mention.canonical) + "\n";
  for (size_t i = 0; i < skeleton.tokens.size(); ++i)
    if (is_value(skeleton.tokens[i].token_class))
      tell_value(skeleton, i, found, matched.mentions[static_cast<size_t>(skeleton.tokens[i].mention)],
                 matched.sentence.kind, data, story);
  return found;
}

std::string run_example(const Example& example, const Grammar& grammar) {
  Sentence sentence;
  sentence.n = 1;
  sentence.text = example.text;
  sentence.span = {0,
                   static_cast<uint32_t>(fold(example.text, 0).at.empty() ? 0 : fold(example.text, 0).at.back() + 1)};
  const MatchedSentence matched = match(std::move(sentence), grammar);
  const std::vector<Observation> found = Observer(grammar).observe(matched);
  bool used = false;
  for (const Mention& mention : matched.mentions) used |= mention.rule == example.rule;
  for (const Observation& o : found) used |= std::find(o.rules.begin(), o.rules.end(), example.rule) != o.rules.end();
  if (!example.accepts) return used ? "the rule must not apply to: " + example.text : "";
  const bool skips = example.want.starts_with("skip=");
  if (!used && !skips) return "the rule does not apply to: " + example.text + " (found " + told(found) + ")";
  if (skips || std::any_of(found.begin(), found.end(), [&](const Observation& o) { return holds(o, example.want); }))
    return "";
  return "wanted " + example.want + ", found " + told(found) + " in: " + example.text;
}

}  // namespace zhibiao
