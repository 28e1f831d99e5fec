#include "mention/decimal.h"

#include <gtest/gtest.h>

namespace zhibiao {
namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

TEST(Decimal, PrintsShortest) {
  const char* const kCases[][2] = {
      {"5", "5"},
      {"-2.6", "-2.6"},
      {"1234.50", "1234.5"},
      {"0012", "12"},
      {"0.10", "0.1"},
      {"-0", "0"},
      {"-0.00", "0"},
      {"+7", "7"},
      {"000", "0"},
      {"0.000001", "0.000001"},
      {"100", "100"},
      {"100.0", "100"},
      {"12345678901234567890123456789012345678901234567890", "12345678901234567890123456789012345678901234567890"},
  };
  for (const auto& [text, want] : kCases) EXPECT_EQ(decimal(text).to_string(), want) << text;
}

TEST(Decimal, RefusesWhatIsNoPlainNumber) {
  for (const char* text : {"", "-", ".5", "5.", "1e5", "1,234", "--1", "1.2.3", " 1", "五"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
  EXPECT_TRUE(Decimal::parse(std::string(80, '9')));
  EXPECT_FALSE(Decimal::parse(std::string(81, '9')));
}

TEST(Decimal, Adds) {
  const char* const kCases[][3] = {
      {"1", "2", "3"},   {"0.1", "0.2", "0.3"},  {"999", "1", "1000"},
      {"-5", "3", "-2"}, {"5", "-5", "0"},       {"1.05", "-0.05", "1"},
      {"0", "7", "7"},   {"-1.5", "-2.5", "-4"}, {"0.001", "1000", "1000.001"},
  };
  for (const auto& [a, b, want] : kCases) {
    EXPECT_EQ((decimal(a) + decimal(b)).to_string(), want) << a << " + " << b;
    EXPECT_EQ((decimal(want) - decimal(b)), decimal(a)) << want << " - " << b;
  }
}

TEST(Decimal, MultipliesAndShifts) {
  EXPECT_EQ(decimal("111.4") * decimal("100000000"), decimal("11140000000"));
  EXPECT_EQ(decimal("-0.5") * decimal("0.2"), decimal("-0.1"));
  EXPECT_EQ(decimal("0") * decimal("-3"), decimal("0"));
  EXPECT_EQ(decimal("111.4").shifted(8).to_string(), "11140000000");
  EXPECT_EQ(decimal("120").shifted(-4).to_string(), "0.012");
  EXPECT_EQ(decimal("1.5").shifted(1).to_string(), "15");
}

TEST(Decimal, DividesToSixteenDigits) {
  const char* const kCases[][3] = {
      {"1", "3", "0.3333333333333333"},
      {"2", "3", "0.6666666666666667"},
      {"1", "4", "0.25"},
      {"100", "8", "12.5"},
      {"-1", "2", "-0.5"},
      {"7", "7", "1"},
      {"0", "9", "0"},
      {"1", "7000", "0.0001428571428571429"},
      {"2.04", "1", "2.04"},
      {"1", "3.5", "0.2857142857142857"},
      {"11", "14", "0.7857142857142857"},
  };
  for (const auto& [a, b, want] : kCases) {
    EXPECT_EQ(Decimal::divide(decimal(a), decimal(b)).to_string(), want) << a << " / " << b;
  }
}

TEST(Decimal, Compares) {
  EXPECT_LT(decimal("-2"), decimal("-1.5"));
  EXPECT_LT(decimal("9"), decimal("10"));
  EXPECT_EQ(Decimal::compare(decimal("1.0"), decimal("1")), 0);
  EXPECT_EQ(Decimal(-42).to_string(), "-42");
  EXPECT_EQ(Decimal(INT64_MIN).to_string(), "-9223372036854775808");
}

}  // namespace
}  // namespace zhibiao
