// Linking: what a figure measures, for whom, when, held to or aimed at. One line a figure, in the short form of `told`.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "grammar/prepared.h"
#include "told.h"
#include "zhibiao.h"

namespace zhibiao::testing::linking {
namespace {

TEST(LinkTest, SubjectIsCarried) {
  EXPECT_EQ(read(kReview, "地区生产总值实现424亿元，增速-2.6%，总量全市第一，增速第二。"),
            (std::vector<std::string>{"level 424亿元 地区生产总值 2022 actual", "growth -2.6% 地区生产总值 2022 actual",
                                      "rank 1 地区生产总值 2022 actual level 全市",
                                      "rank 2 地区生产总值 2022 actual growth 全市"}));
  EXPECT_EQ(read(kReview, "社会消费品零售总额完成97.9亿元，同比增长16.2%；一般公共预算收入8.3亿元，占财政收入的61%。"),
            (std::vector<std::string>{
                "level 97.9亿元 社会消费品零售总额 2022 actual", "growth 16.2% 社会消费品零售总额 2022 actual yoy",
                "level 8.3亿元 一般公共预算收入 2022 actual", "level 61% 一般公共预算收入 2022 actual /财政收入"}));
}

TEST(LinkTest, PartsOfAWhole) {
  EXPECT_EQ(read(kReview, "固定资产投资146.5亿元（其中：区本级130亿元，高新区16.5亿元），增长5%。"),
            (std::vector<std::string>{
                "level 146.5亿元 固定资产投资 2022 actual", "level 130亿元 固定资产投资[区本级] 2022 actual of 1",
                "level 16.5亿元 固定资产投资[高新区] 2022 actual of 1", "growth 5% 固定资产投资 2022 actual"}));
  EXPECT_EQ(read(kReview, "规模以上工业增加值增长7.2%，其中轻工业下降7.5%、重工业增长9%。"),
            (std::vector<std::string>{"growth 7.2% 规模以上工业增加值 2022 actual",
                                      "growth -7.5% 规模以上工业增加值[轻工业] 2022 actual of 1",
                                      "growth 9% 规模以上工业增加值[重工业] 2022 actual of 1"}));
  EXPECT_EQ(
      read(kReview, "肉类总产量30万吨，其中，猪肉产量18.41万吨。"),
      (std::vector<std::string>{"level 30万吨 肉类总产量 2022 actual", "level 18.41万吨 猪肉产量 2022 actual of 1"}));
  EXPECT_EQ(
      read(kReview, "引荐项目76个，其中招商类35个。"),
      (std::vector<std::string>{"level 76个 引荐项目 2022 actual", "level 35个 引荐项目[招商类] 2022 actual of 1"}));
}

TEST(LinkTest, Respectively) {
  EXPECT_EQ(read(kReview, "进口、出口分别增长5.1%、6.2%。"),
            (std::vector<std::string>{"growth 5.1% 进口 2022 actual", "growth 6.2% 出口 2022 actual"}));
  EXPECT_EQ(read(kReview, "纺织、食品、机械产值分别增长5%、6%、7%以上。"),
            (std::vector<std::string>{"growth 5% 产值[纺织] 2022 actual", "growth 6% 产值[食品] 2022 actual",
                                      "growth 7% 产值[机械] 2022 actual at_least"}));
  EXPECT_EQ(read(kReview, "接待游客10.9亿人次，旅游总收入1.3万亿元，分别增长15.8%和11.5%。"),
            (std::vector<std::string>{"level 10.9亿人次 接待游客 2022 actual", "level 1.3万亿元 旅游总收入 2022 actual",
                                      "growth 15.8% 接待游客 2022 actual", "growth 11.5% 旅游总收入 2022 actual"}));
  EXPECT_EQ(read(kReview, "城乡居民人均可支配收入分别达到29705元、15882元，分别增长5%、6.5%。"),
            (std::vector<std::string>{"level 29705元 城乡居民人均可支配收入[城镇] 2022 actual",
                                      "level 15882元 城乡居民人均可支配收入[农村] 2022 actual",
                                      "growth 5% 城乡居民人均可支配收入[城镇] 2022 actual",
                                      "growth 6.5% 城乡居民人均可支配收入[农村] 2022 actual"}));
  EXPECT_EQ(read(kReview, "交通、能源、水利分别完成投资3252亿元、2140亿元、748亿元。"),
            (std::vector<std::string>{"level 3252亿元 完成投资[交通] 2022 actual",
                                      "level 2140亿元 完成投资[能源] 2022 actual",
                                      "level 748亿元 完成投资[水利] 2022 actual"}));
  EXPECT_EQ(read(kReview, "城镇居民人均可支配收入17175元，农村居民人均纯收入5153元，实际增长9.8%和8.5%。"),
            (std::vector<std::string>{
                "level 17175元 城镇居民人均可支配收入 2022 actual", "level 5153元 农村居民人均纯收入 2022 actual",
                "growth 9.8% 城镇居民人均可支配收入 2022 actual", "growth 8.5% 农村居民人均纯收入 2022 actual"}));
}

TEST(LinkTest, SharedNouns) {
  EXPECT_EQ(
      read(kReview, "建成4个省级、12个市级美丽乡村示范村。"),
      (std::vector<std::string>{"level 4个 美丽乡村示范村 2022 actual", "level 12个 市级美丽乡村示范村 2022 actual"}));
  EXPECT_EQ(
      read(kReview, "新建103个、修缮60个农村互助幸福院。"),
      (std::vector<std::string>{"level 103个 农村互助幸福院 2022 actual", "level 60个 农村互助幸福院 2022 actual"}));
  EXPECT_EQ(read(kReview, "水质优良率和达标率均为100%。"),
            (std::vector<std::string>{"level 100% 水质优良率和达标率 2022 actual"}));
  EXPECT_EQ(read(kReview, "使2.58万户、近8万市民直接受益。"),
            (std::vector<std::string>{"level 2.58万户 市民 2022 actual", "level 8万 市民 2022 actual about"}));
}

TEST(LinkTest, FromTo) {
  EXPECT_EQ(read(kReview, "企业开办时间由3.5个工作日压缩至1个工作日。"),
            (std::vector<std::string>{"level 3.5个工作日 企业开办时间 - baseline",
                                      "level 1个工作日 企业开办时间 2022 actual"}));
  EXPECT_EQ(read(kReview, "城镇化率从60.2%提高到65.3%，提高5.1个百分点。"),
            (std::vector<std::string>{"level 60.2% 城镇化率 - baseline", "level 65.3% 城镇化率 2022 actual",
                                      "change 5.1个百分点 城镇化率 2022 actual"}));
  EXPECT_EQ(read(kReview, "增值税起征点从月销售额3万元提高到10万元。"),
            (std::vector<std::string>{"level 3万元 增值税起征点 - baseline", "level 10万元 增值税起征点 2022 actual"}));
  EXPECT_EQ(
      read(kReview, "经济规模达到13697.5亿元，较“十三五”末的9323.1亿元增加4374.4亿元。"),
      (std::vector<std::string>{"level 13697.5亿元 经济规模 2022 actual", "level 9323.1亿元 经济规模 2020 baseline",
                                "change 4374.4亿元 经济规模 2022 actual 较“十三五”末"}));
  EXPECT_EQ(read(kReview, "三次产业结构由上年的9.4:66.8:23.8调整为8.3:71.1:20.6。"),
            (std::vector<std::string>{"level 9.4 三次产业结构 2022 baseline", "level 66.8 三次产业结构 2022 baseline",
                                      "level 23.8 三次产业结构 2022 baseline", "level 8.3 三次产业结构 2022 actual",
                                      "level 71.1 三次产业结构 2022 actual", "level 20.6 三次产业结构 2022 actual"}));
}

TEST(LinkTest, Bases) {
  EXPECT_EQ(
      read(kReview, "居民收入年均增长8.5%，比上年加快0.3个百分点，高于全国1.2个百分点。"),
      (std::vector<std::string>{"growth 8.5% 居民收入 2022 actual average", "change 0.3个百分点 居民收入 2022 actual",
                                "change 1.2个百分点 居民收入 2022 actual 全国"}));
}

TEST(LinkTest, Shares) {
  EXPECT_EQ(read(kReview, "服务业增加值100亿元，占地区生产总值的25%。"),
            (std::vector<std::string>{"level 100亿元 服务业增加值 2022 actual",
                                      "level 25% 服务业增加值 2022 actual /地区生产总值"}));
  EXPECT_EQ(read(kReview, "一般公共预算收入5.2亿元，完成预算的102.3%。"),
            (std::vector<std::string>{"level 5.2亿元 一般公共预算收入 2022 actual",
                                      "level 102.3% 一般公共预算收入 2022 actual /预算"}));
}

TEST(LinkTest, SharesOfWhatStandsElsewhere) {
  EXPECT_EQ(read(kReview, "毛巾城年交易额是2011年的1.3倍。"),
            (std::vector<std::string>{"level 1.3倍 毛巾城年交易额 2022 actual /2011年"}));
  EXPECT_EQ(read(kReview, "占全国人口65%的地区普及九年义务教育。"),
            (std::vector<std::string>{"level 65% 地区 2022 actual /全国人口"}));
  EXPECT_EQ(read(kReview, "在移动电话用户中占比达到40%。"), (std::vector<std::string>{"level 40% 占比 2022 actual"}));
}

// Former bug: what no other rule read had no bound.
TEST(LinkTest, BoundsOfWhatHasNoNameOfItsOwn) {
  EXPECT_EQ(read(kReview, "粮食产量增长2%，连续5年超万亿斤。"),
            (std::vector<std::string>{"growth 2% 粮食产量 2022 actual", "level 1万亿斤 粮食产量 2022 actual more"}));
}

TEST(LinkTest, PerUnit) {
  EXPECT_EQ(read(kReview, "城市低保标准提高到每人每月776元。"),
            (std::vector<std::string>{"level 776元 城市低保标准 2022 actual"}));
}

TEST(LinkTest, Ranks) {
  EXPECT_EQ(read(kReview, "粮食产量居全省第三位，人均收入进入全国前十。"),
            (std::vector<std::string>{"rank 3 粮食产量 2022 actual level 全省",
                                      "rank 10 人均收入 2022 actual at_most level 全国"}));
  EXPECT_EQ(read(kReview, "法治化营商环境指标从全国第20位升至第3位。"),
            (std::vector<std::string>{"rank 20 法治化营商环境指标 - baseline level 全国",
                                      "rank 3 法治化营商环境指标 2022 actual level 全国"}));
}

TEST(LinkTest, Conditions) {
  EXPECT_EQ(
      read(kReview, "税收收入13.6亿元，可比增长12.8%。"),
      (std::vector<std::string>{"level 13.6亿元 税收收入 2022 actual", "growth 12.8% 税收收入 2022 actual (可比)"}));
}

// Former bug: 可比 held for all that came behind it.
TEST(LinkTest, AConditionThatDoesNotLeadEndsWithItsName) {
  EXPECT_EQ(read(kReview, "财政收入1.95亿元，可比增长17.1%，税收收入1.06亿元。"),
            (std::vector<std::string>{"level 1.95亿元 财政收入 2022 actual", "growth 17.1% 财政收入 2022 actual (可比)",
                                      "level 1.06亿元 税收收入 2022 actual"}));
  EXPECT_EQ(read(kReview, "扣除价格因素，城镇居民收入增长10%，农村居民收入增长3%。"),
            (std::vector<std::string>{"growth 10% 城镇居民收入 2022 actual (扣除价格因素)",
                                      "growth 3% 农村居民收入 2022 actual (扣除价格因素)"}));
}

TEST(LinkTest, WhatTheFigureBeforeAProjectIsOf) {
  EXPECT_EQ(read(kPlan, "推进大唐哈克5万千瓦风电、亘富10万吨褐煤提质、热电厂扩建等项目。"),
            (std::vector<std::string>{"level 5万千瓦 风电 2023 target", "level 10万吨 褐煤提质 2023 target"}));
  EXPECT_EQ(read(kReview, "统筹用好中央149.2亿元乡村振兴补助资金。"),
            (std::vector<std::string>{"level 149.2亿元 乡村振兴补助资金 2022 actual"}));
}

TEST(LinkTest, Indices) {
  EXPECT_EQ(read(kReview, "收入比值为1.72，比上年缩小0.01。"),
            (std::vector<std::string>{"level 1.72 收入比值 2022 actual", "change -0.01 收入比值 2022 actual yoy"}));
  EXPECT_EQ(read(kReview, "空气质量综合指数2.4，优良天数比例90%。"),
            (std::vector<std::string>{"level 2.4 空气质量综合指数 2022 actual", "level 90% 优良天数比例 2022 actual"}));
}

TEST(LinkTest, Lists) {
  EXPECT_EQ(read(kReview, "居民收入分别提高20.9、36.2个百分点。"),
            (std::vector<std::string>{"change 20.9个百分点 居民收入 2022 actual",
                                      "change 36.2个百分点 居民收入 2022 actual"}));
  EXPECT_EQ(read(kReview, "投资、消费增速分别快于全国3.4个、1个百分点。"),
            (std::vector<std::string>{"change 3.4个百分点 投资 2022 actual 全国",
                                      "change 1个百分点 消费增速 2022 actual 全国"}));
}

TEST(LinkTest, Names) {
  EXPECT_EQ(read(kReview, "将扶贫标准提高到2300元，扫除350万青壮年文盲。"),
            (std::vector<std::string>{"level 2300元 扶贫标准 2022 actual", "level 350万 青壮年文盲 2022 actual"}));
  EXPECT_EQ(read(kReview, "13项“高效办成一件事”上线运行。"),
            (std::vector<std::string>{"level 13项 “高效办成一件事” 2022 actual"}));
  EXPECT_EQ(
      read(kReview, "连续6期播出《脱贫攻坚在阜平》，每年有重大成果2万项。"),
      (std::vector<std::string>{"level 6期 播出《脱贫攻坚在阜平》 2022 actual", "level 2万项 重大成果 2022 actual"}));
  EXPECT_EQ(
      read(kReview, "1596个重大项目完成投资1.5万亿元，占地300亩的公园和占地600亩的广场开放。"),
      (std::vector<std::string>{"level 1596个 重大项目 2022 actual", "level 1.5万亿元 重大项目完成投资 2022 actual",
                                "level 300亩 占地 2022 actual", "level 600亩 占地 2022 actual"}));
  EXPECT_EQ(read(kReview, "公交与轨道50米内换乘比例达到88%。"),
            (std::vector<std::string>{"level 88% 公交与轨道50米内换乘比例 2022 actual"}));
}

TEST(LinkTest, SubjectsOfNamesThatSayNothingAlone) {
  const auto subjects = [](const std::string& text) {
    std::vector<std::string> out;
    for (const Observation& o : extract(text, "a.txt", Grammar::embedded()).observations)
      out.push_back(o.subject + "|" + o.indicator);
    return out;
  };
  EXPECT_EQ(subjects("普通高中26所，招生2万人，在校生6万人。小学423所，在校生27.07万人，增长2%。\n"),
            (std::vector<std::string>{"|普通高中", "普通高中|招生", "普通高中|在校生", "|小学", "小学|在校生",
                                      "小学|在校生"}));
  EXPECT_EQ(subjects("2022年预算执行情况\n\n（一）政府性基金预算\n\n调入资金2亿元。工业增加值5亿元。\n"),
            (std::vector<std::string>{"政府性基金预算|调入资金", "|工业增加值"}));
}

// Former bug: 在…中 opened a group in one process and none behind a pipe.
TEST(LinkTest, ASentenceReadBackWithItsMentionsIsPreparedTheSame) {
  Sentence sentence;
  sentence.text = "在65岁以上人口中，推进健康管理。";
  sentence.span = {0, 17};
  const PreparedSentence once = prepare(sentence, Grammar::embedded());
  const PreparedSentence again = prepare(once.matched, Grammar::embedded());
  EXPECT_FALSE(once.matched.mentions.empty());
  EXPECT_EQ(once.skeleton.bytes, again.skeleton.bytes);
}

TEST(LinkTest, NotTold) {
  EXPECT_EQ(read(kReview, "连续17年保持命案全破，建成2×35万千瓦热电项目，12345热线全天服务。"),
            std::vector<std::string>{});
}

TEST(LinkTest, MoreOfWhatWasTold) {
  EXPECT_EQ(read(kReview, "新建及改造提升高标准农田21.52万亩，累计建成292.56万亩。"),
            (std::vector<std::string>{"level 21.52万亩 新建及改造提升高标准农田 2022 actual",
                                      "level 292.56万亩 高标准农田 2022 actual"}));
  EXPECT_EQ(
      read(kReview, "贷款余额2148.4亿元，比年初新增117.9亿元。新能源开工1600万千瓦、投产1000万千瓦。"),
      (std::vector<std::string>{"level 2148.4亿元 贷款余额 2022 actual", "change 117.9亿元 贷款余额 2022 actual",
                                "level 1600万千瓦 新能源开工 2022 actual", "level 1000万千瓦 新能源 2022 actual"}));
  // Another unit, and a verb that says what was done.
  EXPECT_EQ(read(kReview, "建成学校5所，新增3000人。造林100万亩，封育50万亩。"),
            (std::vector<std::string>{"level 5所 建成学校 2022 actual", "level 3000人 新增 2022 actual",
                                      "level 100万亩 造林 2022 actual", "level 50万亩 封育 2022 actual"}));
}

TEST(LinkTest, ConditionsInBrackets) {
  EXPECT_EQ(
      read(kReview,
           "水产品产量（不含远洋渔业）58.7万吨，增长4%，粮食产量30万吨。在校生29.4万人（不含高校），教师2万人。"),
      (std::vector<std::string>{"level 58.7万吨 水产品产量 2022 actual (不含远洋渔业)",
                                "growth 4% 水产品产量 2022 actual (不含远洋渔业)", "level 30万吨 粮食产量 2022 actual",
                                "level 29.4万人 在校生 2022 actual (不含高校)", "level 2万人 教师 2022 actual"}));
  EXPECT_EQ(
      read(kReview,
           "固定资产投资（不含农户，下同）增长5%，房地产开发投资增长6%。收入19亿元（同口径增长2.5%），支出30亿元。"),
      (std::vector<std::string>{"growth 5% 固定资产投资（不含农户，下同） 2022 actual (不含农户)",
                                "growth 6% 房地产开发投资 2022 actual", "level 19亿元 收入 2022 actual",
                                "growth 2.5% 收入 2022 actual (同口径)", "level 30亿元 支出 2022 actual"}));
}

TEST(LinkTest, NamesOfCountedThings) {
  EXPECT_EQ(
      read(kReview, "打造4个国家先进制造业集群、6个千亿级产业集群。解决32个村8500余人饮水安全问题。"),
      (std::vector<std::string>{"level 4个 国家先进制造业集群 2022 actual", "level 6个 千亿级产业集群 2022 actual",
                                "level 32个 村 2022 actual", "level 8500人 饮水安全问题 2022 actual more"}));
  EXPECT_EQ(read(kReview, "实施总投资35.6亿元的24个城建项目。引进15个项目、总投资30亿元。"),
            (std::vector<std::string>{"level 35.6亿元 总投资 2022 actual", "level 24个 城建项目 2022 actual",
                                      "level 15个 项目 2022 actual", "level 30亿元 总投资 2022 actual"}));
  EXPECT_EQ(read(kReview, "高技术产业增加值占规模以上工业的18%，提高1.2个百分点，增长8%。加政府专项债券收入24.6亿元。"),
            (std::vector<std::string>{"level 18% 高技术产业增加值占规模以上工业 2022 actual /规模以上工业",
                                      "change 1.2个百分点 高技术产业增加值占规模以上工业 2022 actual",
                                      "growth 8% 高技术产业增加值 2022 actual",
                                      "level 24.6亿元 政府专项债券收入 2022 actual"}));
}

// What a figure is compared with, or is a part of, bounds nothing and takes no name apart.
TEST(LinkTest, WholesThatHaveABoundOrAPlaceOfTheirOwn) {
  EXPECT_EQ(read(kReview, "装备制造业增长9.9%，占规模以上工业的22.4%。"),
            (std::vector<std::string>{"growth 9.9% 装备制造业 2022 actual",
                                      "level 22.4% 装备制造业 2022 actual /规模以上工业"}));
  EXPECT_EQ(read(kReview, "服务业在全区经济中的比重比上年下降3.2个百分点。"),
            (std::vector<std::string>{"change -3.2个百分点 服务业在全区经济中的比重 2022 actual yoy"}));
  EXPECT_EQ(read(kReview, "内设机构精简四分之一。"), (std::vector<std::string>{"growth -0.25 内设机构 2022 actual"}));
}

TEST(LinkTest, AHeadInsideTheLastNameIsShared) {
  EXPECT_EQ(read(kReview, "原煤、原油、天然气产量分别达到7000万吨、1280万吨、10亿立方米。"),
            (std::vector<std::string>{"level 7000万吨 产量[原煤] 2022 actual", "level 1280万吨 产量[原油] 2022 actual",
                                      "level 10亿立方米 产量[天然气] 2022 actual"}));
  EXPECT_EQ(read(kReview, "地表水、近岸海域水质优良比例分别为95%、90%。城镇、农村居民人均可支配收入分别增长5%、6%。"),
            (std::vector<std::string>{"level 95% 地表水、近岸海域水质优良比例[地表水] 2022 actual",
                                      "level 90% 近岸海域水质优良比例 2022 actual",
                                      "growth 5% 城镇、农村居民人均可支配收入[城镇] 2022 actual",
                                      "growth 6% 城镇、农村居民人均可支配收入[农村居民] 2022 actual"}));
  EXPECT_EQ(read(kReview, "产值达6200亿元，第一产业增加值增速连续19个季度居全国前5位。"),
            (std::vector<std::string>{"level 6200亿元 产值 2022 actual",
                                      "rank 5 第一产业增加值 2022 actual at_most growth 全国"}));
}

}  // namespace
}  // namespace zhibiao::testing::linking
