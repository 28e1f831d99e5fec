// What lines become on their way to a page, `view` as a command, and a reader's decisions on their way from its page to
// `eval`.
#include <gtest/gtest.h>

#include <algorithm>

#include "check/decided.h"
#include "check/score.h"
#include "tests/run_program.h"
#include "text/error.h"
#include "text/sha256.h"
#include "view/collect.h"
#include "zhibiao.h"

namespace zhibiao {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(ViewCollectTest, FindingAndErrorLinesGoToTheirReports) {
  ViewCollector collector;
  collector.add(Finding{"a.txt", "growth", false, {{"a.txt", 2}, {"a.txt", 1}}, "5", "6.1", "-1.1", "", "%", "不符"});
  collector.add(OtherLine{R"({"type":"remark","doc":"b.txt"})"});
  collector.add(ErrorLine{"a.txt", std::nullopt, "read", "is no text"});
  collector.add(ErrorLine{std::nullopt, 3, "canon", "broken"});
  const ViewPage page = collector.take();
  ASSERT_EQ(page.reports.size(), 1u);
  const ViewReport& report = page.reports.front();
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings.front().observations, (std::vector<FigureId>{{"a.txt", 2}, {"a.txt", 1}}));
  EXPECT_EQ(report.findings.front().computed, "6.1");
  EXPECT_EQ(report.errors, std::vector<std::string>{"read: is no text"});
  EXPECT_EQ(page.errors, std::vector<std::string>{"canon: broken"});
}

TEST(ViewCommandTest, AFilterMakesTheSamePageAsTheFile) {
  const ProgramFolder folder;
  folder.write("a.txt", "2023年政府工作报告\n\n一、回顾\n\n地区生产总值424亿元，增长5%。\n");
  ASSERT_EQ(folder.shell("zhibiao view a.txt -o file.html").code, 0);
  ASSERT_EQ(folder.shell("zhibiao extract --keep document,sentence a.txt | zhibiao view > filter.html").code, 0);
  EXPECT_EQ(folder.read("file.html"), folder.read("filter.html"));
  ASSERT_EQ(folder
                .shell("zhibiao extract --keep document,sentence a.txt > a.ndjson; zhibiao view --lines a.ndjson -o "
                       "lines.html")
                .code,
            0);
  EXPECT_EQ(folder.read("file.html"), folder.read("lines.html"));
}

TEST(ViewCommandTest, FilesShowWhatTheAuditFindsUnexplained) {
  const ProgramFolder folder;
  const std::string seed = ZHIBIAO_SOURCE_DIR "/tests/gold/seed.txt";
  ASSERT_EQ(folder.shell("zhibiao view " + seed + " -o a.html").code, 0);
  const std::string told = folder.shell("zhibiao audit " + seed + " | grep -c ' @'").out;
  const std::string html = folder.read("a.html");
  const size_t begin = html.find("\"unexplained\":[");
  ASSERT_NE(begin, std::string::npos);
  const std::string spans = html.substr(begin, html.find("]]", begin) - begin);
  EXPECT_EQ(std::to_string(std::count(spans.begin(), spans.end(), '[') - 1) + "\n", told);
}

TEST(ViewCommandTest, OneBadFileIsToldAndTheOthersShown) {
  const ProgramFolder folder;
  folder.write("a.txt", "地区生产总值424亿元。\n");
  const Ran ran = folder.shell("zhibiao view a.txt missing.txt -o a.html");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(folder.read("a.html").find("424亿元"), std::string::npos);
  EXPECT_NE(folder.read("a.html").find("\"doc\":\"missing.txt\",\"errors\":[\"read: "), std::string::npos);
  EXPECT_EQ(folder.shell("zhibiao view a.txt -o no/such/folder.html").code, 2);
}

