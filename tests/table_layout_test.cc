// Tables whose layout was bent on the way to plain text: which figure stands in which column.
#include <gtest/gtest.h>

#include "table_observations.h"

namespace zhibiao {
namespace {

class TableLayout : public testing::TestWithParam<TableCase> {};

TEST_P(TableLayout, IsReadRight) { EXPECT_EQ(observations(GetParam().text), GetParam().want); }

const TableCase kCases[] = {
    // Hanzi take one place each, so that the heads stand left of the figures; no row but the first has all of them.
    {"HeadsLeftOfFigures",
     "2025年省对市县转移支付分地区决算表\n"
     "                                                      单位：万元\n"
     "                          县级基本财力      产粮大县 边境地区 其他转移\n"
     " 市县别     合计      返还性支出\n"
     "                          保障机制资金      奖励资金 转移支付 支付\n"
     " 合计      1334583    184464    461215    893098    31972   12890\n"
     " 甲市      311635     111627    86233     153619    92429   3365\n"
     " 乙县      145731               57487     18108             83\n"
     " 丙县      102558     11896               13534     4731\n",
     "省对市县转移支付[合计] level 1334583 万元 2025 actual\n返还性支出[合计] level 184464 万元 2025 actual\n"
     "县级基本财力保障机制资金[合计] level 461215 万元 2025 actual\n产粮大县奖励资金[合计] level 893098 万元 2025 "
     "actual\n边境地区转移支付[合计] level 31972 万元 2025 actual\n其他转移支付[合计] level 12890 万元 2025 actual\n"
     "省对市县转移支付[甲市] level 311635 万元 2025 actual\n返还性支出[甲市] level 111627 万元 2025 actual\n"
     "县级基本财力保障机制资金[甲市] level 86233 万元 2025 actual\n产粮大县奖励资金[甲市] level 153619 万元 2025 "
     "actual\n边境地区转移支付[甲市] level 92429 万元 2025 actual\n其他转移支付[甲市] level 3365 万元 2025 actual\n"
     "省对市县转移支付[乙县] level 145731 万元 2025 actual\n县级基本财力保障机制资金[乙县] level 57487 万元 2025 "
     "actual\n产粮大县奖励资金[乙县] level 18108 万元 2025 actual\n其他转移支付[乙县] level 83 万元 2025 actual\n"
     "省对市县转移支付[丙县] level 102558 万元 2025 actual\n返还性支出[丙县] level 11896 万元 2025 actual\n"
     "产粮大县奖励资金[丙县] level 13534 万元 2025 actual\n边境地区转移支付[丙县] level 4731 万元 2025 actual\n"},
    // As many bands of words as columns, though none stands over its figures; two words of a line one space apart.
    {"HeadsInBands",
     "2025年省对市县转移支付分地区决算表\n"
     "                                                                      单位：万元\n"
     "                    县级基本 资源枯竭 产粮   重点生态      欠发达地 其他一般\n"
     "        合计                              固定\n"
     " 市县别        返还性支出   财力保障 型城市转 大县   功能区转      区转移支 性转移支\n"
     "                     资金  移支付  奖励   移支付  补助    付    付\n"
     " 合计     1633323     184622     499112     109359     211960      26070      61370      33107      28521\n"
     " 甲市      381501     111629      94584      20120      37721                  9179       5869      53185\n"
     " 乙县      175134      21821      61311      21365      19043                  8042                 28368\n",
     "省对市县转移支付[合计] level 1633323 万元 2025 actual\n"
     "返还性支出[合计] level 184622 万元 2025 actual\n"
     "县级基本财力保障资金[合计] level 499112 万元 2025 actual\n"
     "资源枯竭型城市转移支付[合计] level 109359 万元 2025 actual\n"
     "产粮大县奖励[合计] level 211960 万元 2025 actual\n"
     "重点生态功能区转移支付[合计] level 26070 万元 2025 actual\n"
     "固定补助[合计] level 61370 万元 2025 actual\n"
     "欠发达地区转移支付[合计] level 33107 万元 2025 actual\n"
     "其他一般性转移支付[合计] level 28521 万元 2025 actual\n"
     "省对市县转移支付[甲市] level 381501 万元 2025 actual\n"
     "返还性支出[甲市] level 111629 万元 2025 actual\n"
     "县级基本财力保障资金[甲市] level 94584 万元 2025 actual\n"
     "资源枯竭型城市转移支付[甲市] level 20120 万元 2025 actual\n"
     "产粮大县奖励[甲市] level 37721 万元 2025 actual\n"
     "固定补助[甲市] level 9179 万元 2025 actual\n"
     "欠发达地区转移支付[甲市] level 5869 万元 2025 actual\n"
     "其他一般性转移支付[甲市] level 53185 万元 2025 actual\n"
     "省对市县转移支付[乙县] level 175134 万元 2025 actual\n"
     "返还性支出[乙县] level 21821 万元 2025 actual\n"
     "县级基本财力保障资金[乙县] level 61311 万元 2025 actual\n"
     "资源枯竭型城市转移支付[乙县] level 21365 万元 2025 actual\n"
     "产粮大县奖励[乙县] level 19043 万元 2025 actual\n"
     "固定补助[乙县] level 8042 万元 2025 actual\n"
     "其他一般性转移支付[乙县] level 28368 万元 2025 actual\n"},
    // Spaces inside a figure; a page from its foot up would have the same lines. Years over amounts, then one rate.
    {"SpacesInFigures",
     "2026年某市一般公共预算收入表\n单位：万元\n2026年预算数\n 2025年   2025年   2026年\n项  目  为上年执行\n"
     "（调整）预算数   预计执行数   预算数 \n数的%\n一、一般公共预算收入   10,496,140    10,500,000  10,710,000 "
     "102.0%\n"
     "企业所得税   888,  840   895,381   935,150 104.4%\n专项转移支付收入   17,5  53    934,  350    60   0.0%\n"
     "国有资本经营预算调入资金   66,3  30    68,0  46    72,320 106.3%\n",
     "一般公共预算收入 level 10496140 万元 2025 target\n"
     "一般公共预算收入 level 10500000 万元 2025 estimate\n"
     "一般公共预算收入 level 10710000 万元 2026 target\n"
     "一般公共预算收入 level 102 % 2026 target of 上年执行数\n"
     "企业所得税 level 888840 万元 2025 target\n"
     "企业所得税 level 895381 万元 2025 estimate\n"
     "企业所得税 level 935150 万元 2026 target\n"
     "企业所得税 level 104.4 % 2026 target of 上年执行数\n"
     "专项转移支付收入 level 17553 万元 2025 target\n"
     "专项转移支付收入 level 934350 万元 2025 estimate\n"
     "专项转移支付收入 level 60 万元 2026 target\n"
     "专项转移支付收入 level 0 % 2026 target of 上年执行数\n"
     "国有资本经营预算调入资金@一般公共预算 level 66330 万元 2025 target\n"
     "国有资本经营预算调入资金@一般公共预算 level 68046 万元 2025 estimate\n"
     "国有资本经营预算调入资金@一般公共预算 level 72320 万元 2026 target\n"
     "国有资本经营预算调入资金@一般公共预算 level 106.3 % 2026 target of 上年执行数\n"},
    // A row of one amount under 金额 and 增长%.
    {"OneAmountAndNoRate",
     "2026年某省收入预算表\n单位：万元\n项  目  预算数  比上年增长%\n非税收入  28080000  1.9\n专项收入  4370000  4.1\n"
     "罚没收入  2397000  1.9\n返还性收入  5773909\n调入资金  8656302\n",
     "非税收入 level 28080000 万元 2026 target\n"
     "非税收入 growth 1.9 % 2026 target\n"
     "专项收入 level 4370000 万元 2026 target\n"
     "专项收入 growth 4.1 % 2026 target\n"
     "罚没收入 level 2397000 万元 2026 target\n"
     "罚没收入 growth 1.9 % 2026 target\n"
     "返还性收入 level 5773909 万元 2026 target\n"
     "调入资金 level 8656302 万元 2026 target\n"},
    // A text moved right takes no column that the figure behind it needs; the code of a project is no name.
    {"FigureBehindMovedText",
     "2022年地方政府债券使用情况表\n                                                            单位：亿元\n"
     "      项目名称           项目编号           项目领域    项目主管部门     债券性质   债券规模    发行时间\n"
     "沈白客专江源段征拆项目       P20220581-1139    公交       交通      一般债券   135.43   2022-01\n"
     "梅河口市公交驿站建设项目      P19220602-0001    公交       交通      一般债券   88.42   2019-06\n"
     "                  P20220702-0016 公立医院   卫生             一般债券   236.00   2020-03\n"
     "扶余市城区土地储备项目       P19220724-0005    土地储备     自然资源     一般债券          119.11\n",
     "债券规模[沈白客专江源段征拆项目] level 135.43 亿元 2022 actual\n"
     "债券规模[梅河口市公交驿站建设项目] level 88.42 亿元 2022 actual\n"
     "债券规模 level 236 亿元 2022 actual\n"
     "债券规模[扶余市城区土地储备项目] level 119.11 亿元 2022 actual\n"},
    // The lines of the amounts' header stand over the texts; a whole number of eleven digits is a code.
    {"AmountsOfProjects",
     "2022年地方政府债券使用情况表\n                                                            单位：亿元\n"
     "                                                 债券规模      发行时间\n"
     "      项目名称           项目编号           债券性质\n"
     "                                                 （项目对应      （年/月）\n"
     "梅河口市公交驿站建设项目    P20220581-1139    一般债券             135.43     2018-06\n"
     "沈白客专浑江段征拆项目     P19220602-0001    一般债券              88.42     2019-06\n"
     "扶余市城区土地储备项目     61205104053       专项债券             119.11     2019-08\n",
     "债券规模[梅河口市公交驿站建设项目] level 135.43 亿元 2022 actual\n"
     "债券规模[沈白客专浑江段征拆项目] level 88.42 亿元 2022 actual\n"
     "债券规模[扶余市城区土地储备项目] level 119.11 亿元 2022 actual\n"},
    // A day and the kind of the bonds on a line of their own are no header.
    {"DaysOnTheirOwn",
     "2025年某省地方政府债券发行情况表\n发行日期  债券种类  期限（年）  利率（%）  发行量（亿元）\n7  1.72  93.09\n10  "
     "1.80  2.45\n"
     "2025年7月28日  新增专项债券\n15  2.00  36.39\n30  2.09  29.27\n新增一般债券  10  1.88  54.90\n",
     "期限 level 7 年 2025 actual\n"
     "利率 level 1.72 % 2025 actual\n"
     "发行量 level 93.09 亿元 2025 actual\n"
     "期限 level 10 年 2025 actual\n"
     "利率 level 1.8 % 2025 actual\n"
     "发行量 level 2.45 亿元 2025 actual\n"
     "期限 level 15 年 2025 actual\n"
     "利率 level 2 % 2025 actual\n"
     "发行量 level 36.39 亿元 2025 actual\n"
     "期限 level 30 年 2025 actual\n"
     "利率 level 2.09 % 2025 actual\n"
     "发行量 level 29.27 亿元 2025 actual\n"
     "期限 level 10 年 2025 actual\n"
     "利率 level 1.88 % 2025 actual\n"
     "发行量 level 54.9 亿元 2025 actual\n"},
    // 市级 and its remark stand above and below the line of the others: 全市, then 市级, then 区县.
    {"LevelsInTheirOrder",
     "2025年某市新增专项债券投向情况表\n单位：万元\n市级\n投向领域  全市  区县\n（含功能区）\n全市合计  5283000  "
     "3599200  "
     "1683800\n一、交通基础设施  745600  726500  19100\n",
     "某市新增专项债券投向[全市合计] level 5283000 万元 2025 actual\n"
     "某市新增专项债券投向[全市合计]@市级 level 3599200 万元 2025 actual\n"
     "某市新增专项债券投向[全市合计]@区县 level 1683800 万元 2025 actual\n"
     "交通基础设施[全市] level 745600 万元 2025 actual\n"
     "交通基础设施[市级] level 726500 万元 2025 actual\n"
     "交通基础设施[区县] level 19100 万元 2025 actual\n"},
    // 2024决算数 is a header and tells its year.
    {"YearsWithoutTheirWord",
     "2025年某省财政收支决算总表\n"
     "                                                        单位:万元\n"
     "                                                      比上年\n"
     "         预算科目       2024决算数         2025决算数\n"
     "                                                    （ 同比）+-%\n"
     "全省收入合计                 16,748,735      14,788,173          -11.7\n"
     "一般公共预算收入               13,005,113      12,906,637           -0.8\n"
     "政府性基金预算收入               3,703,372       1,529,194          -58.7\n",
     "全省收入合计 level 16748735 万元 2024 actual\n"
     "全省收入合计 level 14788173 万元 2025 actual\n"
     "全省收入合计 growth -11.7 % 2025 actual\n"
     "一般公共预算收入 level 13005113 万元 2024 actual\n"
     "一般公共预算收入 level 12906637 万元 2025 actual\n"
     "一般公共预算收入 growth -0.8 % 2025 actual\n"
     "政府性基金预算收入 level 3703372 万元 2024 actual\n"
     "政府性基金预算收入 level 1529194 万元 2025 actual\n"
     "政府性基金预算收入 growth -58.7 % 2025 actual\n"},
    // The names are wide enough to stand under the first figures' head.
    {"HeadOverLongNames",
     "2022年地方政府债务发行及还本付息情况表\n"
     "                                                  单位：亿元\n"
     "              项目            本地区              本级\n"
     "一、2021年末地方政府债务余额                  6,259.36         887.89\n"
     "  其中：一般债务                         3,453.82         758.33\n"
     "       专项债务                       2,805.54         129.56\n",
     "地方政府债务余额[本地区] level 6259.36 亿元 2021 actual\n"
     "地方政府债务余额[本级] level 887.89 亿元 2021 actual\n"
     "地方政府债务余额[一般债务]@本地区 level 3453.82 亿元 2021 actual\n"
     "地方政府债务余额[一般债务]@本级 level 758.33 亿元 2021 actual\n"
     "地方政府债务余额[专项债务]@本地区 level 2805.54 亿元 2021 actual\n"
     "地方政府债务余额[专项债务]@本级 level 129.56 亿元 2021 actual\n"},
    // Letters of a heads' last line far apart are cells of their own.
    {"LoneLettersFarApart",
     "2025年转移支付决算表\n单位：万元\n             一般公共服务支             国防支                    公共安全支\n"
     " 市县别           出                 出                       出\n"
     " 甲市           9222               4288                    1991\n 乙市           2196               1008         "
     "           "
     "3695\n",
     "一般公共服务支出[甲市] level 9222 万元 2025 actual\n国防支出[甲市] level 4288 万元 2025 actual\n"
     "公共安全支出[甲市] level 1991 万元 2025 actual\n一般公共服务支出[乙市] level 2196 万元 2025 actual\n"
     "国防支出[乙市] level 1008 万元 2025 actual\n公共安全支出[乙市] level 3695 万元 2025 actual\n"},
    {"NamesWithoutFigures",
     "2025年收入表\n单位：万元\n项目  2024年决算数  2025年执行数\n税收收入  5000  6645\n增值税\n企业所得税\n"
     "个人所得税\n资源税\n房产税\n印花税\n非税收入  1210  1175\n",
     "税收收入 level 5000 万元 2024 actual\n税收收入 level 6645 万元 2025 actual\n"
     "非税收入 level 1210 万元 2024 actual\n非税收入 level 1175 万元 2025 actual\n"},
    // The day of issue is neither the project's name nor the figures'.
    {"DaysAmongFigures",
     "2025年债券发行表\n单位：万元\n发行  发行  债券  债券期\n项目名称\n金额  日期  利率  限(年)\n"
     "甲项目  10000  4月22日  1.84%  10\n一个名字写了两行的\n8000  4月22日  2.13%  30\n乙项目\n",
     "发行金额[甲项目] level 10000 万元 2025 actual\n债券利率[甲项目] level 1.84 % 2025 actual\n"
     "债券期限[甲项目] level 10 年 2025 actual\n发行金额[一个名字写了两行的乙项目] level 8000 万元 2025 actual\n"
     "债券利率[一个名字写了两行的乙项目] level 2.13 % 2025 actual\n"
     "债券期限[一个名字写了两行的乙项目] level 30 年 2025 actual\n"},
    // Which of the lines around a nameless row name it cannot be known, what its figures are can.
    {"NamelessRows",
     "2025年债券发行表\n单位：万元\n发行日期  债券种类  期限（年）  利率（%）  发行量（亿元）\n10  1.70  15.86\n"
     "新增专项债券\n2025年1月23日\n15  1.96  26.72\n",
     "期限 level 10 年 2025 actual\n利率 level 1.7 % 2025 actual\n发行量 level 15.86 亿元 2025 actual\n"
     "期限 level 15 年 2025 actual\n利率 level 1.96 % 2025 actual\n发行量 level 26.72 亿元 2025 actual\n"},
    {"SumBeforeParts",
     "2025年债券分配表\n单位：亿元\n一般债务  专项债务\n地  区  合  计\n新增一  再融资  新增专  再融资\n小计  小计\n"
     "般债券  一般债券  项债券  专项债券\n甲市  10  4  1  3  6  5  1\n乙市  20  8  2  6  12  10  2\n",
     "债券分配[甲市] level 10 亿元 2025 actual\n债券分配[甲市]@一般债务 level 4 亿元 2025 actual\n"
     "新增一般债券[甲市] level 1 亿元 2025 actual\n再融资一般债券[甲市] level 3 亿元 2025 actual\n"
     "债券分配[甲市]@专项债务 level 6 亿元 2025 actual\n新增专项债券[甲市] level 5 亿元 2025 actual\n"
     "再融资专项债券[甲市] level 1 亿元 2025 actual\n债券分配[乙市] level 20 亿元 2025 actual\n"
     "债券分配[乙市]@一般债务 level 8 亿元 2025 actual\n新增一般债券[乙市] level 2 亿元 2025 actual\n"
     "再融资一般债券[乙市] level 6 亿元 2025 actual\n债券分配[乙市]@专项债务 level 12 亿元 2025 actual\n"
     "新增专项债券[乙市] level 10 亿元 2025 actual\n再融资专项债券[乙市] level 2 亿元 2025 actual\n"},
    {"PlacesGlued",
     "2026年转移支付表\n单位：万元\n项  目  越秀区海珠区荔湾区\n税收返还  100  200  300\n结算补助  1  2  3\n",
     "税收返还[越秀区] level 100 万元 2026 target\n税收返还[海珠区] level 200 万元 2026 target\n"
     "税收返还[荔湾区] level 300 万元 2026 target\n结算补助[越秀区] level 1 万元 2026 target\n"
     "结算补助[海珠区] level 2 万元 2026 target\n结算补助[荔湾区] level 3 万元 2026 target\n"},
    {"SectionsAreNoFigures", "目录情况\n单位：万元\n3.1   关于执行情况的说明\n3.2   关于转移支付的说明\n", ""},
};
INSTANTIATE_TEST_SUITE_P(All, TableLayout, testing::ValuesIn(kCases),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace zhibiao
