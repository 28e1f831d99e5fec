// A report in Traditional characters gives what the same report gives in Simplified ones, at the same places.
#include "text/traditional.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "emit/json.h"
#include "tests/testing.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

// Each character by the first Traditional one that becomes it.
std::string in_traditional(const std::string& text) {
  std::map<char32_t, char32_t> of;
  for (char32_t c = kFirstHanzi; c < kFirstHanzi + kHanziTable; ++c) {
    if (is_traditional(c) && c != U'參') of.emplace(simplified(c, 0, 0), c);
  }
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const CodePoint point = code_point_at(text, pos);
    const auto found = of.find(point.value);
    append_utf8(out, found == of.end() ? point.value : found->second);
    pos += point.length;
  }
  return out;
}

std::string lines_of(const std::string& text) {
  std::string out;
  for (const Observation& observation : extract(text, "report.txt", Grammar::embedded()).observations) {
    append_json(out, observation);
  }
  return out;
}

TEST(Traditional, AReportGivesTheSameInBothWritings) {
  for (const char* sample : {"xinglongtai_2023_work_report.txt", "zhanjiang_2025_budget_report.txt",
                             "national_1998_communique_hardwrap.txt", "zhejiang_2026_work_report.txt"}) {
    const std::string text = decode(read_report("samples/" + std::string(sample))).text;
    const std::string traditional = in_traditional(text);
    ASSERT_EQ(traditional.size(), text.size());
    EXPECT_NE(traditional, text);
    EXPECT_EQ(folded(lines_of(traditional)), folded(lines_of(text))) << sample;
  }
}

TEST(Traditional, TablesAndLeadsGiveTheSameInBothWritings) {
  const std::string text =
      "某市2023年政府工作报告\n\n过去一年，我们圆满完成任务，实现税收收入3."
      "5亿元。\n\n2022年财政收支决算表\n单位：亿元\n"
      "项  目\t2022年决算数\t比上年增长%\n税收 收入\t5.1\t3.2\n非税 收入\t2.2\t-1.8\n\n责任编辑：张三，2023年5月\n";
  const std::string simplified_lines = lines_of(text);
  EXPECT_NE(simplified_lines.find("table.cell"), std::string::npos);
  EXPECT_EQ(folded(lines_of(in_traditional(text))), folded(simplified_lines));
}

TEST(Traditional, NamesAreSimplifiedAndSpansAreWhereTheyStand) {
  const std::string text = "2023年全市國內生產總值增長3.2%，失業率為2.9%，新建校舍二萬間。";
  const Extraction extraction = extract(text, "a.txt", Grammar::embedded());
  ASSERT_EQ(extraction.observations.size(), 3u);
  const Observation& growth = extraction.observations[0];
  EXPECT_EQ(growth.indicator, "国内生产总值");
  EXPECT_EQ(growth.measure, Measure::growth);
  EXPECT_EQ(growth.spans.indicator, (Span{7, 13}));
  EXPECT_EQ(extraction.observations[1].indicator, "失业率");
  EXPECT_EQ(extraction.observations[2].unit, "万间");
  EXPECT_EQ(extraction.observations[2].value_text, "二萬間");
}

}  // namespace
}  // namespace zhibiao::testing
