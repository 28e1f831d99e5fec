// Linking: when a figure was, and whether it was reached or is aimed at.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "told.h"

namespace zhibiao::testing::linking {
namespace {

using Lines = std::vector<std::string>;

TEST(LinkTimeTest, Periods) {
  EXPECT_EQ(read(kReview, "五年来，累计新增就业5万人，城镇化率达到65%。"),
            (std::vector<std::string>{"level 5万人 新增就业 2018..2022 actual", "level 65% 城镇化率 2022 actual"}));
  EXPECT_EQ(read(kReview, "2022年1—9月，固定资产投资增长5.2%。"),
            (std::vector<std::string>{"growth 5.2% 固定资产投资 2022-01..2022-09 actual"}));
  EXPECT_EQ(read(kReview, "教育支出9.4亿元，下降8.2%，主要是上年一次性项目较多；卫生支出4.2亿元。"),
            (std::vector<std::string>{"level 9.4亿元 教育支出 2022 actual", "growth -8.2% 教育支出 2022 actual",
                                      "level 4.2亿元 卫生支出 2022 actual"}));
  EXPECT_EQ(
      read(kReview, "上年结转收入21.49亿元，调入资金2.79亿元。"),
      (std::vector<std::string>{"level 21.49亿元 上年结转收入 2022 actual", "level 2.79亿元 调入资金 2022 actual"}));
}

TEST(LinkTimeTest, Status) {
  EXPECT_EQ(
      read(kReview, "预计地区生产总值424亿元，增长5%。"),
      (std::vector<std::string>{"level 424亿元 地区生产总值 2022 estimate", "growth 5% 地区生产总值 2022 estimate"}));
  EXPECT_EQ(
      read(kPlan, "确保粮食产量稳定在50万吨以上，力争新增就业5000人。"),
      (std::vector<std::string>{"level 50万吨 粮食产量 2023 target at_least", "level 5000人 新增就业 2023 target"}));
  EXPECT_EQ(read(kReview, "收入预算17.7亿元，完成18.1亿元。"),
            (std::vector<std::string>{"level 17.7亿元 收入 2022 target", "level 18.1亿元 收入 2022 actual"}));
}

std::string long_review(const std::string& heading, const std::string& body) {
  return "2021年政府工作报告\n\n一、" + heading + "\n\n" + body + "\n";
}

// Former bug: all that stands under such a heading was of five years.
TEST(LinkTimeTest, AHeadingOfSeveralYearsAndOne) {
  EXPECT_EQ(read_report(long_review("“十三五”时期和2020年工作回顾",
                                    "这五年，我们聚焦发展质效。新建学校5所。\n\n各位代表，刚刚过去的2020年极不平凡。"
                                    "新建医院2所。\n\n（一）产业发展\n\n新建园区3个。")),
            (Lines{"level 5所 新建学校 2016..2020 actual", "level 2所 新建医院 2020 actual",
                   "level 3个 新建园区 2020 actual"}));
  EXPECT_EQ(
      read_report(long_review("2020年和“十三五”时期工作回顾",
                              "新建学校5所。\n\n各位代表！五年来，我们坚持发展。新建医院2所，旅游收入年均增长5%。")),
      (Lines{"level 5所 新建学校 2020 actual", "level 2所 新建医院 2016..2020 actual",
             "growth 5% 旅游收入 2016..2020 actual average"}));
  EXPECT_EQ(read_report(long_review("“十四五”时期主要目标和2021年重点工作", "新建学校5所。")),
            (Lines{"level 5所 新建学校 2021 target"}));
  EXPECT_EQ(read_report(long_review("“十三五”工作回顾", "新建学校5所。")),
            (Lines{"level 5所 新建学校 2016..2020 actual"}));
}

// What is compared with the year before is of one year, also in a review of five.
TEST(LinkTimeTest, GrowthOverTheYearBeforeIsOfTheLastYear) {
  EXPECT_EQ(read_report(long_review("“十三五”时期工作回顾", "完成投资15.9亿元，同比增长10.3%；新建学校5所。")),
            (Lines{"level 15.9亿元 完成投资 2020 actual", "growth 10.3% 完成投资 2020 actual yoy",
                   "level 5所 新建学校 2016..2020 actual"}));
}

TEST(LinkTimeTest, ThisYearIsTheYearOfTheSpeech) {
  EXPECT_EQ(read(kReview, "今年上半年，工业产值增长24.2%。"), (Lines{"growth 24.2% 工业产值 2023H1 actual"}));
  EXPECT_EQ(read(kReview, "今年安排资金30亿元。"), (Lines{"level 30亿元 安排资金 2023 target"}));
}

TEST(LinkTimeTest, TheOldValueOfSeveralYearsIsOfTheFirst) {
  EXPECT_EQ(read(kReview, "2020年到2022年，工业投资占比从17.9%提升到35.5%。"),
            (Lines{"level 17.9% 工业投资占比 2020 baseline", "level 35.5% 工业投资占比 2022 actual"}));
}

TEST(LinkTimeTest, YearsToldBeforeOrBeside) {
  EXPECT_EQ(read(kReview, "粮食产量达到500万吨，比2019年的312万吨增加188万吨。"),
            (Lines{"level 500万吨 粮食产量 2022 actual", "level 312万吨 粮食产量 2019 baseline",
                   "change 188万吨 粮食产量 2022 actual 比2019年"}));
  EXPECT_EQ(read(kReview, "粮食产量达到500万吨，比五年前增加100万吨。"),
            (Lines{"level 500万吨 粮食产量 2022 actual", "change 100万吨 粮食产量 2022 actual 比五年前"}));
  EXPECT_EQ(read(kReview, "机械工业2021年任务不足，全年工业产值增长8.1%。"),
            (Lines{"growth 8.1% 工业产值 2021 actual"}));
  EXPECT_EQ(read(kReview, "从2015年到2020年，居民消费水平由175元提高到288元。"),
            (Lines{"level 175元 居民消费水平 2015 baseline", "level 288元 居民消费水平 2020 actual"}));
  EXPECT_EQ(read(kReview, "工业产值增长14%，超过2003年到2012年的十年间平均每年增长3.2%的速度。").back(),
            "growth 3.2% 工业产值 2003..2012 actual average");
}

// 过去的一年，… in a plan looks back until it tells of what is to come.
TEST(LinkTimeTest, APlanThatLooksBack) {
  EXPECT_EQ(read_report("2023年政府工作报告\n\n一、2022年工作回顾\n\n新建道路3条。\n\n二、努力做好2023年的工作\n\n"
                        "过去的一年，经济取得新的成就。进出口总额增长18.6%。今年要新建学校5所。新建医院2所。\n"),
            (Lines{"level 3条 新建道路 2022 actual", "growth 18.6% 进出口总额 2022 actual",
                   "level 5所 新建学校 2023 target", "level 2所 新建医院 2023 target"}));
  EXPECT_EQ(read(kPlan, "五年来，新建学校5所。"), (Lines{"level 5所 新建学校 2018..2022 actual"}));
  EXPECT_EQ(read(kPlan, "今后五年，新建学校5所。"), (Lines{"level 5所 新建学校 2023..2027 target"}));
}

TEST(LinkTimeTest, Estimates) {
  EXPECT_EQ(read(kReview, "预计2022年，地区生产总值33.1亿元，增长15%。"),
            (Lines{"level 33.1亿元 地区生产总值 2022 estimate", "growth 15% 地区生产总值 2022 estimate"}));
  EXPECT_EQ(read(kPlan, "发电量3120亿度，比2022年预计增加120亿度。"),
            (Lines{"level 3120亿度 发电量 2023 target", "change 120亿度 发电量 2023 target 比2022年"}));
}

TEST(LinkTimeTest, WhatIsSoAlreadyIsNoTarget) {
  EXPECT_EQ(read(kPlan, "老年人口已达2.5亿人，新建学校5所。"),
            (Lines{"level 2.5亿人 老年人口 2023 actual", "level 5所 新建学校 2023 target"}));
  EXPECT_EQ(read(kPlan, "现在每年有重大科技成果500项，其中国家级成果20项。"),
            (Lines{"level 500项 重大科技成果 2023 actual", "level 20项 国家级成果 2023 actual of 1"}));
  EXPECT_EQ(read(kReview, "今年又有增加，应用成果已达20项。"), (Lines{"level 20项 应用成果 2023 actual"}));
  EXPECT_EQ(read(kPlan, "轻工业比重由今年预计的44%提高到45%。"),
            (Lines{"level 44% 轻工业比重 2023 baseline", "level 45% 轻工业比重 2023 target"}));
}

TEST(LinkTimeTest, AccountsAreNoTargets) {
  EXPECT_EQ(read(kReview, "国家决算增设预算周转金2亿元。"), (Lines{"level 2亿元 国家决算增设预算周转金 2022 actual"}));
}

TEST(LinkTimeTest, APlanThatIsNamedSetsNoTone) {
  const auto tone = [](const std::string& text) {
    return extract(text, "a.txt", Grammar::embedded()).observations.at(0).tone;
  };
  EXPECT_EQ(tone("2023年重点工作\n\n计划新建学校5所。\n"), "计划");
  EXPECT_EQ(tone("2023年重点工作\n\n实施扶贫计划，新建学校5所。\n"), "");
  EXPECT_EQ(tone("2023年重点工作\n\n经过七年努力，新建学校5所。\n"), "");
}

TEST(LinkTimeTest, ThePeriodOfAMultipleIsNotTheOneToldOf) {
  EXPECT_EQ(read(kReview, "2018—2022年，企业利润总额为“十二五”时期的2.2倍。进出口总额年均增长9.2%。"),
            (Lines{"level 2.2倍 企业利润总额 2018..2022 actual /“十二五”时期",
                   "growth 9.2% 进出口总额 2018..2022 actual average"}));
}

TEST(LinkTimeTest, AgainstTheFiveYearsBefore) {
  EXPECT_EQ(read(kReview, "接待游客216万人次，旅游收入12亿元，分别比上个五年增长64万人次、4亿元。"),
            (std::vector<std::string>{"level 216万人次 接待游客 2022 actual", "level 12亿元 旅游收入 2022 actual",
                                      "change 64万人次 接待游客 2022 actual 比上个五年",
                                      "change 4亿元 旅游收入 2022 actual 比上个五年"}));
}

}  // namespace
}  // namespace zhibiao::testing::linking
