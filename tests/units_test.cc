#include "canon/units.h"

#include <gtest/gtest.h>

#include "figure_words.h"

namespace zhibiao {
namespace {

struct Case {
  const char* value;
  const char* unit;
  const char* base_value;  // "" where nothing can be converted
  const char* base_unit;
};

constexpr Case kCases[] = {
    {"111.4", "亿元", "11140000000", "元"},
    {"30", "万平方米", "300000", "平方米"},
    {"5", "%", "5", "%"},
    {"1.5", "公顷", "15000", "平方米"},
    {"2", "平方公里", "2000000", "平方米"},
    {"387", "万亩", "3870000", "亩"},
    {"2.5", "公里", "2500", "米"},
    {"3", "万斤", "15", "吨"},
    {"12", "公斤", "0.012", "吨"},
    {"601.45", "亿千瓦时", "60145000000", "千瓦时"},
    {"8", "度", "8", "千瓦时"},
    {"9000", "万千瓦", "90000000", "千瓦"},
    {"4", "兆瓦", "4000", "千瓦"},
    {"4", "亿美元", "400000000", "美元"},
    {"0.5", "个百分点", "0.5", "个百分点"},
    {"32.3", "微克/立方米", "32.3", "微克/立方米"},
    {"7.14", "万管/天", "71400", "管/天"},
    {"3", "万人次", "30000", "人次"},
    {"3.5", "万亿", "3500000000000", ""},
    {"177.35", "千公顷", "1773500000", "平方米"},
    {"500", "台(套)", "500", "台(套)"},
    {"7", "分地", "0.7", "亩"},
    {"3.5", "万千升", "35000", "立方米"},
    {"25", "个基点", "0.25", "个百分点"},
    {"2", "个千分点", "0.2", "个百分点"},
    {"5", "克拉", "0.000001", "吨"},
    {"1", "百万千卡", "1000000", "千卡"},
    {"2", "GHz", "2000000000", "赫兹"},
    {"6.9", "亿吨标准煤", "690000000", "吨标准煤"},
    {"310", "克标准煤/千瓦时", "310", "克标准煤/千瓦时"},
    {"5", "万户", "50000", "户"},
    {"3", "万港元", "30000", "港元"},
    {"2.3", "倍", "", ""},
    {"1", "番", "", ""},
    {"1", "", "", ""},
    {"1", "口哨", "", ""},
};

TEST(Units, ToBase) {
  for (const Case& c : kCases) {
    const std::optional<BaseQuantity> base = to_base(*Decimal::parse(c.value), c.unit, testing::figure_words());
    EXPECT_EQ(base ? base->value.to_string() : "", c.base_value) << c.value << c.unit;
    EXPECT_EQ(base ? base->unit : "", c.base_unit) << c.value << c.unit;
  }
}

TEST(Units, TakenApart) {
  const FigureWords& words = testing::figure_words();
  const WrittenUnit area = read_written_unit("万平方米", words);
  EXPECT_EQ(area.power, 4);
  EXPECT_EQ(area.rest, "平方米");
  ASSERT_NE(area.info, nullptr);
  EXPECT_EQ(area.info->category, "area");
  EXPECT_TRUE(read_written_unit("元/人", words).compound);
  // A multiplier alone, and a unit that nobody knows, are kept and not guessed at.
  EXPECT_EQ(read_written_unit("万亿", words).power, 12);
  EXPECT_EQ(read_written_unit("万亿", words).rest, "");
  EXPECT_EQ(read_written_unit("万口哨", words).info, nullptr);
  EXPECT_EQ(read_written_unit("万口哨", words).rest, "口哨");
}

TEST(Units, BaseOfBaseIsItself) {
  const FigureWords& words = testing::figure_words();
  for (const UnitInfo& unit : words.unit_info) {
    if (unit.base.empty() || unit.category == "none" || unit.category == "multiple") continue;
    const std::optional<BaseQuantity> once = to_base(Decimal(3), unit.surface, words);
    ASSERT_TRUE(once) << unit.surface;
    EXPECT_EQ(to_base(once->value, once->unit, words), once) << unit.surface << " → " << once->unit;
  }
}

TEST(FigureWords, TellsEveryBadLine) {
  try {
    parse_figure_words("# 单位\n米\tlength\t米\t1\n尺\tlength\t米\t三分之一\n丈\n", "统一\tidiom\n一体\tword\n");
    FAIL() << "took bad lines";
  } catch (const std::exception& error) {
    const std::string message = error.what();
    EXPECT_NE(message.find("unit.tsv:3:"), std::string::npos) << message;
    EXPECT_NE(message.find("unit.tsv:4:"), std::string::npos) << message;
    EXPECT_NE(message.find("idiom.tsv:2:"), std::string::npos) << message;
  }
}

}  // namespace
}  // namespace zhibiao
