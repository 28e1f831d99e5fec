// What an audit has to account for, and what it takes as an account. A check that cannot fail is none: the last cases
// must stay unexplained.
#include "check/audit.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/listed.h"
#include "emit/json_tree.h"
#include "observe/observe.h"
#include "segment/outline.h"
#include "tests/run_program.h"
#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

std::string runs_of(const std::string& text) {
  const Points points(text);
  std::string runs;
  for (const NumeralRun& run : numeral_runs(text, Grammar::embedded().data().figures)) {
    runs += (runs.empty() ? "" : " ") + std::string(points[run.span]) + (run.chinese ? "*" : "");
  }
  return runs;
}

TEST(NumeralRunTest, FindsDigitsAndChineseNumerals) {
  const std::pair<std::string, std::string> kCases[] = {
      {"2018年２.６亿元和1,234.5户", "2018 ２.６亿 1,234.5"},
      {"增长3.5万亿元", "3.5万亿"},
      {"1,2,3和1.", "1 2 3 1"},
      {"新建四十二座、三家、两个", "四十二* 三* 两*"},
      {"一个、第一、三农、千方百计", ""},
      {"一百、万一、千万", "一百* 万一* 千万*"},
      {"5千瓦和百分点", "5"},
      {"三十万千瓦", "三十万*"},
      {"单位：万元", ""},
      {"北京市", ""},
      {"<U+00A0>5户<U+3000>", "5"},
      {"", ""},
  };
  for (const auto& [text, runs] : kCases) EXPECT_EQ(runs_of(text), runs) << text;
}

AuditedDocument audited(const std::string& text) {
  const Grammar& grammar = Grammar::embedded();
  Document document;
  document.doc = "a";
  document.text = text;
  AuditInput input;
  input.doc = "a";
  input.text = text;
  Observer observer(grammar);
  for (Sentence& sentence : segment(document).sentences) {
    PreparedSentence prepared = prepare(std::move(sentence), grammar);
    for (Observation& observation : observer.observe(prepared)) input.observations.push_back(std::move(observation));
    input.sentences.push_back(std::move(prepared));
  }
  return Auditor(grammar).audit(std::move(input));
}

std::string accounts_of(const std::string& text) {
  std::string accounts;
  for (const AuditItem& item : audited(text).items) {
    accounts += (accounts.empty() ? "" : " ") + std::string(name_of(item.account));
  }
  return accounts;
}

TEST(AuditTest, SaysWhatAccountsForANumber) {
  const std::pair<std::string, std::string> kCases[] = {
      {"地区生产总值424亿元，增长5.2%。", "observation observation"},
      {"2022年，新增就业5万人。", "period observation"},
      {"“十四五”规划圆满收官，新增就业5万人。", "name observation"},
      {"65岁以上人口12.5万人。", "inside observation"},
      {"PM2.5浓度32.3微克/立方米。", "name observation"},
      {"建设“一二三”工程。", "inside"},
      {"1．20101-人大事务科目9914万元，", "numbering observation"},
      {"表1.2025年收入表…………………29表2.2025年支出表…………………30", "numbering numbering numbering numbering"},
  };
  for (const auto& [text, accounts] : kCases) EXPECT_EQ(accounts_of(text), accounts) << text;
}

TEST(AuditTest, WhatNothingReadsIsUnexplained) {
  const std::string kTexts[] = {"实施七三八坡地治理。", "看见的是83，其余不提。"};
  for (const std::string& text : kTexts) {
    const AuditedDocument document = audited(text);
    ASSERT_EQ(document.items.size(), 1u) << text;
    EXPECT_EQ(document.items[0].account, Account::unexplained) << text << ": " << document.items[0].reason;
    EXPECT_FALSE(document.items[0].reason.empty());
  }
}

