// Tables from text to observations: one small table of each form, and what headers, captions and names make of a cell.
#include <gtest/gtest.h>

#include <string>

#include "observe/table_figure.h"
#include "segment/table_line.h"
#include "segment/table_projects.h"
#include "segment/table_unit.h"
#include "table_observations.h"

namespace zhibiao {
namespace {

class TableRows : public testing::TestWithParam<TableCase> {};

TEST_P(TableRows, AreObserved) { EXPECT_EQ(observations(GetParam().text), GetParam().want); }

const TableCase kCases[] = {
    {"Tabs", "表1 2025年主要农产品产量\n指标\t产量（万吨）\t比上年增长（%）\n油料\t6.08\t-0.9\n其中：花生\t5.66\t—\n",
     "油料 level 6.08 万吨 2025 actual\n油料 growth -0.9 % 2025 actual\n花生 level 5.66 万吨 2025 actual\n"},
    // Cells of several lines part the rows; what comes behind goes on with the unit.
    {"InterruptedRows",
     "2025年债券使用情况表\n单位：亿元\n项目          领域      债券规模\n甲路        交通      1.5\n乙路        交通  "
     "    2.5\n"
     "湖南省文化\n和旅游\n厅某处\n公司甲\n公司乙\n某院        卫生\n丙路        交通      3.5\n丁路        交通      "
     "4.5\n",
     "债券规模[甲路] level 1.5 亿元 2025 actual\n债券规模[乙路] level 2.5 亿元 2025 actual\n"
     "丙路 level 3.5 亿元 2025 actual\n丁路 level 4.5 亿元 2025 actual\n"},
    {"GluedFigures",
     "2025年支出执行表\n单位：万元\n执行数为\n执行数为\n项目  （调整）预算数执行数  "
     "（调整）预算\n上年执行数的%\n数的%\n"
     "图书馆  24,400  25,364 104.0%86.8%\n文化活动  8  9 112.5%1,300.4%\n",
     "图书馆 level 24400 万元 2025 target\n图书馆 level 25364 万元 2025 actual\n"
     "图书馆 level 104 % 2025 actual of （调整）预算数\n图书馆 level 86.8 % 2025 actual of 上年执行数\n"
     "文化活动 level 8 万元 2025 target\n文化活动 level 9 万元 2025 actual\n"
     "文化活动 level 112.5 % 2025 actual of （调整）预算数\n文化活动 level 1300.4 % 2025 actual of 上年执行数\n"},
    {"HalvesOfHeaders",
     "2025年支出决算表\n单位：万元\n                      决算数为预 决算数为上\n    项目     预算数    决算数\n"
     "                      算数的% 年决算数的%\n教育支出      2,488     2,253      90.6%    100.8%\n"
     "普通教育      1,951     1,811      92.8%     98.5%\n",
     "教育支出 level 2488 万元 2025 target\n教育支出 level 2253 万元 2025 actual\n"
     "教育支出 level 90.6 % 2025 actual of 预算数\n教育支出 level 100.8 % 2025 actual of 上年决算数\n"
     "普通教育 level 1951 万元 2025 target\n普通教育 level 1811 万元 2025 actual\n"
     "普通教育 level 92.8 % 2025 actual of 预算数\n普通教育 level 98.5 % 2025 actual of 上年决算数\n"},
    {"EarlierYearFirst",
     "2026年支出表\n单位：万元\n2025年\n项目  2026年预算数\n（调整）预算数\n行政运行  5,468  6,185\n档案馆  1,844  "
     "1,727\n",
     "行政运行 level 5468 万元 2025 target\n行政运行 level 6185 万元 2026 target\n"
     "档案馆 level 1844 万元 2025 target\n档案馆 level 1727 万元 2026 target\n"},
    // A row without rates: its amounts fill the columns of amounts. One with fewer tells nobody which is which.
    {"AmountsAndRates",
     "2025年收入执行表\n单位：万元\n2025年执行数\n2024年  2025年\n项  目\n决算数  预算数\n金额  占预算%  增长%\n"
     "税收收入  100  120  126  105.00  26.00\n债务收入  30  40  50\n其他收入  7  8\n",
     "税收收入 level 100 万元 2024 actual\n税收收入 level 120 万元 2025 target\n税收收入 level 126 万元 2025 actual\n"
     "税收收入 level 105 % 2025 actual of 预算\n税收收入 growth 26 % 2025 actual\n"
     "债务收入 level 30 万元 2024 actual\n债务收入 level 40 万元 2025 target\n债务收入 level 50 万元 2025 actual\n"},
    // The growth is of the amount, not of what was planned for the same year.
    {"PlanThenAmount",
     "2025年收入决算表\n单位：万元\n项目\t2025年预算数\t金额\t比上年增长%\n税收收入\t120\t126\t5\n非税收入\t30\t40\t-"
     "2\n",
     "税收收入 level 120 万元 2025 target\n税收收入 level 126 万元 2025 actual\n税收收入 growth 5 % 2025 actual\n"
     "非税收入 level 30 万元 2025 target\n非税收入 level 40 万元 2025 actual\n非税收入 growth -2 % 2025 actual\n"},
    // 项  目  金  额 came as one cell.
    {"SpacedOutHeads",
     "2025年补助情况表\n单位：万元\n项  目  金  额  其中：不含青岛\n所得税返还  57739  47490\n消费税返还  1777  1410\n",
     "所得税返还 level 57739 万元 2025 actual\n所得税返还[不含青岛] level 47490 万元 2025 actual\n"
     "消费税返还 level 1777 万元 2025 actual\n消费税返还[不含青岛] level 1410 万元 2025 actual\n"},
    // The sum of each group has no head of its own.
    {"SumsFirst",
     "2025年债务情况表\n单位：亿元\n              2025年债务限额          2025年债务余额\n  地   区\n"
     "                   一般债务    专项债务         一般债务    专项债务\n"
     "  甲县    71.48    33.27    38.21    68.50    30.35    38.15\n"
     "  乙县    52.91    34.95    17.96    50.75    32.82    17.93\n"
     "  丙县    14.29     2.05    12.24    14.10     2.01    12.09\n",
     "债务限额[甲县] level 71.48 亿元 2025 actual\n"
     "债务限额一般债务[甲县] level 33.27 亿元 2025 actual\n"
     "债务限额专项债务[甲县] level 38.21 亿元 2025 actual\n"
     "债务余额[甲县] level 68.5 亿元 2025 actual\n"
     "债务余额一般债务[甲县] level 30.35 亿元 2025 actual\n"
     "债务余额专项债务[甲县] level 38.15 亿元 2025 actual\n"
     "债务限额[乙县] level 52.91 亿元 2025 actual\n"
     "债务限额一般债务[乙县] level 34.95 亿元 2025 actual\n"
     "债务限额专项债务[乙县] level 17.96 亿元 2025 actual\n"
     "债务余额[乙县] level 50.75 亿元 2025 actual\n"
     "债务余额一般债务[乙县] level 32.82 亿元 2025 actual\n"
     "债务余额专项债务[乙县] level 17.93 亿元 2025 actual\n"
     "债务限额[丙县] level 14.29 亿元 2025 actual\n"
     "债务限额一般债务[丙县] level 2.05 亿元 2025 actual\n"
     "债务限额专项债务[丙县] level 12.24 亿元 2025 actual\n"
     "债务余额[丙县] level 14.1 亿元 2025 actual\n"
     "债务余额一般债务[丙县] level 2.01 亿元 2025 actual\n"
     "债务余额专项债务[丙县] level 12.09 亿元 2025 actual\n"},
    // Which of its cells are empty, the rates of the other rows tell: 8 is of 2024, 5 of a year that nobody knows.
    {"RatesTellPlaces",
     "2025年收入执行表\n单位：万元\n项目  2024年决算数  2025年执行数  增长%\n增值税  100  126  26.0\n契税  50  55  "
     "10.0\n"
     "房产税  40  60  50.0\n车船税  8  -100.0\n资源税  5\n",
     "增值税 level 100 万元 2024 actual\n增值税 level 126 万元 2025 actual\n增值税 growth 26 % 2025 actual\n"
     "契税 level 50 万元 2024 actual\n契税 level 55 万元 2025 actual\n契税 growth 10 % 2025 actual\n"
     "房产税 level 40 万元 2024 actual\n房产税 level 60 万元 2025 actual\n房产税 growth 50 % 2025 actual\n"
     "车船税 level 8 万元 2024 actual\n车船税 growth -100 % 2025 actual\n"},
    {"FirstNameBroken",
     "2025年支出执行表\n单位：万元\n2025年执行数\n2025年\n项  目\n比上年\n预算数\n金额  "
     "占预算%\n增长%\n其他城乡居民医疗\n"
     "51795  51761  99.9  3.0\n保险支出\n工伤保险支出  843385  796286  94.4  3.4\n",
     "其他城乡居民医疗保险支出 level 51795 万元 2025 target\n其他城乡居民医疗保险支出 level 51761 万元 2025 actual\n"
     "其他城乡居民医疗保险支出 level 99.9 % 2025 actual of 预算\n其他城乡居民医疗保险支出 growth 3 % 2025 actual\n"
     "工伤保险支出 level 843385 万元 2025 target\n工伤保险支出 level 796286 万元 2025 actual\n"
     "工伤保险支出 level 94.4 % 2025 actual of 预算\n工伤保险支出 growth 3.4 % 2025 actual\n"},
    {"LoneFigures",
     "2025年支出决算表\n单位：万元\n科目名称  2025年决算数\n340\n职业教育\n2435\n学前教育\n13009\n小学教育\n",
     "职业教育 level 340 万元 2025 actual\n学前教育 level 2435 万元 2025 actual\n小学教育 level 13009 万元 2025 "
     "actual\n"},
    {"CodesOneSpaceApart", "2025年支出决算表\n单位：万元\n2070113 旅游宣传 150\n20702 文物 599\n2070205 博物馆 432\n",
     "旅游宣传 level 150 万元 2025 actual\n文物 level 599 万元 2025 actual\n博物馆 level 432 万元 2025 actual\n"},
    // Nobody knows what a figure without a header is that stands beside figures with one.
    {"BesideTheHeaders", "2025年收入表\n项目\t2025年决算数（万元）\n税收收入\t100\t-8.9\n非税收入\t40\t2.1\n",
     "税收收入 level 100 万元 2025 actual\n非税收入 level 40 万元 2025 actual\n"},
    {"CarriedOver", "单位：万元\n项目\t2025年执行数\n上年结余收入\t996\n本年支出合计\t2434\n",
     "上年结余收入 level 996 万元 2025 actual\n本年支出合计 level 2434 万元 2025 actual\n"},
    {"NumberedTitles",
     "单位：万元\n项目    2025年决算数\n税收收入     100\n非税收入      40\n1.9 2025年政府性基金支出决算表\n教育支出   "
     "   12\n"
     "其他支出      13\n",
     "税收收入 level 100 万元 2025 actual\n非税收入 level 40 万元 2025 actual\n"
     "教育支出@政府性基金 level 12 万元 2025 actual\n其他支出@政府性基金 level 13 万元 2025 actual\n"},
    // Lines of long names, cells beside the figures, a month behind the amount: the project is the row's name.
    {"Projects",
     "2025年地方政府债券使用情况表\n单位：亿元\n"
     "                                                        发行时间\n"
     "  项目名称        项目编号        项目领域    实施单位      债券规模\n"
     "                                                        （年/月）\n"
     "2021年雪亮工程    P21431002-0042  社会保障    北湖区政法委    99.00 2025-06\n"
     "                                              某市城市管理\n"
     "招牌提质改造      P18430302-0050  其他        局              111.00 2025-01\n"
     "学校维修          P22430302-0040  义务教育    某中学          64.43 2025-07\n",
     "债券规模[雪亮工程] level 99 亿元 2025 actual\n债券规模[招牌提质改造] level 111 亿元 2025 actual\n"
     "债券规模[学校维修] level 64.43 亿元 2025 actual\n"},
    {"TitlesAreNoRows",
     "第二部分     2021年财政决算报表\n2.1    2021年财政收支总表\n2.2    2021年收入决算表\n2.3    2021年支出决算表\n",
     ""},
    {"NamesBelow",
     "单位：万元\n项目  2024年  2025年\n697  690\n1.增值税\n352  386\n2.企业所得税\n109  126\n3.个人所得税\n",
     "增值税 level 697 万元 2024 actual\n增值税 level 690 万元 2025 actual\n"
     "企业所得税 level 352 万元 2024 actual\n企业所得税 level 386 万元 2025 actual\n"
     "个人所得税 level 109 万元 2024 actual\n个人所得税 level 126 万元 2025 actual\n"},
    {"AlignedSpaces",
     "          2025年收入执行表\n                              单位：万元\n   项     目     2024年完成数    "
     "2025年完成数   "
     "增减%\n税收收入              107,428        93,400   -13.06\n\n  增值税                43,057        39,245    "
     "-8.85\n",
     "税收收入 level 107428 万元 2024 actual\n税收收入 level 93400 万元 2025 actual\n税收收入 growth -13.06 % 2025 "
     "actual\n增值税 level 43057 万元 2024 actual\n增值税 level 39245 万元 2025 actual\n增值税 growth -8.85 % 2025 "
     "actual\n"},
    {"Pipes", "2025年人口\n\n| 指标 | 年末数（万人） |\n| --- | --- |\n| 常住人口 | 199.5 |\n| 其中：城镇 | 122.5 |\n",
     "常住人口 level 199.5 万人 2025 actual\n常住人口[城镇] level 122.5 万人 2025 actual\n"},
    {"DrawnLines",
     "2025年对外贸易\n┌────┬─────────┐\n│指标│绝对数（亿元）│\n├────┼─────────┤\n│出口│242.75│\n│进口│46.74│\n"
     "└────┴─────────┘\n",
     "出口 level 242.75 亿元 2025 actual\n进口 level 46.74 亿元 2025 actual\n"},
    {"MergedHeaders",
     "单位：亿元\n项目\t2025年预算数\t\t2025年快报数\t2025年快报数比2024年决算数\t\n\t年初\t调整后\t\t增减额\t增减%\n"
     "非税收入\t26\t32\t33\t3\t10.5\n",
     "非税收入 level 26 亿元 2025 target\n非税收入 level 32 亿元 2025 target\n非税收入 level 33 亿元 2025 actual\n"
     "非税收入 change 3 亿元 2025 actual\n非税收入 growth 10.5 % 2025 actual\n"},
    {"UnitColumnAndGroups",
     "2025年运输量\n指标\t单位\t绝对数\t比上年增长（%）\n公路\t\t\t\n货物发送量\t万吨\t24387\t8.4\n水路\t\t\t\n"
     "旅客发送量\t万人次\t49.72\t4.5\n",
     "货物发送量[公路] level 24387 万吨 2025 actual\n货物发送量[公路] growth 8.4 % 2025 actual\n"
     "旅客发送量[水路] level 49.72 万人次 2025 actual\n旅客发送量[水路] growth 4.5 % 2025 actual\n"},
    {"PlacesAndColumnsThatName",
     "2025年进出口\n国家和地区\t出口额(亿元)\t比上年增长(%)\t进口额(亿元)\t比上年增长(%)\n美国\t242.75\t-34.5\t46.74\t-"
     "36\n",
     "出口额[美国] level 242.75 亿元 2025 actual\n出口额[美国] growth -34.5 % 2025 actual\n"
     "进口额[美国] level 46.74 亿元 2025 actual\n进口额[美国] growth -36 % 2025 actual\n"},
    {"PartsOfTheCaption", "2025年分行业固定资产投资增速\n行业\t比上年增长（%）\n总计\t9.9\n采矿业\t83.7\n",
     "固定资产投资[总计] growth 9.9 % 2025 actual\n固定资产投资[采矿业] growth 83.7 % 2025 actual\n"},
    {"SharesAndRanks", "2025年工业\n指标\t增加值（亿元）\t占地区生产总值比重（%）\t位次\n工业\t320\t41.5\t3\n",
     "增加值[工业] level 320 亿元 2025 actual\n增加值[工业] level 41.5 % 2025 actual of 地区生产总值\n"
     "增加值[工业] rank 3 2025 actual\n"},
    {"NextYearsBudget", "2026年预算草案\n单位：万元\n项目\t上年完成数\t预算数\n本级收入合计\t120\t130\n",
     "本级收入合计 level 120 万元 2025 actual\n本级收入合计 level 130 万元 2026 target\n"},
    {"CellsInOrderOnly",
     "2025年债务执行情况表\n单位：亿元\n2025年债务限额  2025年债务余额\n地  区\n合计  一般债务  合计  一般债务\n"
     "威海市  15  3  14  2\n荣成市  2  1  2  1\n",
     "债务限额[威海市] level 15 亿元 2025 actual\n债务限额一般债务[威海市] level 3 亿元 2025 actual\n"
     "债务余额[威海市] level 14 亿元 2025 actual\n债务余额一般债务[威海市] level 2 亿元 2025 actual\n"
     "债务限额[荣成市] level 2 亿元 2025 actual\n债务限额一般债务[荣成市] level 1 亿元 2025 actual\n"
     "债务余额[荣成市] level 2 亿元 2025 actual\n债务余额一般债务[荣成市] level 1 亿元 2025 actual\n"},
    {"FiguresBetweenTheLinesOfAName",
     "2025年支出表\n单位：万元\n项目  预算数  决算数\n旅游基金支出  672  419\n国家电影事业发展专项资金安排的\n1330  "
     "1508\n支出\n",
     "旅游基金支出 level 672 万元 2025 target\n旅游基金支出 level 419 万元 2025 actual\n"
     "国家电影事业发展专项资金安排的支出 level 1330 万元 2025 target\n"
     "国家电影事业发展专项资金安排的支出 level 1508 万元 2025 actual\n"},
    {"ProseWithWideSpacesIsNoTable", "全年粮食产量100万吨，  比上年增长5%。\n",
     "粮食产量 level 100 万吨 2025 actual\n粮食产量 growth 5 % 2025 actual\n"},
    {"ContentsAreNoTable", "目录\n一、综合    1\n二、农业    5\n三、工业    9\n", ""},
};

INSTANTIATE_TEST_SUITE_P(Tables, TableRows, testing::ValuesIn(kCases),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(TableRows, CellsKnowTheirHeaders) {
  const Outline found = outline("表2 收入\n单位：亿元\n项目\t2025年\t\n\t完成数\t增长%\n一、税收\t12\t-3.5\n");
  const Sentence& row = found.sentences.back();
  ASSERT_EQ(row.kind, SentenceKind::table_row);
  ASSERT_EQ(row.cells.size(), 2u);
  EXPECT_EQ(row.cells[0].row_header, "一、税收");
  EXPECT_EQ(row.cells[0].column_headers, (std::vector<std::string>{"2025年", "完成数"}));
  EXPECT_EQ(row.cells[0].unit, "亿元");
  EXPECT_EQ(row.cells[1].unit, "%");
  EXPECT_EQ(row.cells[1].caption, "表2收入");
}

// The names stand on the lines above and below the codes; of three lines between two codes nobody knows.
TEST(TableProjects, AreNamedAroundTheirCodes) {
  const std::string text =
      "沈白客专征拆项目      P19220602-0001   铁路      建设局         88.42\n"
      "扶余市城区土地储备项                          资源\n"
      "                P19220724-0005   土地储备    自然资源局      119.11\n"
      "     目                                 乡建设局\n"
      "舒兰市中心小学校新\n"
      "                P18220283-0010   义务教育    教育局        100.00\n"
      "  建教学楼工程\n"
      "一座桥\n"
      "的引线和匝道\n"
      "                P18220283-0011   公路      交通局        100.00\n"
      "工程\n";
  std::vector<TableLine> rows;
  for (const TextLine& line : lines_of(text)) rows.push_back(table_line(text, line));
  const std::vector<std::string> names = wrapped_projects(text, rows);
  ASSERT_GT(names.size(), 9u);
  EXPECT_EQ(names[0], "");  // named in its own line
  EXPECT_EQ(names[2], "扶余市城区土地储备项目");
  EXPECT_EQ(names[5], "");
  EXPECT_EQ(names[9], "");
}

TEST(TableLine, KnowsFigures) {
  for (const char* figure : {"1,234", "-2.6", "(12.5)", "100%", "5%左右", "１２．３", "≥95%", "第3位", "12万人次"})
    EXPECT_EQ(kind_of_piece(figure), PieceKind::figure) << figure;
  for (const char* text : {"2024年", "2018-06", "12月", "1.", "3类", "P20220113-0028", "1-12月", "0-15岁", "税收"})
    EXPECT_EQ(kind_of_piece(text), PieceKind::text) << text;
  for (const char* blank : {"-", "—", "…", "－－", "/"}) EXPECT_EQ(kind_of_piece(blank), PieceKind::blank) << blank;
}

TEST(TableUnit, IsInHeaders) {
  EXPECT_EQ(unit_in_header("出口额（亿元）"), "亿元");
  EXPECT_EQ(unit_in_header("增减%"), "%");
  EXPECT_EQ(unit_in_header("单价(元/吨)"), "元/吨");
  EXPECT_EQ(unit_in_header("固定资产投资（不含农户）"), "");
  EXPECT_EQ(unit_in_line("金额单位：万元、%"), "万元");
  EXPECT_EQ(unit_in_line("单位：亿元2026年初当年增减"), "亿元");
}

TEST(TableFigure, HasSignBoundAndUnit) {
  EXPECT_EQ(table_figure("(1,234.50)")->value.to_string(), "-1234.5");
  EXPECT_EQ(table_figure("−2.6")->value.to_string(), "-2.6");
  EXPECT_EQ(table_figure("≥95%")->bound, Bound::at_least);
  EXPECT_EQ(table_figure("5%左右")->unit, "%");
  EXPECT_EQ(table_figure("—"), std::nullopt);
}

}  // namespace
}  // namespace zhibiao
