// What a reader decided in the page of `view`, laid over observations, and `panel --decisions`.
#include <gtest/gtest.h>

#include "panel/decided_figures.h"
#include "tests/panel_figures.h"
#include "tests/run_program.h"
#include "text/sha256.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

constexpr char kText[] = "地区生产总值424亿元，出口3亿元，进口5亿元。";

Decision decision_on(const Observation& o, Verdict verdict) {
  Decision decision;
  decision.verdict = verdict;
  decision.doc = o.doc;
  decision.sha256 = "hash of " + o.doc;
  decision.value_span = o.spans.value;
  decision.sentence = o.spans.sentence;
  decision.value_text = o.value_text;
  decision.measure = o.measure;
  decision.value = o.value;
  decision.unit = o.unit;
  decision.bound = o.bound;
  decision.indicator = o.indicator;
  decision.scope = o.scope;
  decision.period = o.period;
  decision.status = o.status;
  return decision;
}

Observation at_place(Observation o, Span place) {
  o.spans.value = place;
  o.spans.sentence = {0, 27};
  return o;
}

DecidedFigures on_a(std::vector<Decision> decisions) {
  DecidedFigures decided(std::move(decisions), Grammar::embedded());
  decided.add(report("a", 2023), kText);
  return decided;
}

TEST(DecidedFigures, RightOnesStayByteForByte) {
  Observation o = at_place(gdp("a", 1, "424"), {6, 11});
  o.subject = "甲";
  DecidedFigures decided = on_a({decision_on(o, Verdict::right)});
  const Observation before = o;
  EXPECT_EQ(decided.apply(o), Verdict::right);
  EXPECT_EQ(o, before);
  EXPECT_TRUE(decided.missed().empty());
}

TEST(DecidedFigures, CorrectedOnesAreAsTheReaderWants) {
  Observation o = at_place(gdp("a", 1, "424"), {6, 11});
  o.members = {"出口", "进口"};
  o.subject = "甲";
  o.spans.indicator = Span{0, 6};
  o.spans.period = Span{2, 6};
  Decision decision = decision_on(o, Verdict::corrected);
  decision.indicator = "社会消费品零售总额";
  decision.value = Decimal::parse("42.5");
  decision.unit = "万元";
  decision.status = Status::estimate;
  DecidedFigures decided = on_a({decision});
  EXPECT_EQ(decided.apply(o), Verdict::corrected);
  EXPECT_EQ(o.indicator, "社会消费品零售总额");
  EXPECT_EQ(o.indicator_id, "retail_sales");
  EXPECT_TRUE(o.members.empty());
  EXPECT_FALSE(o.spans.indicator);
  EXPECT_EQ(o.base_value, "425000");
  EXPECT_EQ(o.base_unit, "元");
  EXPECT_EQ(o.status, Status::estimate);
  EXPECT_EQ(o.spans.period, (Span{2, 6}));
  EXPECT_EQ(o.subject, "甲");
  EXPECT_EQ(o.region, "甲县");
}

TEST(DecidedFigures, ARightOneOutlivesAGrammarThatReadsItOtherwise) {
  const Observation then = at_place(gdp("a", 1, "424"), {6, 11});
  Observation now = then;
  now.period = "2020";
  now.id = 7;
  DecidedFigures decided = on_a({decision_on(then, Verdict::right)});
  EXPECT_EQ(decided.apply(now), Verdict::right);
  EXPECT_EQ(now.period, "2022");
  Observation cut_otherwise = at_place(gdp("a", 1, "424"), {5, 11});
  DecidedFigures again = on_a({decision_on(then, Verdict::wrong)});
  EXPECT_EQ(again.apply(cut_otherwise), Verdict::wrong);
}

TEST(DecidedFigures, TheNextPlaceIsAnotherFigure) {
  const Observation decided_on = at_place(gdp("a", 1, "424"), {6, 11});
  Observation neighbour = at_place(gdp("a", 2, "5"), {11, 14});
  DecidedFigures decided = on_a({decision_on(decided_on, Verdict::corrected)});
  EXPECT_EQ(decided.apply(neighbour), std::nullopt);
  Observation elsewhere = at_place(gdp("b", 1, "424"), {6, 11});
  EXPECT_EQ(decided.apply(elsewhere), std::nullopt);
}

TEST(DecidedFigures, MissedOnesAreMadeWithTheirSentence) {
  Observation found = at_place(gdp("a", 4, "424"), {6, 11});
  Observation missed = at_place(gdp("a", 0, "3"), {14, 17});
  missed.value_text = "3亿元";
  missed.indicator = "出口";
  DecidedFigures decided = on_a({decision_on(found, Verdict::wrong), decision_on(missed, Verdict::added)});
  EXPECT_EQ(decided.apply(found), Verdict::wrong);
  const std::vector<DecidedFigure> made = decided.missed();
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].verdict, Verdict::added);
  const Observation& o = made[0].observation;
  EXPECT_EQ(o.id, 5u);
  EXPECT_EQ(o.indicator, "出口");
  EXPECT_EQ(o.base_value, "300000000");
  EXPECT_EQ(o.sentence, kText);
  EXPECT_EQ(o.spans.value, (Span{14, 17}));
  EXPECT_EQ(o.region, "甲县");
}

