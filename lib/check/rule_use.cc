#include "check/rule_use.h"

namespace zhibiao {

void RuleUse::see(const PreparedSentence& sentence) {
  for (const Mention& mention : sentence.matched.mentions) fired_.insert(mention.rule);
  const std::vector<Token>& tokens = sentence.skeleton.tokens;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!is_value(tokens[i].token_class)) continue;
    const std::optional<Reading> reading = readings_.read(sentence.skeleton, i, grammar_.data());
    if (reading) fired_.insert(reading->rule->name);
  }
}

std::vector<RuleInfo> RuleUse::unused() const {
  std::vector<RuleInfo> rules;
  for (const RuleInfo& rule : grammar_.rules()) {
    if (!fired_.contains(rule.name)) rules.push_back(rule);
  }
  return rules;
}

}  // namespace zhibiao
