// Linking: what is a part of what, lists told one by one, names beside verbs.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "told.h"

namespace zhibiao::testing::linking {
namespace {

using Lines = std::vector<std::string>;

TEST(LinkPartTest, AWholeEndsWithItsParts) {
  EXPECT_EQ(read(kReview, "全部财政收入完成2.38亿元，其中税收收入1.55亿元；社会消费品零售总额达到15亿元。"),
            (Lines{"level 2.38亿元 全部财政收入 2022 actual", "level 1.55亿元 税收收入 2022 actual of 1",
                   "level 15亿元 社会消费品零售总额 2022 actual"}));
  EXPECT_EQ(read(kReview, "全市进出口总额20亿元，其中，出口12亿元，增长5%；进口8亿元。"),
            (Lines{"level 20亿元 进出口总额 2022 actual", "level 12亿元 出口 2022 actual of 1",
                   "growth 5% 出口 2022 actual of 1", "level 8亿元 进口 2022 actual of 1"}));
  EXPECT_EQ(read(kReview, "全市财政总收入250亿元，其中，地方级收入170亿元，全市一般公共预算支出32亿元，增长7%。"),
            (Lines{"level 250亿元 财政总收入 2022 actual", "level 170亿元 地方级收入 2022 actual of 1",
                   "level 32亿元 一般公共预算支出 2022 actual", "growth 7% 一般公共预算支出 2022 actual"}));
  EXPECT_EQ(read(kReview, "一般公共预算收入14亿元，其中：税收收入9亿元；非税收入5亿元，收入总计73亿元。"),
            (Lines{"level 14亿元 一般公共预算收入 2022 actual", "level 9亿元 税收收入 2022 actual of 1",
                   "level 5亿元 非税收入 2022 actual of 1", "level 73亿元 收入总计 2022 actual"}));
}

TEST(LinkPartTest, WhatWasToldLastIsTakenApartByItsName) {
  EXPECT_EQ(
      read(kReview,
           "全部工业增加值增长6%（按可比价计算，下同）。其中，规模以上工业增加值增长7%"
           "。在规模以上工业中，分门类看，采矿业增长8%；制造业增长9%。"),
      (Lines{"growth 6% 全部工业增加值 2022 actual (按可比价计算)", "growth 7% 规模以上工业增加值 2022 actual of 1",
             "growth 8% 规模以上工业增加值[采矿业] 2022 actual of 2",
             "growth 9% 规模以上工业增加值[制造业] 2022 actual of 2"}));
}

TEST(LinkPartTest, ListsOfCounts) {
  EXPECT_EQ(read(kReview, "规模以上企业、过亿元企业分别达60家、25家，比2006年分别增加13家、14家。"),
            (Lines{"level 60家 规模以上企业 2022 actual", "level 25家 过亿元企业 2022 actual",
                   "change 13家 规模以上企业 2022 actual 比2006年", "change 14家 过亿元企业 2022 actual 比2006年"}));
  EXPECT_EQ(read(kReview, "地表水、近岸海域水质优良比例分别达96.9%、99.7%。"),
            (Lines{"level 96.9% 地表水、近岸海域水质优良比例[地表水] 2022 actual",
                   "level 99.7% 近岸海域水质优良比例 2022 actual"}));
}

TEST(LinkPartTest, AtLeastSoMany) {
  EXPECT_EQ(read(kPlan, "新增1个国家级产业集群、8家以上重点龙头企业，近1400个重点项目开工。"),
            (Lines{"level 1个 国家级产业集群 2023 target", "level 8家 重点龙头企业 2023 target at_least",
                   "level 1400个 重点项目开工 2023 target about"}));
}

TEST(LinkPartTest, NamesEndBeforeWhatWasDone) {
  EXPECT_EQ(read(kReview, "11个农副产品获得绿色食品认证，5项指标居全国前列，取消165项部门实施的审批事项。"),
            (Lines{"level 11个 农副产品 2022 actual", "level 5项 指标 2022 actual",
                   "level 165项 部门实施的审批事项 2022 actual"}));
  EXPECT_EQ(read(kReview, "全面启动投资3.7亿元的城区改造工程。"), (Lines{"level 3.7亿元 投资 2022 actual"}));
  EXPECT_EQ(read(kReview, "教育支出预计安排98亿元，加返还性收入8亿元，使城镇化率达到50%。"),
            (Lines{"level 98亿元 教育支出 2022 estimate", "level 8亿元 返还性收入 2022 actual",
                   "level 50% 城镇化率 2022 actual"}));
}

TEST(LinkPartTest, YearsOfAnAverage) {
  EXPECT_EQ(read(kReview, "2021年，产值完成256亿元，比2011年增长57.9%，年均增长4.7%。"),
            (Lines{"level 256亿元 产值 2021 actual", "growth 57.9% 产值 2021 actual 比2011年",
                   "growth 4.7% 产值 2012..2021 actual average"}));
  EXPECT_EQ(read("过去五年工作回顾", "五年来，高铁里程居全国第一。"),
            (Lines{"rank 1 高铁里程 2022 actual level 全国"}));
}

TEST(LinkPartTest, SharesAndAmountsOfTheNounBehind) {
  EXPECT_EQ(read(kReview, "特色农业发展壮大，85%以上农户参与经营。职工达2700万人，90%以上进入服务中心。"),
            (std::vector<std::string>{"level 85% 农户 2022 actual at_least", "level 2700万人 职工 2022 actual",
                                      "level 90% 职工 2022 actual at_least"}));
  EXPECT_EQ(read(kReview, "铺设10公里雨水管网、污泥处置等项目。剩余贫困人口322户、677人全部脱贫。"),
            (std::vector<std::string>{"level 10公里 雨水管网 2022 actual", "level 322户 剩余贫困人口 2022 actual",
                                      "level 677人 剩余贫困人口 2022 actual"}));
}

TEST(LinkPartTest, LessOfAPollutantIsBetter) {
  EXPECT_EQ(read(kReview, "PM2.5浓度改善7.9%，水质综合指数改善6.3%，优良天数比例改善5个百分点。"),
            (std::vector<std::string>{"growth -7.9% PM2.5浓度 2022 actual", "growth 6.3% 水质综合指数 2022 actual",
                                      "change 5个百分点 优良天数比例 2022 actual"}));
}

TEST(LinkPartTest, MedalsAndPlacesInAContest) {
  EXPECT_EQ(read(kReview, "运动员在全国比赛中获得8金9银6铜。在全国绩效评价中位居第一。10金融机构。"),
            (std::vector<std::string>{"level 8金 - 2022 actual", "level 9银 - 2022 actual", "level 6铜 - 2022 actual",
                                      "rank 1 全国绩效评价 2022 actual level "}));
}

TEST(LinkPartTest, AsManyValuesAsMembersWithNoWordForIt) {
  EXPECT_EQ(read(kReview, "农村自来水、卫生户厕普及率超过98%、85%，城乡低保标准提高到815元和615元。"),
            (Lines{"level 98% 普及率[农村自来水] 2022 actual more", "level 85% 普及率[卫生户厕] 2022 actual",
                   "level 815元 城乡低保标准[城镇] 2022 actual", "level 615元 城乡低保标准[农村] 2022 actual"}));
  EXPECT_EQ(
      read(kReview, "原煤、原油产量达到66万吨、12万吨，分别增长9%、7%。城镇和农村人均住房面积32平方米、37平方米。"),
      (Lines{"level 66万吨 产量[原煤] 2022 actual", "level 12万吨 产量[原油] 2022 actual",
             "growth 9% 产量[原煤] 2022 actual", "growth 7% 产量[原油] 2022 actual",
             "level 32平方米 人均住房面积[城镇] 2022 actual", "level 37平方米 人均住房面积[农村] 2022 actual"}));
  EXPECT_EQ(read(kReview, "第一、二、三产业增加值增长3%、4%、5%。"),
            (Lines{"growth 3% 第一、二、三产业增加值[第一产业] 2022 actual",
                   "growth 4% 第一、二、三产业增加值[第二产业] 2022 actual",
                   "growth 5% 第一、二、三产业增加值[第三产业] 2022 actual"}));
  EXPECT_EQ(read(kReview, "规模以上企业和学校达到5家、10家医院。"),
            (Lines{"level 5家 规模以上企业和学校 2022 actual", "level 10家 医院 2022 actual"}));
}

TEST(LinkPartTest, AListEndsWhereAnotherThingIsCounted) {
  EXPECT_EQ(read(kReview, "概念验证中心、中试基地分别达到69家、107家，1324人晋升职称。"),
            (Lines{"level 69家 概念验证中心 2022 actual", "level 107家 中试基地 2022 actual",
                   "level 1324人 晋升职称 2022 actual"}));
  EXPECT_EQ(
      read(kReview,
           "农村居民收入和城镇居民收入，分别达到2253元和6280元，研究和试验费用、培训和宣传费用分别为2亿元、5亿元。"),
      (Lines{"level 2253元 农村居民收入 2022 actual", "level 6280元 城镇居民收入 2022 actual",
             "level 2亿元 研究和试验费用 2022 actual", "level 5亿元 培训和宣传费用 2022 actual"}));
}

TEST(LinkPartTest, BracketsInUnitsAndNames) {
  EXPECT_EQ(read(kReview, "完成棚户区改造4万户（套）、老旧小区改造6万户，28个县（市、区）通过验收。"),
            (Lines{"level 4万户(套) 完成棚户区改造 2022 actual", "level 6万户 老旧小区改造 2022 actual",
                   "level 28个 县（市、区） 2022 actual"}));
  const Observation told = extract("完成棚户区改造4万户（套）。", "a.txt", Grammar::embedded()).observations.at(0);
  EXPECT_EQ(told.base_unit, "户(套)");
  EXPECT_EQ(told.base_value, "40000");
}

TEST(LinkPartTest, GrowthsOfWhichOneIsAMultiple) {
  EXPECT_EQ(read(kReview, "蓄电池、化工产品出口分别增长3.8倍、80.2%，研发费用与营收之比达到3%，电价下降5分/千瓦时。"),
            (Lines{"growth 3.8倍 出口[蓄电池] 2022 actual", "growth 80.2% 出口[化工产品] 2022 actual",
                   "level 3% 研发费用与营收之比 2022 actual", "change -5分/千瓦时 电价 2022 actual"}));
}

TEST(LinkPartTest, GradesShareOneNoun) {
  EXPECT_EQ(read(kReview, "培育6个世界级、7个国家级、9个区域级产业集群。"),
            (std::vector<std::string>{"level 6个 产业集群 2022 actual", "level 7个 产业集群 2022 actual",
                                      "level 9个 区域级产业集群 2022 actual"}));
}

TEST(LinkPartTest, ListsOfGradesWithoutEnd) {
  constexpr size_t kMany = 50'000;
  std::string list = "建成";
  for (size_t i = 0; i < kMany; ++i) list += "4个省级、";
  EXPECT_EQ(read(kReview, list + "5个示范村。").size(), kMany + 1);
}

TEST(LinkPartTest, AKindOfWhatIsSummedIsToldByItself) {
  EXPECT_EQ(
      read(kReview, "用水总量20亿立方米。其中，农业用水15亿立方米，增长0.4%。"),
      (std::vector<std::string>{"level 20亿立方米 用水总量 2022 actual", "level 15亿立方米 农业用水 2022 actual of 1",
                                "growth 0.4% 农业用水 2022 actual of 1"}));
}

TEST(LinkPartTest, ACityWithTheNameOfItsPrefecture) {
  EXPECT_EQ(read_report("阿克苏地区2025年国民经济和社会发展统计公报\n\n一、综合\n\n"
                        "全年阿克苏市居民消费价格上涨0.2%。阿克苏地区居民消费价格上涨0.1%。\n"),
            (std::vector<std::string>{"growth 0.2% 居民消费价格[阿克苏市] 2025 actual",
                                      "growth 0.1% 阿克苏地区居民消费价格 2025 actual"}));
}

TEST(LinkPartTest, PlacesGained) {
  EXPECT_EQ(read(kReview, "空气质量指数全省排名前进28个位次。"),
            (std::vector<std::string>{"change 28个位次 空气质量指数 2022 actual"}));
}

TEST(LinkTest, AShareThatRises) {
  EXPECT_EQ(read(kReview, "服务业增加值占地区生产总值的比重由2015年的50%提高到60%，增长8%。"),
            (std::vector<std::string>{"level 50% 服务业增加值占地区生产总值的比重 2015 baseline /地区生产总值",
                                      "level 60% 服务业增加值占地区生产总值的比重 2022 actual /地区生产总值",
                                      "growth 8% 服务业增加值 2022 actual"}));
  EXPECT_EQ(read(kReview, "民生支出8.6亿元，占全部支出由70%提高到83%。"),
            (std::vector<std::string>{"level 8.6亿元 民生支出 2022 actual", "level 70% 民生支出 - baseline /全部支出",
                                      "level 83% 民生支出 2022 actual /全部支出"}));
}

// 投资 is told once for projects that are told apart.
TEST(LinkTest, AmountsOfListedThings) {
  EXPECT_EQ(read(kReview, "投资3500万元的污水处理项目、3800万元的垃圾处理项目、1.2亿元的热电联产项目完工。"),
            (std::vector<std::string>{"level 3500万元 投资 2022 actual", "level 3800万元 投资 2022 actual",
                                      "level 1.2亿元 投资 2022 actual"}));
}

TEST(LinkTest, ANameBeginsWithItsQuotation) {
  EXPECT_EQ(read(kReview, "推出“高效办成一件事”重点事项30个。实施“千村引领、万村提升”工程项目2758个。"),
            (std::vector<std::string>{"level 30个 “高效办成一件事”重点事项 2022 actual",
                                      "level 2758个 “千村引领、万村提升”工程项目 2022 actual"}));
  EXPECT_EQ(read(kReview, "产业项目落地、投资380亿元。让13万户46万群众搬进新居，让利群众2.2亿元。"),
            (std::vector<std::string>{"level 380亿元 投资 2022 actual", "level 13万户 群众 2022 actual",
                                      "level 46万 群众 2022 actual", "level 2.2亿元 让利群众 2022 actual"}));
}

TEST(LinkTest, BoundsOfComparison) {
  EXPECT_EQ(
      read(kReview, "城镇登记失业率低于4.6%，优良天数比率高于85%，增速高于全国2个百分点。"),
      (std::vector<std::string>{"level 4.6% 城镇登记失业率 2022 actual less", "level 85% 优良天数比率 2022 actual more",
                                "change 2个百分点 优良天数比率 2022 actual 全国"}));
  EXPECT_EQ(
      read(kReview, "投资增长10%或者更多一些，影响约有1个百分点。"),
      (std::vector<std::string>{"growth 10% 投资 2022 actual at_least", "change 1个百分点 影响 2022 actual about"}));
}

TEST(LinkTest, BasesOfPlansAndDoublings) {
  EXPECT_EQ(read(kReview, "财政赤字1.2万亿元，比去年预算增加4000亿元。人均国内生产总值比2000年翻一番。"),
            (std::vector<std::string>{"level 1.2万亿元 财政赤字 2022 actual",
                                      "change 4000亿元 财政赤字 2022 actual 比去年预算",
                                      "growth 1番 人均国内生产总值 2022 actual 比2000年"}));
}

TEST(LinkTest, NamesBeforeAClauseWithoutAValue) {
  EXPECT_EQ(read(kReview, "财政支出3397亿元。粮食总产量在上年大幅度增长的基础上，又增产291亿斤。"),
            (std::vector<std::string>{"level 3397亿元 财政支出 2022 actual", "change 291亿斤 粮食总产量 2022 actual"}));
  EXPECT_EQ(read(kReview, "城镇居民收入608元。农民的纯收入，全国平均达到355元。"),
            (std::vector<std::string>{"level 608元 城镇居民收入 2022 actual",
                                      "level 355元 农民的纯收入[全国平均] 2022 actual"}));
  EXPECT_EQ(read(kReview, "300多个城市建立了最低生活保障制度。"),
            (std::vector<std::string>{"level 300个 城市 2022 actual more"}));
}

}  // namespace
}  // namespace zhibiao::testing::linking