TEST(DecidedFigures, WhatIsAboutNoReportHereIsTold) {
  const Observation here = at_place(gdp("a", 1, "1"), {6, 11}), there = at_place(gdp("c", 1, "1"), {6, 11});
  EXPECT_EQ(on_a({decision_on(here, Verdict::right)}).foreign(), nullptr);
  const DecidedFigures decided = on_a({decision_on(here, Verdict::right), decision_on(there, Verdict::right)});
  ASSERT_NE(decided.foreign(), nullptr);
  EXPECT_EQ(decided.foreign()->doc, "c");
}

TEST(PanelChoice, WhatAReaderRejectedIsNeverChosen) {
  Panel panel;
  panel.add(report("a", 2023));
  panel.add(report("b", 2024));
  panel.add(gdp("a", 1, "424"), "right");
  panel.add(gdp("b", 1, "4"), "wrong");
  panel.choose();
  EXPECT_EQ(chosen(panel), (std::vector<std::string>{"a:1 only"}));
  EXPECT_EQ(at(panel.row(panel.figures()[1]), LongField::reason), "rejected");
  EXPECT_EQ(at(panel.row(panel.figures()[0]), LongField::decision), "right");
}

class PanelDecisions : public ::testing::Test {
 protected:
  // The value of 出口 corrected, that of 进口 wrong, and 9亿元 at the place of 内销, which nothing reads, added.
  PanelDecisions() {
    folder.write("a.txt", text_);
    const std::string sha = sha256_hex(text_);
    folder.write("d.jsonl", line(sha, "corrected", "出口总额", "30亿元", 18) +
                                line(sha, "wrong", "进口总额", "5亿元", 26) + line(sha, "added", "内销", "9亿元", 30));
  }

  static std::string line(const std::string& sha, const std::string& verdict, const std::string& indicator,
                          const std::string& value, int begin) {
    const std::string place = "[" + std::to_string(begin) + ", " + std::to_string(begin + 3) + "]";
    return R"({"doc": "x", "sha256": ")" + sha + R"(", "verdict": ")" + verdict + R"(", "value_span": )" + place +
           R"(, "sentence": [14, 35], "value_text": ")" + value + R"(", "measure": "level", "value": )" +
           std::to_string(std::stoi(value)) + R"(, "unit": "亿元", "bound": "exact", "indicator_min": ")" + indicator +
           R"(", "indicator_max": ")" + indicator + R"(", "period": "2022", "status": "actual"})" + "\n";
  }

  // Of 2022: what came of the place of each decision.
  std::string rows(const std::string& panel) const {
    return folder
        .shell("zhibiao panel a.txt --decisions d.jsonl " + panel +
               " | python3 -c \"import csv, sys\nfor r in csv.DictReader(sys.stdin): print(*(r[k] for k in "
               "('id', 'indicator', 'value', 'decision', 'chosen', 'reason', 'sentence')))\"")
        .out;
  }

  const std::string text_ = "甲县2022年国民经济公报\n出口总额3亿元，进口总额5亿元。九的平方。\n";
  ProgramFolder folder;
};

TEST_F(PanelDecisions, TheLongTableTellsThem) {
  EXPECT_EQ(rows(""), R"(1 出口总额 30 corrected true only 出口总额3亿元，进口总额5亿元。
2 进口总额 5 wrong false rejected 出口总额3亿元，进口总额5亿元。
3 内销 9 added true only 出口总额3亿元，进口总额5亿元。九的平方。
)");
}

TEST_F(PanelDecisions, ARenamedReportOrLinesOfItAreTheSame) {
  const std::string direct =
      folder.shell("zhibiao panel a.txt --decisions d.jsonl --indicators 出口总额,进口总额,内销").out;
  EXPECT_NE(direct.find("3000000000"), std::string::npos) << direct;
  EXPECT_NE(direct.find("900000000"), std::string::npos) << direct;
  EXPECT_EQ(direct.find("500000000,"), std::string::npos) << direct;
  EXPECT_EQ(folder
                .shell("zhibiao extract --keep document --keep-text a.txt | zhibiao panel --decisions d.jsonl "
                       "--indicators 出口总额,进口总额,内销")
                .out,
            direct);
  const Ran hashless = folder.shell("zhibiao extract a.txt | zhibiao panel --decisions d.jsonl");
  EXPECT_NE(hashless.err.find("without their hash"), std::string::npos) << hashless.err;
}

TEST_F(PanelDecisions, TheDatabaseHeedsThem) {
#if ZHIBIAO_SQLITE
  const Ran ran = folder.shell(
      "zhibiao panel a.txt --decisions d.jsonl -o p.sqlite && python3 -c \"import sqlite3\nd = "
      "sqlite3.connect('p.sqlite')\nfor r in d.execute('SELECT indicator, value, decision FROM chosen ORDER BY id'): "
      "print(*r)\"");
  EXPECT_EQ(ran.out, "出口总额 30.0 corrected\n内销 9.0 added\n") << ran.err;
#endif
}

TEST_F(PanelDecisions, AFileThatIsNoneIsWrongUse) {
  folder.write("bad.jsonl", "{}\n");
  const Ran ran = folder.shell("zhibiao panel a.txt --decisions bad.jsonl");
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("bad.jsonl: line 1: no \"verdict\""), std::string::npos) << ran.err;
  EXPECT_EQ(folder.shell("zhibiao panel a.txt --decisions nowhere.jsonl").code, 2);
}

}  // namespace
}  // namespace zhibiao::testing
