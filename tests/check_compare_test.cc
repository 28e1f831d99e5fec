// The arithmetic of check: what numbers a wording allows, and whether two meet. All of it in exact decimals.
#include <gtest/gtest.h>

#include "check/compare.h"
#include "grammar/data.h"

namespace zhibiao {
namespace {

const FigureWords& words() { return Grammar::embedded().data().figures; }

Observation figure(const std::string& value, const std::string& unit, const std::string& text,
                   Bound bound = Bound::exact) {
  Observation o;
  o.value = Decimal::parse(value);
  o.unit = unit;
  o.value_text = text;
  o.bound = bound;
  return o;
}

std::string rounding(const std::string& value, const std::string& unit, const std::string& text,
                     Bound bound = Bound::exact) {
  const auto quantity = quantity_of(figure(value, unit, text, bound), words());
  return quantity ? quantity->rounding.to_string() + quantity->unit : "none";
}

TEST(CompareTest, RoundsByTheWrittenDecimals) {
  EXPECT_EQ(rounding("130", "亿元", "130亿元"), "50000000元");
  EXPECT_EQ(rounding("16.5", "亿元", "16.50亿元"), "500000元");
  EXPECT_EQ(rounding("3.3", "%", "３．３％"), "0.05%");
  EXPECT_EQ(rounding("1234.5", "万元", "1,234.5"), "500元");
  EXPECT_EQ(rounding("1856000", "张", "一百八十五万六千张"), "500张");
  EXPECT_EQ(rounding("7484", "户", "7484户"), "0户");
  EXPECT_EQ(rounding("7.5", "万户", "7.5万户"), "500户");
  EXPECT_EQ(rounding("130", "亿元", "130亿元", Bound::about), "650000000元");
  EXPECT_EQ(rounding("3", "%", "3%", Bound::about), "0.5%");
  EXPECT_EQ(rounding("0.3333333333333333", "", "三分之一"), "none");
  EXPECT_EQ(rounding("2", "番", "两番"), "none");
}

Quantity plain(const std::string& number, const std::string& off = "0") {
  return {*Decimal::parse(number), *Decimal::parse(number), false, false, *Decimal::parse(off), "元"};
}

TEST(CompareTest, BoundsLeaveRoom) {
  const auto more = quantity_of(figure("100", "元", "100元", Bound::more), words());
  ASSERT_TRUE(more);
  EXPECT_TRUE(gap_of(*more, plain("180")).ok());
  EXPECT_FALSE(gap_of(*more, plain("80")).ok());
  const auto less = quantity_of(figure("100", "元", "100元", Bound::at_most), words());
  EXPECT_TRUE(gap_of(*less, plain("80")).ok());
  EXPECT_FALSE(gap_of(*less, plain("180")).ok());
  Observation range = figure("0", "元", "5-6元");
  range.value.reset();
  range.low = Decimal(5);
  range.high = Decimal(6);
  EXPECT_TRUE(gap_of(*quantity_of(range, words()), plain("5.7")).ok());
  EXPECT_FALSE(gap_of(*quantity_of(range, words()), plain("7")).ok());
}

TEST(CompareTest, DifferencesKeepTheirSign) {
  EXPECT_EQ(gap_of(plain("10"), plain("12")).difference, Decimal(-2));
  EXPECT_EQ(gap_of(plain("12"), plain("10")).difference, Decimal(2));
  EXPECT_EQ(excess_of(plain("10"), plain("12")).difference, Decimal(0));
  EXPECT_EQ(excess_of(plain("12"), plain("10")).difference, Decimal(2));
  EXPECT_TRUE(gap_of(plain("10", "1"), plain("12", "1")).ok());
  EXPECT_FALSE(gap_of(plain("10", "1"), plain("12", "0.9")).ok());
}

TEST(CompareTest, SumsAndDifferencesCarryRounding) {
  const Quantity sum = plain("130", "0.5") + plain("16.5", "0.05");
  EXPECT_EQ(sum.low.to_string(), "146.5");
  EXPECT_EQ(sum.rounding.to_string(), "0.55");
  const Quantity difference = plain("3.5", "0.05") - plain("1", "0.5");
  EXPECT_EQ(difference.low.to_string(), "2.5");
  EXPECT_EQ(difference.rounding.to_string(), "0.55");
}

TEST(CompareTest, QuotientsAreExactToSixPlaces) {
  const auto growth = growth_of(plain("110"), plain("100"));
  ASSERT_TRUE(growth);
  EXPECT_EQ(growth->low.to_string(), "10");
  const auto third = percent_of(plain("1"), plain("3"));
  EXPECT_EQ(third->low.to_string(), "33.333333");
  // 20.5 / 9.5 is the most that 20 ± 0.5 over 10 ± 0.5 can be.
  const auto rough = percent_of(plain("20", "0.5"), plain("10", "0.5"));
  EXPECT_EQ(rough->rounding.to_string(), "15.789475");
  EXPECT_FALSE(growth_of(plain("110"), plain("0")));
  EXPECT_FALSE(growth_of(plain("110"), plain("0.4", "0.5")));
  EXPECT_FALSE(growth_of(plain("-1"), plain("5")));
}

TEST(CompareTest, RoundsHalfAwayFromZero) {
  EXPECT_EQ(rounded(*Decimal::parse("2.345"), 2).to_string(), "2.35");
  EXPECT_EQ(rounded(*Decimal::parse("-2.345"), 2).to_string(), "-2.35");
  EXPECT_EQ(rounded(*Decimal::parse("2.344"), 2).to_string(), "2.34");
  EXPECT_EQ(rounded(*Decimal::parse("0.004"), 2).to_string(), "0");
  EXPECT_EQ(rounded(*Decimal::parse("9.999"), 2).to_string(), "10");
  EXPECT_EQ(rounded(Decimal(1200), -2).to_string(), "1200");
}

}  // namespace
}  // namespace zhibiao
