// Whose figures a table's are: the area that its caption names, the group of functions and the budget that a row is of.
#include "observe/table_area.h"

#include <gtest/gtest.h>

#include "table_observations.h"

namespace zhibiao {
namespace {

std::string area(const std::string& title, std::string_view region) {
  const size_t year = title.find("20");
  ByteSpan period;
  if (year != std::string::npos)
    period = {static_cast<uint32_t>(year), static_cast<uint32_t>(year + std::string("2025年").size())};
  return area_in(title, period, region);
}

TEST(TableArea, IsALevel) {
  EXPECT_EQ(area("2025年市本级一般公共预算收入执行情况表", "济南市"), "市本级");
  EXPECT_EQ(area("2025年市级重点投入表", "广州市"), "市级");
  EXPECT_EQ(area("1.4 2025年黑龙江省本级政府性基金收入决算表", "黑龙江省"), "省本级");
  EXPECT_EQ(area("市本级2025年一般公共预算支出执行情况表", "朝阳市"), "市本级");
  EXPECT_EQ(area("表五 2025年自治区本级一般公共预算支出决算表", "宁夏回族自治区"), "自治区本级");
  EXPECT_EQ(area("2025年各市县一般公共预算支出决算表", "宁夏回族自治区"), "各市县");
  EXPECT_EQ(area("市级基本支出表", ""), "市级");
}

TEST(TableArea, IsAPartOfTheReportsOwn) {
  EXPECT_EQ(area("2026年济南高新区一般公共预算收入草案表", "济南市"), "济南高新区");
  EXPECT_EQ(area("2025年天桥区政府性基金支出表", "济南市"), "天桥区");
  EXPECT_EQ(area("2025年三门峡市一般公共预算收入表", "三门峡市"), "");
  EXPECT_EQ(area("2025年全市一般公共预算收入表", "三门峡市"), "");
}

TEST(TableArea, IsNotWhatIsGivenOrOfTwo) {
  EXPECT_EQ(area("2025年省级对威海市转移支付情况表", "威海市"), "");
  EXPECT_EQ(area("2025年市级及县级一般公共预算收入表", "威海市"), "");
  EXPECT_EQ(area("2025年济南市及市级一般债务限额表", "济南市"), "");
  EXPECT_EQ(area("2025年各区一般公共预算收入表", "济南市"), "");
  EXPECT_EQ(area("2025年援助其他地区一般公共预算支出表", "济南市"), "");
  EXPECT_EQ(area("2025年分地区一般公共预算收入表", "济南市"), "");
  EXPECT_EQ(area("2025年规模以上工业主要产品产量", "三门峡市"), "");
}

class TableOwners : public testing::TestWithParam<TableCase> {};

TEST_P(TableOwners, AreTold) { EXPECT_EQ(observations(GetParam().text), GetParam().want); }

const TableCase kCases[] = {
    {"AreaOfTheCaption",
     "2025年市本级一般公共预算收入执行情况表\n单位：万元\n项目\t决算数\n税收收入\t100\n非税收入\t50\n"
     "2025年全市一般公共预算收入执行情况表\n单位：万元\n项目\t决算数\n税收收入\t300\n非税收入\t150\n",
     "税收收入[市本级] level 100 万元 2025 actual\n非税收入[市本级] level 50 万元 2025 actual\n"
     "税收收入 level 300 万元 2025 actual\n非税收入 level 150 万元 2025 actual\n"},
    // Of many places: 市本级 is that of the city above it.
    {"LevelsOfPlaces",
     "2025年转移支付分地区决算表\n单位：万元\n市县别\t合计\n哈尔滨市合计\t100\n市本级\t60\n宾县\t40\n伊春市合计\t50\n市"
     "本级\t30\n"
     "铁力市\t20\n",
     "转移支付[哈尔滨市合计] level 100 万元 2025 actual\n转移支付[市本级]@哈尔滨市 level 60 万元 2025 actual\n"
     "转移支付[宾县] level 40 万元 2025 actual\n转移支付[伊春市合计] level 50 万元 2025 actual\n"
     "转移支付[市本级]@伊春市 level 30 万元 2025 actual\n转移支付[铁力市] level 20 万元 2025 actual\n"},
    // Without codes or indents, over the items of the groups.
    {"GroupsOfFunctions",
     "2025年一般公共预算支出执行情况表\n单位：万元\n科目名称\t决算数\n一般公共服务支出\t900\n人大事务\t100\n行政运行\t6"
     "0\n"
     "人大会议\t40\n政协事务\t80\n行政运行\t50\n一般行政管理事务\t30\n其他支出\t7\n行政运行\t1\n",
     "一般公共服务支出 level 900 万元 2025 actual\n人大事务 level 100 万元 2025 actual\n"
     "行政运行@人大事务 level 60 万元 2025 actual\n人大会议 level 40 万元 2025 actual\n"
     "政协事务 level 80 万元 2025 actual\n行政运行@政协事务 level 50 万元 2025 actual\n"
     "一般行政管理事务@政协事务 level 30 万元 2025 actual\n其他支出 level 7 万元 2025 actual\n"
     "行政运行 level 1 万元 2025 actual\n"},
    {"BudgetOfTheCaption",
     "2025年政府性基金预算收入执行情况表\n单位：万元\n项目\t决算数\n土地出让收入\t70\n上级补助收入\t20\n收入总计\t90\n",
     "土地出让收入 level 70 万元 2025 actual\n上级补助收入@政府性基金预算 level 20 万元 2025 actual\n"
     "收入总计@政府性基金预算 level 90 万元 2025 actual\n"},
    // Rows under a fund are of it, up to a sum; what functions get from another budget is that budget's.
    {"FundsAndOtherBudgets",
     "2025年社会保险基金预算收入执行情况表\n单位：万元\n项目\t决算数\n一、失业保险基金收入\t60\n其中：保险费收入\t50\n"
     "利息收入\t10\n二、工伤保险基金收入\t30\n利息收入\t5\n本年收入合计\t90\n利息收入\t15\n"
     "2025年政府性基金预算支出执行情况表\n单位：万元\n项目\t决算数\n教育支出\t7\n其他支出\t8\n",
     "失业保险基金收入 level 60 万元 2025 actual\n保险费收入@失业保险基金 level 50 万元 2025 actual\n"
     "利息收入@失业保险基金 level 10 万元 2025 actual\n工伤保险基金收入 level 30 万元 2025 actual\n"
     "利息收入@工伤保险基金 level 5 万元 2025 actual\n本年收入合计@社会保险基金预算 level 90 万元 2025 actual\n"
     "利息收入@社会保险基金预算 level 15 万元 2025 actual\n"
     "教育支出@政府性基金预算 level 7 万元 2025 actual\n其他支出@政府性基金预算 level 8 万元 2025 actual\n"},
    // 公式 names no column; of 一般债务 专项债务, a space apart, each is one.
    {"LineOfFormulas",
     "2025年地方政府债务限额及余额决算情况表\n单位：亿元\n                 2025年债务限额             2025年债务余额\n"
     "    地   区\n                        一般债务 专项债务             一般债务 专项债务\n"
     "    公   式      A=B+C       B       C       D=E+F       E       F\n"
     "长沙市           30.70      7.40    23.30     30.50      7.39    23.11\n"
     "株洲市           20.50      5.50    15.00     20.40      5.45    14.95\n"
     "湘潭市           10.30      2.30     8.00     10.20      2.25     7.95\n",
     "债务限额[长沙市] level 30.7 亿元 2025 actual\n债务限额一般债务[长沙市] level 7.4 亿元 2025 actual\n"
     "债务限额专项债务[长沙市] level 23.3 亿元 2025 actual\n债务余额[长沙市] level 30.5 亿元 2025 actual\n"
     "债务余额一般债务[长沙市] level 7.39 亿元 2025 actual\n债务余额专项债务[长沙市] level 23.11 亿元 2025 actual\n"
     "债务限额[株洲市] level 20.5 亿元 2025 actual\n债务限额一般债务[株洲市] level 5.5 亿元 2025 actual\n"
     "债务限额专项债务[株洲市] level 15 亿元 2025 actual\n债务余额[株洲市] level 20.4 亿元 2025 actual\n"
     "债务余额一般债务[株洲市] level 5.45 亿元 2025 actual\n债务余额专项债务[株洲市] level 14.95 亿元 2025 actual\n"
     "债务限额[湘潭市] level 10.3 亿元 2025 actual\n债务限额一般债务[湘潭市] level 2.3 亿元 2025 actual\n"
     "债务限额专项债务[湘潭市] level 8 亿元 2025 actual\n债务余额[湘潭市] level 10.2 亿元 2025 actual\n"
     "债务余额一般债务[湘潭市] level 2.25 亿元 2025 actual\n债务余额专项债务[湘潭市] level 7.95 亿元 2025 actual\n"},
};

INSTANTIATE_TEST_SUITE_P(All, TableOwners, testing::ValuesIn(kCases), [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace zhibiao
