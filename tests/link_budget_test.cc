// Linking in budget reports and communiqués: what was approved, carried out and planned, and the parts of both.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "told.h"

namespace zhibiao::testing::linking {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kExecuted = "一、2025年预算执行情况";
constexpr const char* kDraft = "二、2026年预算草案";

Lines read_budget(const std::string& heading, const std::string& sentence) {
  return read_report("关于2025年预算执行情况和2026年预算草案的报告\n\n" + heading + "\n\n" + sentence + "\n");
}

TEST(LinkBudgetTest, WhatWasApprovedIsATarget) {
  EXPECT_EQ(
      read_budget(kExecuted, "市人大批准的2025年国有资本经营预算收入为2亿元，实际完成0.04亿元，为年初预算的2.2%。"),
      (Lines{"level 2亿元 国有资本经营预算收入 2025 target", "level 0.04亿元 国有资本经营预算收入 2025 actual",
             "level 2.2% 国有资本经营预算收入 2025 actual /年初预算"}));
}

TEST(LinkBudgetTest, WhatIsExpectedOfTheYearPlannedIsATarget) {
  EXPECT_EQ(read_budget(kDraft, "2026年全市社会保险基金预算收入预计486.67亿元，本年收支结余4亿元。"),
            (Lines{"level 486.67亿元 社会保险基金预算收入 2026 target", "level 4亿元 收支结余 2026 target"}));
  EXPECT_EQ(read_budget(kExecuted, "全市一般公共预算收入预计完成47.5亿元。"),
            (Lines{"level 47.5亿元 一般公共预算收入 2025 estimate"}));
}

TEST(LinkBudgetTest, WhatFulfilsABudgetWasCarriedOut) {
  EXPECT_EQ(read_budget(kDraft, "失业保险基金收入59.36亿元，完成预算的99.9%，增长3%。"),
            (Lines{"level 59.36亿元 失业保险基金收入 2025 actual", "level 99.9% 失业保险基金收入 2025 actual /预算",
                   "growth 3% 失业保险基金收入 2025 actual"}));
  EXPECT_EQ(read_budget(kDraft, "教育支出5亿元，为上年预算的105%。").front(), "level 5亿元 教育支出 2026 target");
}

TEST(LinkBudgetTest, LastYearsOutcomeIsABasis) {
  EXPECT_EQ(read_budget(kDraft, "2026年全市一般公共预算收入安排283.83亿元，较2025年完成数增长2％。").back(),
            "growth 2% 一般公共预算收入 2026 target 较2025年完成数");
  EXPECT_EQ(read_budget(kExecuted, "城镇新增就业90078人，累计完成数比上年上升21.9%。").back(),
            "growth 21.9% 城镇新增就业 2025 actual yoy");
}

TEST(LinkBudgetTest, AGrowthIsComparedWithAnother) {
  EXPECT_EQ(read_budget(kExecuted, "一般公共预算教育支出57.2亿元，增长2.4%，高于财政支出增幅0.7个百分点。"),
            (Lines{"level 57.2亿元 一般公共预算教育支出 2025 actual", "growth 2.4% 一般公共预算教育支出 2025 actual",
                   "change 0.7个百分点 一般公共预算教育支出 2025 actual 财政支出增幅"}));
}

TEST(LinkBudgetTest, AreasShareWhatWasToldBefore) {
  EXPECT_EQ(
      read_budget(kExecuted, "新增债券发行规模15.53亿元，计划分配：市本级8.52亿元、蓬江区0.07亿元、开平市0.3亿元。"),
      (Lines{"level 15.53亿元 新增债券发行规模 2025 actual", "level 8.52亿元 新增债券发行规模[市本级] 2025 actual",
             "level 0.07亿元 新增债券发行规模[蓬江区] 2025 actual",
             "level 0.3亿元 新增债券发行规模[开平市] 2025 actual"}));
}

TEST(LinkBudgetTest, AnInlineHeadingNamesWhatIsTold) {
  EXPECT_EQ(read_budget(kExecuted, "——农林水支出。完成1051.73亿元，占预算的101.4%，下降6%。"),
            (Lines{"level 1051.73亿元 农林水支出 2025 actual", "level 101.4% 农林水支出 2025 actual /预算",
                   "growth -6% 农林水支出 2025 actual"}));
}

TEST(LinkBudgetTest, ThoseServedAreNoPartOfWhatWasDone) {
  EXPECT_EQ(read_budget(kExecuted, "为264名孤困儿童发放补助资金449万元。"),
            (Lines{"level 264名 孤困儿童 2025 actual", "level 449万元 发放补助资金 2025 actual"}));
}

TEST(LinkBudgetTest, APlaceToldRightBehindAGrowthIsThatOfTheGrowth) {
  EXPECT_EQ(read_budget(kExecuted, "工业增加值增长9.6%、高于全国3.8个百分点、居全国第三。").back(),
            "rank 3 工业增加值 2025 actual growth 全国");
  EXPECT_EQ(read_budget(kExecuted, "地区生产总值295.4亿元，增速高于全市平均水平5.7个百分点，位居全市第1位。").back(),
            "rank 1 地区生产总值 2025 actual growth 全市");
  EXPECT_EQ(read_budget(kExecuted, "地区生产总值295.4亿元，增长5%，总量居全市第1位。").back(),
            "rank 1 地区生产总值 2025 actual level 全市");
}

TEST(LinkBudgetTest, TheYearOfAnOldValueIsNotThatOfTheNew) {
  EXPECT_EQ(read_budget(kExecuted, "税收占比由上年的63.3%上升到64.1%，三次产业结构由2024年的9:67:24调整为8:71:21。"),
            (Lines{"level 63.3% 税收占比 2024 baseline", "level 64.1% 税收占比 2025 actual",
                   "level 9 三次产业结构 2024 baseline", "level 67 三次产业结构 2024 baseline",
                   "level 24 三次产业结构 2024 baseline", "level 8 三次产业结构 2025 actual",
                   "level 71 三次产业结构 2025 actual", "level 21 三次产业结构 2025 actual"}));
  EXPECT_EQ(read_budget(kExecuted, "养老金由2020年的1264元增加到2025年的2011元。").back(),
            "level 2011元 养老金 2025 actual");
  EXPECT_EQ(read_budget(kDraft, "出国经费100万元，与上年预算持平；公务接待费907万元，下降0.31%。").back(),
            "growth -0.31% 公务接待费 2026 target");
}

TEST(LinkBudgetTest, ThreeIndustriesAreThreeScopes) {
  EXPECT_EQ(read_budget(kExecuted, "第一、二、三次产业对全市经济增长的贡献率分别为14.2%、33%、52.8%。"),
            (Lines{"level 14.2% 第一、二、三次产业对全市经济增长的贡献率[第一产业] 2025 actual",
                   "level 33% 第一、二、三次产业对全市经济增长的贡献率[第二产业] 2025 actual",
                   "level 52.8% 第一、二、三次产业对全市经济增长的贡献率[第三产业] 2025 actual"}));
}

TEST(LinkBudgetTest, PointsAreSharedByAList) {
  EXPECT_EQ(read_budget(kExecuted, "工业增加值、税收收入分别增长0.8个、2.9个百分点。").front(),
            "change 0.8个百分点 工业增加值 2025 actual");
}

TEST(LinkBudgetTest, ABoundMayStandBeforeGrows) {
  EXPECT_EQ(read_budget(kExecuted, "一般公共预算收入至少增长3%。"),
            (Lines{"growth 3% 一般公共预算收入 2025 actual at_least"}));
}

TEST(LinkBudgetTest, ABudgetsNameIsNoTarget) {
  EXPECT_EQ(read_budget(kExecuted, "争取转移支付57.8亿元，其中，政府性基金预算21.2亿元。").back(),
            "level 21.2亿元 争取转移支付[政府性基金预算] 2025 actual of 1");
  EXPECT_EQ(read_budget(kExecuted, "批准的支出预算13亿元，实际完成1亿元。"),
            (Lines{"level 13亿元 支出 2025 target", "level 1亿元 支出 2025 actual"}));
}

TEST(LinkBudgetTest, WordsWithABudgetInsideAreNoBudget) {
  EXPECT_EQ(read_budget(kExecuted, "累计完成预算评审130.5亿元。"), (Lines{"level 130.5亿元 完成预算评审 2025 actual"}));
}

TEST(LinkBudgetTest, AnAdjustedBudgetIsABudget) {
  EXPECT_EQ(read_budget(kExecuted,
                        "批准的支出预算12.6亿元（含高新区0.2亿元），执行中按程序调整为0.9亿元（含高新区0."
                        "1亿元），实际完成0.8亿元（含高新区0.05亿元）。"),
            (Lines{"level 12.6亿元 支出 2025 target", "level 0.2亿元 支出[高新区] 2025 target of 1",
                   "level 0.9亿元 支出 2025 target", "level 0.1亿元 支出[高新区] 2025 target of 3",
                   "level 0.8亿元 支出 2025 actual", "level 0.05亿元 支出[高新区] 2025 actual of 5"}));
}

TEST(LinkBudgetTest, WhatLeadsToANameIsNoneOfIt) {
  EXPECT_EQ(read_budget(kExecuted, "主要是校舍维修经费400万元。"), (Lines{"level 400万元 校舍维修经费 2025 actual"}));
  EXPECT_EQ(read_budget(kDraft, "全市常住人口要控制在300万以内。"),
            (Lines{"level 300万 常住人口 2026 target at_most"}));
}

TEST(LinkBudgetTest, FiguresOfOtherAreas) {
  const auto read_city = [](const std::string& text) {
    return read_report("益阳市2025年预算执行情况和2026年预算草案的报告\n\n一、2025年预算执行情况\n\n" + text + "\n");
  };
  EXPECT_EQ(
      read_city("益阳高新区地方一般公共预算收入3.7亿元，为预算的92.6%。其中，地方税收收入2.9亿元。赫山区财政收入5亿元。"
                "全市财政收入63亿元。"),
      (std::vector<std::string>{"level 3.7亿元 地方一般公共预算收入[益阳高新区] 2025 actual",
                                "level 92.6% 地方一般公共预算收入[益阳高新区] 2025 actual /预算",
                                "level 2.9亿元 地方税收收入[益阳高新区] 2025 actual of 1",
                                "level 5亿元 财政收入[赫山区] 2025 actual", "level 63亿元 财政收入 2025 actual"}));
  // No area of the gazetteer, but what has a budget is one; the report's own area is no scope, nor is a list of two.
  EXPECT_EQ(
      read_city(
          "大通湖区一般公共预算收入4亿元。益阳市财政收入63亿元。赫山区、资阳区财政收入9亿元。洞庭湖区水质达标率90%。"),
      (std::vector<std::string>{
          "level 4亿元 一般公共预算收入[大通湖区] 2025 actual", "level 63亿元 益阳市财政收入 2025 actual",
          "level 9亿元 赫山区、资阳区财政收入 2025 actual", "level 90% 洞庭湖区水质达标率 2025 actual"}));
}

TEST(LinkBudgetTest, ANoteThatAllIsEstimated) {
  EXPECT_EQ(
      read_report("某市2025年预算执行情况和2026年预算草案的报告\n\n一、2025年预算执行情况\n\n"
                  "全市财政收入（预计完成数，下同）63亿元。财政支出98亿元，其中2024年结转支出3亿元。发放债券7亿元。\n\n"
                  "二、2026年预算草案\n\n财政收入65亿元。\n"),
      (std::vector<std::string>{"level 63亿元 财政收入（预计完成数，下同） 2025 estimate",
                                "level 98亿元 财政支出 2025 estimate", "level 3亿元 结转支出 2024 actual of 2",
                                "level 7亿元 发放债券 2025 actual", "level 65亿元 财政收入 2026 target"}));
  EXPECT_EQ(read_report("某市2025年预算执行情况和2026年预算草案的报告\n\n第一部分 2025年预算执行情况\n\n"
                        "1.全市一般公共预算预计执行情况\n\n收入完成63亿元。\n"),
            (std::vector<std::string>{"level 63亿元 收入 2025 estimate"}));
}

// A unit, and a verb, that a blank line or the end of a page tore.
TEST(LinkBudgetTest, FiguresOverTornLines) {
  std::string text = "某省2024年预算执行情况和2025年预算草案的报告\n\n一、2024年预算执行情况\n\n";
  for (int i = 0; i < 5; ++i)
    text += "    有关部门按照要求，认真做好预算执行工作，不断提高财政资金使\n\n用效益，成效明显。\n\n";
  text +=
      "    认真做好预算执行工作，一般公共预算转移支付资金完成603亿\n\n元，下降7.6%。\n\n"
      "    有关部门一般公共服务支出决算数为95万元，比上年决算数增\n\f加76万元。\n";
  EXPECT_EQ(read_report(text), (Lines{"level 603亿元 一般公共预算转移支付资金 2024 actual",
                                      "growth -7.6% 一般公共预算转移支付资金 2024 actual",
                                      "level 95万元 有关部门一般公共服务支出决算数 2024 actual",
                                      "change 76万元 有关部门一般公共服务支出决算数 2024 actual yoy"}));
}

}  // namespace
}  // namespace zhibiao::testing::linking
