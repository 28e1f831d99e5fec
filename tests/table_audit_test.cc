// Which numbers of a table are no figures: codes, months, the numbers of rows and pages, glyph codes. What only looks
// like one must stay unexplained.
#include <gtest/gtest.h>

#include <string>

#include "check/audit_cells.h"
#include "check/audit_listing.h"
#include "check/audit_score.h"
#include "check/audit_table.h"

namespace zhibiao {
namespace {

// The mark of the first `digits` in the text.
TableMark mark_of(const std::string& text, const std::string& digits, bool row = true) {
  const auto at = static_cast<uint32_t>(text.find(digits));
  return table_mark(text, {at, at + static_cast<uint32_t>(digits.size())}, row);
}

std::string_view cell_of(const std::string& text, const std::string& digits, bool row = true) {
  const auto at = static_cast<uint32_t>(text.find(digits));
  return undecided_cell(text, {at, at + static_cast<uint32_t>(digits.size())}, row);
}

TEST(UndecidedCellTest, FewerFiguresThanColumns) {
  const std::string rows = "章丘区  49771  18888  30883\n济阳区  10241  8441  1800\n槐荫区  19510  19510\n";
  EXPECT_EQ(cell_of(rows, "19510"), "cells are missing");
  EXPECT_EQ(cell_of(rows, "18888"), "") << "a whole row that was not read";
  EXPECT_EQ(cell_of(rows, "19510", false), "") << "in no table";
  EXPECT_EQ(cell_of("章丘区  49771  18888\n槐荫区  19510\n", "19510"), "") << "one row proves no column";
  EXPECT_EQ(cell_of("甲      49771     18888\n乙      1024      844\n丙                195\n", "195"), "")
      << "laid out: the place tells";
}

TEST(UndecidedCellTest, HalfPagesWithoutNames) {
  const std::string half = "148,488 536,270 7,555\n4,026 2,242 3,160\n越秀区海珠区荔湾区\n";
  EXPECT_EQ(cell_of(half, "536,270", false), "no name in the row");
  EXPECT_EQ(cell_of("医疗卫生支出\n148,488 536,270 7,555\n补助\n", "536,270"), "") << "its name stands around it";
}

TEST(TableMarkTest, CodesOfClassification) {
  const std::string rows = "2070113   旅游宣传   150\n\n20702   文物   599\n";
  EXPECT_EQ(mark_of(rows, "2070113"), TableMark::code);
  EXPECT_EQ(mark_of(rows, "20702"), TableMark::code);
  EXPECT_EQ(mark_of(rows, "150"), TableMark::digits);
  EXPECT_EQ(mark_of(rows, "2070113", false), TableMark::digits) << "prose";
  EXPECT_EQ(mark_of("16424  一般公共服务支出\n某某支出  12\n", "16424"), TableMark::digits) << "no code near by";
  EXPECT_EQ(mark_of("20．20133-宣传事务科目 5535 万元", "20133", false), TableMark::code);
  EXPECT_EQ(mark_of("[229]其他支出  1,289.30", "229"), TableMark::code);
}

TEST(TableMarkTest, CodesOfProjectsAndMonths) {
  const std::string row = "某工程   P23430105-0009   一般债券   67.55 2022-07\n";
  EXPECT_EQ(mark_of(row, "23430105"), TableMark::code);
  EXPECT_EQ(mark_of(row, "0009"), TableMark::code);
  EXPECT_EQ(mark_of(row, "67.55"), TableMark::digits);
  EXPECT_EQ(mark_of(row, "2022"), TableMark::month);
  EXPECT_EQ(mark_of(row, "07"), TableMark::month);
  EXPECT_EQ(mark_of("某工程   2022-17\n", "2022"), TableMark::digits);
  EXPECT_EQ(mark_of("   XMWH22052100033300500071\n某工程   280.00\n   70801160440\n", "70801160440"), TableMark::code);
  EXPECT_EQ(mark_of("合计\n   70801160440\n", "70801160440"), TableMark::digits);
}

TEST(TableMarkTest, NumbersOfRowsAndPages) {
  const std::string rows = "1\t某局\t5059\n2\t某办公室\t3979\n";
  EXPECT_EQ(mark_of(rows, "1"), TableMark::row);
  EXPECT_EQ(mark_of(rows, "2"), TableMark::row);
  EXPECT_EQ(mark_of(rows, "5059"), TableMark::digits);
  EXPECT_EQ(mark_of("28  某支出\n31  某收入\n", "28"), TableMark::digits);
  EXPECT_EQ(mark_of("—  187—\n", "187", false), TableMark::page);
  EXPECT_EQ(mark_of("第 16 页\n", "16", false), TableMark::page);
  EXPECT_EQ(mark_of("187\n", "187", false), TableMark::digits);
  const std::string contents = "1.9   2021 年收入决算表\n1.10 2021 年支出决算表\n";
  EXPECT_EQ(mark_of(contents, "1.9", false), TableMark::row);
  EXPECT_EQ(mark_of(contents, "1.10", false), TableMark::row);
  EXPECT_EQ(mark_of("1.9   2021 年收入决算表\n增长 1.10 亿元\n", "1.9", false), TableMark::form);
  EXPECT_EQ(mark_of("1.9   2021 年收入情况\n增长 1.10 亿元\n", "1.9", false), TableMark::digits);
}

TEST(TableMarkTest, NumbersOfForms) {
  EXPECT_EQ(mark_of("\f1.4 2021年一般公共预算支出决算表\n", "1.4", false), TableMark::form);
  EXPECT_EQ(mark_of("  2.4 2020年省本级一般公共预算支出\n功能分类决算表（不含管委会）\n", "2.4", false),
            TableMark::form);
  EXPECT_EQ(mark_of("2.4 一般公共服务支出\n其中：人大事务\n", "2.4"), TableMark::digits);
  EXPECT_EQ(mark_of("2.4 一般公共服务支出 36 表\n", "2.4"), TableMark::digits);
  EXPECT_EQ(mark_of("得分率 70%，详见表 2。\n", "2", false), TableMark::form);
  EXPECT_EQ(mark_of("  表  118\n", "118"), TableMark::digits) << "more than two digits";
  EXPECT_EQ(mark_of("选出代表 12，\n", "12", false), TableMark::digits);
}

TEST(TableMarkTest, YearsOfColumns) {
  EXPECT_EQ(mark_of("预算科目   2020决算数   2021决算数\n", "2020"), TableMark::year);
  EXPECT_EQ(mark_of("实施周期起始年度  2026  到期年度  2030\n", "2030"), TableMark::year);
  EXPECT_EQ(mark_of("预算科目   3020决算数\n", "3020"), TableMark::digits);
  EXPECT_EQ(mark_of("预算科目   2020\n", "2020"), TableMark::digits);
}

struct Score {
  bool points, interval, share;
};

Score score_of(const std::string& text, const std::string& digits) {
  const auto at = static_cast<uint32_t>(text.find(digits));
  const ByteSpan bytes{at, at + static_cast<uint32_t>(digits.size())};
  return {are_points(text, bytes), bounds_interval(text, bytes), scores_share(text, bytes)};
}

TEST(ScoreTest, Points) {
  EXPECT_TRUE(score_of("满意度（ 15 分） 甲", "15").points);
  EXPECT_TRUE(score_of("分值 3 分，评价得分 2.5 分。", "2.5").points);
  EXPECT_FALSE(score_of("（3 分钟）", "3").points);
  EXPECT_FALSE(score_of("每度电 5 分。", "5").points) << "money";
  EXPECT_FALSE(score_of("得 3 分之一", "3").points);
  EXPECT_FALSE(score_of("得分 3", "3").points);
}

TEST(ScoreTest, Intervals) {
  EXPECT_TRUE(score_of("合规[3.6,4]，一般[2,3)", "3.6").interval);
  EXPECT_TRUE(score_of("合规[3.6,4]，一般[2,3)", "4").interval);
  EXPECT_TRUE(score_of("不够科学[0,1.8）", "1.8").interval);
  EXPECT_FALSE(score_of("甲（3,4）", "3").interval);
  EXPECT_FALSE(score_of("甲[2,]", "2").interval);
  EXPECT_FALSE(score_of("甲[2]", "2").interval);
}

TEST(ScoreTest, Shares) {
  const std::string head = "三级指标  权重  得分  得分率\n";
  EXPECT_TRUE(score_of(head + "明确性   4    1.00   25.00%   -\n", "4").share);
  EXPECT_TRUE(score_of(head + "明确性   4    1.00   25.00%   -\n", "1.00").share);
  EXPECT_FALSE(score_of(head + "明确性   4    1.00   26.00%   -\n", "1.00").share);
  EXPECT_FALSE(score_of(head + "明确性   400    100   25.00%   -\n", "400").share);
  EXPECT_FALSE(score_of("支出  预算数  执行数\n甲   4    1.00   25.00%\n", "4").share);
}

TEST(ListingTest, TellsWhatIsNumbered) {
  struct Case {
    std::string text, digits, want;
  };
  const Case kCases[] = {
      {"其中:1.社会保险费收入 555683", "1", "item number"},
      {"其中:1.社会保险费收入 555683", "555683", ""},
      {"注：1.2025年预算数是", "1.2025", "item number"},
      {"增长1.2025亿元", "1.2025", ""},
      {"达到3.户", "3", ""},
      {"123.社会保险费收入", "123", ""},
      {"15、2026年省级基金预算表\n", "15", "number of a table"},
      {"15、2026年省级基金收入\n", "15", ""},
      {"表22.2025年收入表……", "22.2025", "number of a table"},
      {"表  135\n", "135", "number of a table"},
      {"表  135  12\n", "135", ""},
      {"（财税〔 2014 〕", "2014", "number of a document"},
      {"财农指〔2022〕107\n", "107", "number of a document"},
      {"（财税〔 2014 ", "2014", ""},
      {"〕107", "107", ""},
      {"  1-00000015   一般债券", "1", "table code"},
      {"  1-00000015   一般债券", "00000015", "table code"},
      {"  1-15   一般债券", "15", ""},
      {"上一页 1 2 下一页", "2", "page link"},
      {"上一页 1 2", "2", ""},
  };
  for (const Case& c : kCases) {
    const auto at = static_cast<uint32_t>(c.text.find(c.digits));
    EXPECT_EQ(number_in_listing(c.text, {at, at + static_cast<uint32_t>(c.digits.size())}), c.want) << c.text;
  }
}

TEST(TableMarkTest, ChineseNumbersOfItems) {
  const std::string row = "契税 12 十一、农林水支出 5\n";
  const auto at = static_cast<uint32_t>(row.find("十一"));
  EXPECT_TRUE(numbers_item(row, {at, at + 6}));
  EXPECT_FALSE(numbers_item("一二、三", {0, 3}));
}

TEST(TableMarkTest, GlyphCodesAndEdges) {
  EXPECT_EQ(mark_of("\x14\x15 9C \x11\n", "9"), TableMark::glyph);
  EXPECT_EQ(mark_of("9", "9"), TableMark::digits);
  EXPECT_EQ(mark_of(std::string(20000, 'x') + " 2022-07 " + std::string(20000, 'x'), "2022"), TableMark::month);
}

}  // namespace
}  // namespace zhibiao