constexpr char kDecision[] =
    R"({"doc": "a.txt", "sha256": "ab", "verdict": "corrected", "flag": "must", "sentence": [0, 20], "value_span": [6, 11], )"
    R"("value_text": "424亿元", "measure": "level", "value": 424.0, "unit": "亿元", "bound": "exact", )"
    R"("indicator_min": "地区生产总值", "indicator_max": "地区生产总值", "period": "2022", "status": "estimate", )"
    R"("ranges": [[6, 11]]})";

TEST(DecisionTest, ALineIsRead) {
  const std::vector<Decision> decisions = parse_decisions(std::string(kDecision) + "\n\n");
  ASSERT_EQ(decisions.size(), 1u);
  const Decision& decision = decisions.front();
  EXPECT_EQ(decision.verdict, Verdict::corrected);
  EXPECT_EQ(decision.value_span, (Span{6, 11}));
  EXPECT_EQ(decision.value, Decimal::parse("424"));
  EXPECT_EQ(decision.status, Status::estimate);
  EXPECT_TRUE(concerns(decision, "renamed.txt", "ab"));
  EXPECT_FALSE(concerns(decision, "a.txt", "cd"));
}

TEST(DecisionTest, ARangeHasTwoEnds) {
  const std::string line = replaced(kDecision, "424.0", "[5, 6.5]");
  const Decision decision = parse_decisions(line).front();
  EXPECT_EQ(decision.low, Decimal::parse("5"));
  EXPECT_EQ(decision.high, Decimal::parse("6.5"));
  EXPECT_FALSE(decision.value);
}

TEST(DecisionTest, WhatIsNoneIsToldWithItsLine) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"\"corrected\"", "\"perhaps\""},
                                                                                 {"[6, 11]", "[11, 6]"},
                                                                                 {"424.0", "\"many\""},
                                                                                 {"\"verdict\"", "\"opinion\""}}) {
    try {
      parse_decisions(std::string(kDecision) + "\n" + replaced(kDecision, from, to));
      ADD_FAILURE() << from;
    } catch (const Error& error) {
      EXPECT_EQ(std::string(error.what()).rfind("line 2: ", 0), 0u) << error.what();
    }
  }
}

TEST(DecisionTest, OnlyTheirPlacesAreScored) {
  const std::string text = "地区生产总值424亿元，出口3亿元，进口5亿元。";
  const std::vector<Observation> observations = extract(text, "a.txt", Grammar::embedded()).observations;
  ASSERT_EQ(observations.size(), 3u);
  Decision right;
  right.value_span = observations[0].spans.value;
  right.value = observations[0].value;
  right.unit = "亿元";
  right.indicator = observations[0].indicator;
  Decision wrong = right;
  wrong.verdict = Verdict::wrong;
  wrong.value_span = observations[1].spans.value;
  std::vector<Answer> answers;
  for (const Observation& observation : observations) answers.push_back(answer_of(observation));
  const Tally tally = score(gold_of({right, wrong}), answers).tally;
  EXPECT_EQ(tally.gold, 1);
  EXPECT_EQ(tally.predicted, 2);
  EXPECT_EQ(tally.fact, 1);
}

TEST(DecisionTest, EvalFindsTheReportByItsHash) {
  const ProgramFolder folder;
  const std::string text = "地区生产总值424亿元。\n";
  folder.write("renamed.txt", text);
  folder.write("other.txt", "出口3亿元。\n");
  folder.write("d.jsonl", replaced(kDecision, "\"ab\"", "\"" + sha256_hex(text) + "\""));
  const Ran ran = folder.shell("zhibiao eval --decisions d.jsonl renamed.txt other.txt --json");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("renamed.txt"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("other.txt"), std::string::npos) << ran.out;
  const Ran none = folder.shell("zhibiao eval --decisions d.jsonl other.txt");
  EXPECT_NE(none.err.find("not here"), std::string::npos) << none.err;
  folder.write("bad.jsonl", "{}");
  EXPECT_EQ(folder.shell("zhibiao eval --decisions bad.jsonl renamed.txt").code, 2);
}

}  // namespace
}  // namespace zhibiao
