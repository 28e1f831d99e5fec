// What is spelled or printed is read back: integers as ICU's rule-based format spells them in Chinese, decimals as
// Decimal prints them.
#include <gtest/gtest.h>
#include <unicode/rbnf.h>

#include <random>
#include <string>

#include "grammar/data.h"
#include "mention/figure.h"

namespace zhibiao {
namespace {

std::string spelled(const icu::RuleBasedNumberFormat& format, int64_t number, const char* rule_set) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  icu::FieldPosition position;
  format.format(number, icu::UnicodeString(rule_set), text, position, status);
  std::string utf8;
  return U_SUCCESS(status) ? text.toUTF8String(utf8) : utf8;
}

std::string read_back(const std::string& text) {
  const std::vector<FoundFigure> found = find_figures(text + "吨", Grammar::embedded().data().figures);
  return found.size() == 1 && found[0].figure.number ? found[0].figure.number->to_string() : "?";
}

class Spelled : public ::testing::TestWithParam<const char*> {};

TEST_P(Spelled, IntegersAreReadBack) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale("zh"), status);
  ASSERT_TRUE(U_SUCCESS(status));
  std::mt19937_64 random(20260101);
  const auto check = [&](int64_t number) {
    const std::string text = spelled(format, number, GetParam());
    EXPECT_EQ(read_back(text), std::to_string(number)) << text;
  };
  for (int64_t number = 1; number <= 3000; ++number) check(number);
  for (int64_t limit = 10'000; limit <= 1'000'000'000'000'000; limit *= 10)
    for (int i = 0; i < 200; ++i) check(static_cast<int64_t>(random() % static_cast<uint64_t>(limit)) + 1);
}

INSTANTIATE_TEST_SUITE_P(RuleSets, Spelled, ::testing::Values("%spellout-cardinal", "%spellout-cardinal-financial"),
                         [](const auto& chosen) { return chosen.index == 0 ? "Cardinal" : "Financial"; });

TEST(Printed, DecimalsAreReadBack) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 3000; ++i) {
    const std::string whole = std::to_string(random() % 1'000'000'000);
    const std::string part = std::to_string(1 + random() % 9999);
    const auto decimal = Decimal::parse(whole + "." + part);
    ASSERT_TRUE(decimal);
    EXPECT_EQ(read_back(decimal->to_string()), decimal->to_string());
  }
}

}  // namespace
}  // namespace zhibiao
