// Doubts about a grammar, rules that never fire, and the rule that came nearest.
#include "grammar/lint.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/near_miss.h"
#include "check/rule_use.h"
#include "grammar/alternatives.h"
#include "tests/run_program.h"

namespace zhibiao {
namespace {

TEST(AlternativesTest, ABeginningShadowsOnlyAtTheEnd) {
  struct Case {
    std::string expression;
    std::vector<std::string> later;
  };
  const Case kCases[] = {
      {"增长|增长率", {"增长率"}},
      {"增长率|增长", {}},
      {"同比(?:增长|增长率)", {"增长率"}},
      {"同比(?:增长|增长率)?", {"增长率"}},
      {"(?:增长|增长率)的", {}},
      {"(?:增长|下降|增长)的", {"增长"}},
      {"(?P<n>a|(?:b|bc))", {"bc"}},
      {"[a|ab]|ab", {}},
      {"a\\|b|a\\|bc", {"a|bc"}},
      {"a[0-9]|a[0-9]b", {}},
      {"", {}},
      {"(a|ab", {"ab"}},  // does not load, must not hang
  };
  for (const Case& one : kCases) {
    std::vector<std::string> later;
    for (const ShadowedAlternative& shadowed : shadowed_alternatives(one.expression)) later.push_back(shadowed.later);
    EXPECT_EQ(later, one.later) << one.expression;
  }
}

TEST(AlternativesTest, Wildcards) {
  EXPECT_TRUE(has_wildcard("a.b"));
  EXPECT_TRUE(has_wildcard("a(?:.|b)"));
  EXPECT_FALSE(has_wildcard("[.．]\\.(?:[.])"));
}

constexpr char kRule[] = "\naccepts = ['a => level=1']\nrejects = ['b']\n";

TEST(LintTest, TellsEachDoubtWithItsPlace) {
  const GrammarFiles files = {
      {"lexicon/cue.tsv", "增长\trise\n"},
      {"lexicon/head.tsv", "收入\n增长\n"},
      {"lexicon/indicator.tsv", "收入\t收入\n"},
      {"mention/a.toml", std::string("[name.a]\nkind = 'name'\nmatch = '增长|增长率'") + kRule +
                             "[name.b]\nkind = 'name'\nmatch = '增长|增长率'" + kRule},
      {"fact/a.toml", std::string("[level.a]\nmatch = '<rise> <level:percent>'") + kRule +
                          "[level.b]\nmatch = '<rise><level:percent>'" + kRule},
  };
  std::string warnings;
  for (const std::string& warning : lint_grammar(files)) warnings += warning + "\n";
  const std::string kWanted[] = {
      "lexicon/head.tsv:2: 增长: of another class in lexicon/cue.tsv",
      "lexicon/head.tsv:1: 收入: of another class in lexicon/indicator.tsv",
      "mention/a.toml:3: name.a: 增长率 never matches: 增长 stands before it",
      "name.b: says the same as mention/a.toml:3: name.a",
      "level.b: says the same as fact/a.toml:2: level.a",
  };
  for (const std::string& wanted : kWanted) EXPECT_NE(warnings.find(wanted), std::string::npos) << wanted << warnings;
}

TEST(NearMissTest, SplitsARuleIntoElements) {
  const std::optional<RuleElements> rule =
      rule_elements("r", "(<indicator:noun>)? {{mid}} <rise|fall>+ <growth:percent> (<of> (<text>|<head>))*");
  ASSERT_TRUE(rule.has_value());
  EXPECT_EQ(rule->left, (std::vector<std::string>{"(<indicator:noun>)?", "{{mid}}", "<rise|fall>+"}));
  EXPECT_EQ(rule->value, "<growth:percent>");
  EXPECT_EQ(rule->right, (std::vector<std::string>{"(<of> (<text>|<head>))*"}));
  EXPECT_FALSE(rule_elements("r", "(<rise> <level:percent>)"));
}

TEST(NearMissTest, NamesTheElementThatFails) {
  const std::string fact =
      "[define]\nmid = '(<adverb>)*'\n[growth.of]\nmatch = '<reach> {{mid}} <growth:percent> <of> <rise>'" +
      std::string(kRule) + "[level.far]\nmatch = '<share> <level:percent> <of> <fall>'" + kRule;
  const GrammarFiles files = {
      {"lexicon/cue.tsv", "增长\trise\n实现\treach\n占\tshare\n下降\tfall\n"},
      {"lexicon/particle.tsv", "的\tof\n"},
      {"lexicon/unit.tsv", "%\tpercent\t%\t1\n"},
      {"lexicon/idiom.tsv", "统一\tidiom\n"},
      {"fact/a.toml", fact},
  };
  const Grammar grammar = Grammar::parse(files);
  Sentence sentence;
  sentence.text = "实现5%的提升";
  sentence.span = {0, 7};
  const PreparedSentence prepared = prepare(std::move(sentence), grammar);
  const std::vector<NearMiss> misses = NearMissFinder(files).find(prepared.skeleton, 1);
  ASSERT_EQ(misses.size(), 2u);
  EXPECT_EQ(misses[0].rule, "growth.of");
  EXPECT_EQ(misses[0].element, "<rise>");
  EXPECT_FALSE(misses[0].left);
  EXPECT_EQ(misses[0].there, "提升/text");
  EXPECT_EQ(misses[0].held, 2);
  EXPECT_EQ(misses[0].needed, 3);
  EXPECT_EQ(misses[1].element, "<share>");
  EXPECT_TRUE(misses[1].left);
}

TEST(RuleUseTest, ARuleThatWinsIsUsed) {
  const Grammar& grammar = Grammar::embedded();
  RuleUse use(grammar);
  const size_t all = use.unused().size();
  EXPECT_EQ(all, grammar.rules().size());
  Sentence sentence;
  sentence.text = "地区生产总值424亿元。";
  sentence.span = {0, 12};
  use.see(prepare(std::move(sentence), grammar));
  EXPECT_EQ(use.unused().size(), all - 1);
}

class GrammarCommand : public testing::Test {
 protected:
  ProgramFolder folder;
};

TEST_F(GrammarCommand, UnusedListsRules) {
  folder.write("a.txt", "地区生产总值424亿元。\n");
  const Ran ran = folder.shell("zhibiao grammar check --unused a.txt");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find(" never fires\n"), std::string::npos);
  EXPECT_NE(ran.out.find("rules never fire on these reports\n"), std::string::npos);
}

TEST_F(GrammarCommand, WarningsAreProblemsOnlyWhenStrict) {
  folder.shell("mkdir -p g/lexicon g/mention g/fact");
  folder.write("g/lexicon/head.tsv", "收入\n");
  folder.write("g/lexicon/guard.tsv", "收入\n");
  EXPECT_EQ(folder.shell("zhibiao grammar check --grammars g").code, 0);
  EXPECT_NE(folder.shell("zhibiao grammar check --grammars g").err.find("收入"), std::string::npos);
  EXPECT_EQ(folder.shell("zhibiao grammar check --grammars g --strict").code, 3);
}

TEST_F(GrammarCommand, ExplainTellsWhyNot) {
  folder.write("a.txt", "地区生产总值预计实现424亿元，增速-2.6%。\n");
  const Ran ran = folder.shell("zhibiao explain --file a.txt --at 10");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("rules that 424亿元 nearly fits"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("rules that -2.6% nearly fits"), std::string::npos);
}

TEST_F(GrammarCommand, ExplainTellsWhyARuleThatMatchesGivesNothing) {
  EXPECT_NE(folder.shell("zhibiao explain '我县用三年时间打赢脱贫攻坚战。'")
                .out.find("=> no observation: level.skip_time skips it"),
            std::string::npos);
  folder.write("a.txt", "2022年政府工作报告\n一、实施10项工程\n财政收入增长5%。\n");
  const Ran ran = folder.shell("zhibiao explain --file a.txt --at 17");
  EXPECT_NE(ran.out.find("=> no observation: it stands in a heading"), std::string::npos) << ran.out;
}

// 增长 may be a cue and head a table's column; units and idioms are read apart, too.
TEST(LintTest, ListsThatAreReadApartShareWords) {
  const GrammarFiles files = {{"lexicon/cue.tsv", "增长\trise\n"},
                              {"lexicon/column.tsv", "增长\tgrowth\n"},
                              {"lexicon/unit.tsv", "增长\tcount\t增长\t1\n"},
                              {"lexicon/idiom.tsv", "增长\tidiom\n"}};
  EXPECT_TRUE(lint_grammar(files).empty());
}

}  // namespace
}  // namespace zhibiao