// An observation that is taken away leaves its number behind.
TEST(AuditTest, ALostObservationIsSeen) {
  const Grammar& grammar = Grammar::embedded();
  Sentence sentence;
  sentence.n = 1;
  sentence.text = "地区生产总值424亿元。";
  sentence.span = {0, 12};
  AuditInput input;
  input.text = sentence.text;
  input.sentences.push_back(prepare(sentence, grammar));
  const AuditedDocument document = Auditor(grammar).audit(std::move(input));
  ASSERT_EQ(document.items.size(), 1u);
  EXPECT_EQ(document.items[0].account, Account::unexplained);
  EXPECT_EQ(unexplained_share(document.totals.digit_runs), 1);
}

TEST(AuditTest, CountsObservationsWithoutIndicator) {
  AuditInput input;
  input.text = "5龘和6户";
  Observation odd;
  odd.spans.value = {0, 1};
  odd.value_text = "5";
  odd.unit = "龘";
  Observation bare = odd;
  bare.unit.clear();
  bare.indicator = "户数";
  input.observations = {odd, bare};
  const AuditTotals totals = Auditor(Grammar::embedded()).audit(std::move(input)).totals;
  EXPECT_EQ(totals.observations, 2u);
  EXPECT_EQ(totals.without_indicator, 1u);
  EXPECT_EQ(totals.unknown_units, (std::map<std::string, size_t>{{"?龘和", 1}, {"龘", 1}}));
}

TEST(ListedTest, WordsAndQuotations) {
  const Trie words({{"三农", 0}, {"统一", 0}, {"一", 0}});
  EXPECT_EQ(covering_word(words, "服务三农", {6, 9}), "三农");
  EXPECT_EQ(covering_word(words, "统一", {3, 6}), "统一");
  EXPECT_EQ(covering_word(words, "一", {0, 3}), std::nullopt);
  EXPECT_EQ(covering_word(words, "三农五", {0, 12}), std::nullopt);
  EXPECT_TRUE(quoted_briefly("建“三区”和", {6, 9}));
  EXPECT_FALSE(quoted_briefly("建“区”和三区", {15, 18}));
  EXPECT_FALSE(quoted_briefly("“" + std::string(21, 'x') + "三”", {24, 27}));
}

class AuditCommand : public ::testing::Test {
 protected:
  AuditCommand() { folder.write("a.txt", "地区生产总值424亿元。\n实施七三八坡地治理。\n"); }
  ProgramFolder folder;
};

TEST_F(AuditCommand, PrintsPlaceAndExcerptAndTotals) {
  const Ran ran = folder.shell("zhibiao audit a.txt");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("a.txt:2 @15  unexplained ("), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("实施【七三八】坡地治理"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("【424亿】"), std::string::npos);
  EXPECT_NE(folder.shell("zhibiao audit --all a.txt").out.find("【424亿】"), std::string::npos);
}

TEST_F(AuditCommand, IsAFilterToo) {
  for (const char* format : {"table", "json"}) {
    const std::string audit = std::string("zhibiao audit --all --format ") + format;
    const Ran files = folder.shell(audit + " a.txt a.txt");
    const Ran lines =
        folder.shell("zhibiao extract --keep document,sentence --keep-text a.txt a.txt | " + audit + " --lines");
    EXPECT_EQ(files.code, 0);
    EXPECT_EQ(lines.code, 0) << lines.err;
    EXPECT_EQ(files.out, lines.out);
  }
  EXPECT_EQ(folder.shell("zhibiao extract --keep document a.txt | zhibiao audit --lines").code, 4);
}

TEST_F(AuditCommand, JsonLinesAreJson) {
  std::istringstream lines(folder.shell("zhibiao audit --format json a.txt").out);
  std::string line, last;
  for (; std::getline(lines, line); last = line) EXPECT_NO_THROW(parse_json_object(line)) << line;
  const JsonNode total = parse_json_object(last);
  EXPECT_EQ(total.find("documents")->text, "1");
  EXPECT_EQ(total.find("digit_runs")->find("all")->text, "1");
  EXPECT_EQ(total.find("numerals")->find("unexplained")->text, "1");
}

}  // namespace
}  // namespace zhibiao::testing
