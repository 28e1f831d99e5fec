// Which numbers of a table are no figures: codes, months, the numbers of rows and pages, glyph codes. What only looks
// like one must stay unexplained.
#include <gtest/gtest.h>

#include <string>

#include "check/audit_table.h"

namespace zhibiao {
namespace {

// The mark of the first `digits` in the text.
TableMark mark_of(const std::string& text, const std::string& digits, bool row = true) {
  const auto at = static_cast<uint32_t>(text.find(digits));
  return table_mark(text, {at, at + static_cast<uint32_t>(digits.size())}, row);
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
  EXPECT_EQ(mark_of("1.9   2021 年收入决算表\n增长 1.10 亿元\n", "1.9", false), TableMark::digits);
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
