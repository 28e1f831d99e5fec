// Paragraphs that a program wrapped at an uneven width are whole again; rows of tables stay apart.
#include <gtest/gtest.h>

#include <string>

#include "segment/outline.h"

namespace zhibiao {
namespace {

bool has_sentence(const std::string& text, const std::string& wanted) {
  for (const Sentence& sentence : segment({"a", {}, text}).sentences) {
    if (sentence.text == wanted) return true;
  }
  return false;
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// A dump of a PDF: spaces around figures make the lines end at uneven columns.
const std::string kWrapped =
    "2023 年，全省一般公共预算收入完成 7464.78 亿元，占\n"
    "预 算的 101% ， 比 上年 增 长 5.1%； 一般 公共 预算 支出 完 成\n"
    "12581.74 亿元，占预算的 100.2%，比上年增长 3.7%。\n"
    "——增值税。完成 2027.15 亿元，占预算的 105.2%，增\n"
    "长 41.1%。增幅较高，主要是 2022 年实施大规模增值税留抵\n"
    "退税政策，收入基数较低。\n"
    "——印花税。完成 138.98 亿元，占预算的 106.5%，增长\n"
    "25.1%。增幅较高，主要是 2022 年 7 月印花税法施行后，印花\n"
    "税征期调整，部分收入拖转至 2023 年入库。\n";

TEST(Paragraph, UnevenWrapsAreJoined) {
  EXPECT_TRUE(has_sentence(kWrapped, "完成 2027.15 亿元，占预算的 105.2%，增\n长 41.1%。"));
  EXPECT_TRUE(has_sentence(kWrapped, "完成 138.98 亿元，占预算的 106.5%，增长\n25.1%。"));
}

TEST(Paragraph, PagesAreCrossed) {
  const std::string next =
      "——契税。完成 138.98 亿元，占预算的 106.5%，增长下降\n— 12 —\n25.1%。增幅较高，主要是契税法施行后收入增加。\n";
  EXPECT_TRUE(has_sentence(kWrapped + next, "完成 138.98 亿元，占预算的 106.5%，增长下降\n— 12 —\n25.1%。"));
}

TEST(Paragraph, NumbersBehindWhichAPageEnds) {
  for (const std::string foot : {"12\n\f", "\n        第 12 页\n\f"}) {
    const std::string torn = "完成 138.98 亿元，占预算的 106.5%，增长下降\n" + foot + "25.1%。";
    EXPECT_TRUE(has_sentence(kWrapped + "——契税。" + torn + "增幅较高，主要是契税法施行后收入增加。\n", torn)) << foot;
  }
  EXPECT_FALSE(has_sentence(kWrapped + "——契税。完成 138.98 亿元，占预算的 106.5%，增长下降\n12\n25.1%。\n",
                            "完成 138.98 亿元，占预算的 106.5%，增长下降\n12\n25.1%。"));
}

// A dump of justified text.
TEST(Paragraph, LettersApartAreWrappedToo) {
  std::string text =
      times(6,
            "2025年  ，  全  市  一  般  公  共  预  算  收  入  完  成  934.5亿  元  ，  税  收  收  入\n"
            "完  成  812.82亿  元  、  占  一  般  公  共  预  算  收  入  的  比  重  为  八  成  。\n");
  EXPECT_TRUE(
      has_sentence(text,
                   "2025年  ，  全  市  一  般  公  共  预  算  收  入  完  成  934.5亿  元  ，  税  收  收  入\n"
                   "完  成  812.82亿  元  、  占  一  般  公  共  预  算  收  入  的  比  重  为  八  成  。"));
}

// Each line of the page is a block of its own; an indented line begins a paragraph.
TEST(Paragraph, DoubleSpacedLinesAreJoined) {
  std::string text = times(6,
                           "    2024年，自治区补助市县一般公共预算转移支付资金的决算数为603\n\n"
                           "万元，比上年决算数减少76万元，下降7.6%。需要说明的是，增值税留\n\n"
                           "抵退税抬高了基数。\n\n");
  EXPECT_TRUE(has_sentence(
      text, "2024年，自治区补助市县一般公共预算转移支付资金的决算数为603\n\n万元，比上年决算数减少76万元，下降7.6%。"));
  EXPECT_TRUE(has_sentence(text, "需要说明的是，增值税留\n\n抵退税抬高了基数。"));
}

// Each page of a file may have a width of its own, and a sentence goes on behind it.
TEST(Paragraph, PagesHaveTheirOwnWidths) {
  std::string text =
      times(9,
            "2023年公务用车购置及运行维护费较2022年减少540万元，降幅达到百分之八点一，主要原因有严格落实过紧日子举措\n"
            "加大公务用车管理力度，达到更新年限但仍能继续使用的。\n");
  text += "\f";
  text += times(6,
                "2023年，自治区补助市县一般公共预算转移支付资金1006.7亿\n"
                "元，同比增长9%。分结构看，返还性补助收入43.3亿元，与上年持\n"
                "平。\n");
  text += "2023年，自治区补助市县一般公共预算转移支付资金1007.7亿\n\f元，同比增长8%。\n";
  EXPECT_TRUE(has_sentence(text, "2023年，自治区补助市县一般公共预算转移支付资金1006.7亿\n元，同比增长9%。"));
  EXPECT_TRUE(has_sentence(text, "2023年，自治区补助市县一般公共预算转移支付资金1007.7亿\n\f元，同比增长8%。"));
}

// Markup in the middle of a sentence left breaks behind.
TEST(Paragraph, TornLinesAreJoined) {
  const std::string text =
      "各位代表：\n国内生产总值达到74.4\n\u200B\n万亿元，增长6.7%。\n广义货币M\n2\n预期增长12%左右。\n农业\n2\n工业\n";
  EXPECT_TRUE(has_sentence(text, "国内生产总值达到74.4\n\u200B\n万亿元，增长6.7%。"));
  EXPECT_TRUE(has_sentence(text, "广义货币M\n2\n预期增长12%左右。"));
  EXPECT_FALSE(has_sentence(text, "农业\n2\n工业"));
}

TEST(Paragraph, RowsOfTablesStayApart) {
  const std::string rows = "长沙市芙蓉区公共工程建设、管理   一般债券        78.00 2023-02\n东湖派出所\n";
  for (const Sentence& sentence : segment({"a", {}, kWrapped + rows}).sentences) {
    EXPECT_EQ(sentence.text.find("2023-02\n"), std::string::npos) << sentence.text;
  }
}

}  // namespace
}  // namespace zhibiao
