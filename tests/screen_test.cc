#include "grammar/screen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "grammar/data.h"
#include "grammar/matcher.h"
#include "testing.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

std::vector<size_t> candidates(const Screen& screen, std::string_view text) {
  std::vector<size_t> found;
  screen.each_candidate(text, [&found](size_t index, Screen::Reach) { found.push_back(index); });
  return found;
}

bool may_match(const std::string& pattern, std::string_view text) {
  return !candidates(Screen({demand_of(pattern, false)}, false), text).empty();
}

struct Case {
  std::string pattern, text;
  bool passes;
};

const Case kCases[] = {
    {"[0-9]年", "2022年", true},
    {"[0-9]年", "年2022", false},
    {"(?P<y>[0-9]{4})年(?:度|末)?", "12年", true},  // a pair says nothing of what stands further off
    {"(?P<y>[0-9]{4})年(?:度|末)?", "1年", false},
    {"[一二三四1-4]个?季度", "一个季度", true},
    {"[一二三四1-4]个?季度", "第一季度", true},
    {"[一二三四1-4]个?季度", "本季度", false},
    {"五年来|全年", "全年", true},
    {"五年来|全年", "五年", false},
    {"^一、", "一、回顾", true},
    {"^一、", "十一、回顾", false},
    {"^[ ]*[0-9]+", " 7", true},
    {"是", "一是", true},
    {"是", "否", false},
    {"[^，。]是", "，是", false},
    {"[^，。]是", "\xF0\xA0\x80\x80是", true},
    {"[\xF0\xA0\x80\x80-\xF0\xA0\x80\x85]年", "\xF0\xAA\x80\x80年", true},  // rare characters are all one
    // Not understood, or nothing is needed: always looked at.
    {"(?:是)?", "否", true},
    {"(?i)gdp", "GDP", true},
    {"\\d年", "五年", true},
    {"x{0,2}", "", true},
    {"(?:^一|^二)", "十二", false},
    {"(?:^[ ]*|：)第[一二]，", "：第一，", true},
    {"(?:^[ ]*|：)第[一二]，", "：第一", false},
    {"一(?:^二)", "一", true},
    {"[0-9]{2}", "2和3", false},
    {"x{1}", "x", true},
};

TEST(Screen, LetsThroughWhatMayMatch) {
  for (const Case& c : kCases) EXPECT_EQ(may_match(c.pattern, c.text), c.passes) << c.pattern << " in " << c.text;
}

TEST(Screen, OfNothingHasNoCandidates) { EXPECT_TRUE(candidates(Screen(), "一").empty()); }

// More needs than there are bits for: no pattern is lost.
TEST(Screen, HoldsManyPatterns) {
  std::vector<Demand> demands;
  for (int i = 0; i < 400; ++i) {
    std::string character;
    append_utf8(character, static_cast<char32_t>(0x4E00 + i));
    demands.push_back(demand_of(character + "年", false));
  }
  const std::vector<size_t> found = candidates(Screen(demands, false), "丈年");
  EXPECT_NE(std::find(found.begin(), found.end(), 8u), found.end());
}

// Whatever a rule of the grammar matches, the screen lets through.
TEST(Screen, PassesAllThatTheGrammarMatches) {
  const GrammarData& grammar = Grammar::embedded().data();
  std::vector<Group> groups;
  for (const Example& example : grammar.examples) {
    const std::string text = folded(example.text);
    const std::vector<size_t> passed = candidates(grammar.mention_screen, text);
    for (size_t i = 0; i < grammar.mention_rules.size(); ++i) {
      const bool passes = std::find(passed.begin(), passed.end(), i) != passed.end();
      const MentionRule& rule = grammar.mention_rules[i];
      ASSERT_TRUE(passes || !rule.expression.find(text, 0, groups)) << rule.name << " in " << text;
    }
  }
}

}  // namespace
}  // namespace zhibiao
