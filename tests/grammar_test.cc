// Every accepting and rejecting line of the embedded grammar is a test case of its own.
#include "grammar/grammar.h"

#include <gtest/gtest.h>

#include <cctype>
#include <ostream>
#include <string>
#include <vector>

#include "grammar/data.h"
#include "observe/observe.h"
#include "text/error.h"

namespace zhibiao {

void PrintTo(const Example& example, std::ostream* out) { *out << example.file << ":" << example.line; }

namespace {

// Empty when the grammar does not load; GrammarTest.Loads says why.
std::vector<Example> all_examples() {
  try {
    return Grammar::embedded().examples();
  } catch (const Error&) {
    return {};
  }
}

std::string case_name(const ::testing::TestParamInfo<Example>& info) {
  std::string name = info.param.rule;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name + (info.param.accepts ? "_accepts_" : "_rejects_") + std::to_string(info.index);
}

TEST(GrammarTest, Loads) {
  const Grammar& grammar = Grammar::embedded();
  EXPECT_EQ(grammar.hash().size(), 16u);
  EXPECT_FALSE(grammar.rules().empty());
  EXPECT_FALSE(grammar.word_lists().empty());
}

// They are compiled when they are needed.
TEST(GrammarTest, AllExpressionsAreRight) {
  const GrammarData& data = Grammar::embedded().data();
  for (const MentionRule& rule : data.mention_rules) EXPECT_NO_THROW(rule.expression.check()) << rule.name;
  for (const auto* rules : {&data.inside_rules, &data.fact_rules})
    for (const FactRule& rule : *rules) {
      EXPECT_NO_THROW(rule.expression.check()) << rule.name;
      EXPECT_EQ(rule.expression.group_names().at(rule.value_group), "value") << rule.name;
    }
}

TEST(GrammarTest, EveryRuleHasItsProof) {
  for (const RuleInfo& rule : Grammar::embedded().rules()) {
    int accepts = 0, rejects = 0;
    for (const Example& example : Grammar::embedded().examples()) {
      if (example.rule == rule.name) ++(example.accepts ? accepts : rejects);
    }
    EXPECT_GT(accepts, 0) << rule.file << ":" << rule.line << ": " << rule.name << ": no accepting example";
    EXPECT_GT(rejects, 0) << rule.file << ":" << rule.line << ": " << rule.name << ": no rejecting example";
  }
}

class ExampleTest : public ::testing::TestWithParam<Example> {};

TEST_P(ExampleTest, Holds) {
  const Example& example = GetParam();
  EXPECT_EQ(run_example(example, Grammar::embedded()), "")
      << example.file << ":" << example.line << ": " << example.rule << ": "
      << (example.accepts ? "accepts " : "rejects ") << example.text;
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ExampleTest);
INSTANTIATE_TEST_SUITE_P(Grammar, ExampleTest, ::testing::ValuesIn(all_examples()), case_name);

}  // namespace
}  // namespace zhibiao
