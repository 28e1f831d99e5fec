// What is spelled or printed is read back: integers and decimals as ICU's rule-based format spells them in Chinese,
// simplified, traditional and in financial characters; decimals as Decimal prints them.
#include <gtest/gtest.h>
#include <unicode/rbnf.h>

#include <random>
#include <string>

#include "grammar/data.h"
#include "mention/figure.h"

namespace zhibiao {
namespace {

constexpr const char* kCardinal = "%spellout-cardinal";
constexpr const char* kFinancial = "%spellout-cardinal-financial";

// One way of spelling numbers: a locale of ICU and a rule set of it.
struct Spelling {
  const char* name;
  const char* locale;
  const char* rule_set;
};

// Reading numbers back is what the tests do, so that a numeral read in part or as two shows.
std::string read_back(const std::string& text) {
  const std::vector<FoundFigure> found = find_figures(text + "吨", Grammar::embedded().data().figures);
  return found.size() == 1 && found[0].figure.number ? found[0].figure.number->to_string() : "?";
}

class Spelled : public ::testing::TestWithParam<Spelling> {
 protected:
  void check(int64_t number) { expect(spelled(number), std::to_string(number)); }

  // `text` is a decimal: -12.034.
  void check_decimal(const std::string& text) {
    icu::Formattable number;
    number.setDecimalNumber(text, status_);
    expect(spelled(number.getDouble(status_)), Decimal::parse(text)->to_string());
  }

 private:
  void expect(const std::string& text, const std::string& number) {
    ASSERT_TRUE(U_SUCCESS(status_)) << u_errorName(status_);
    EXPECT_EQ(read_back(text), number) << text;
  }

  template <typename Number>
  std::string spelled(Number number) {
    icu::UnicodeString text;
    icu::FieldPosition position;
    format_.format(number, icu::UnicodeString(GetParam().rule_set), text, position, status_);
    std::string utf8;
    return text.toUTF8String(utf8);
  }

  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format_{icu::URBNF_SPELLOUT, icu::Locale(GetParam().locale), status_};
};

TEST_P(Spelled, IntegersAreReadBack) {
  std::mt19937_64 random(20260101);
  for (int64_t number = 1; number <= 3000; ++number) check(number);
  for (int64_t limit = 10'000; limit <= 10'000'000'000'000'000; limit *= 10)
    for (int i = 0; i < 200; ++i) check(static_cast<int64_t>(random() % static_cast<uint64_t>(limit)));
}

// Ones and zeros at every place, where 零 and 一 come and go.
TEST_P(Spelled, SparseIntegersAreReadBack) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 2000; ++i) {
    int64_t number = 0;
    for (int digit = 0; digit < 16; ++digit) number = number * 10 + (random() % 4 == 0 ? 1 : 0);
    check(number);
  }
}

TEST_P(Spelled, NegativesAreReadBack) {
  std::mt19937_64 random(3);
  for (int64_t number = 1; number <= 300; ++number) check(-number);
  for (int i = 0; i < 300; ++i) check(-1 - static_cast<int64_t>(random() % 1'000'000'000'000));
}

TEST_P(Spelled, DecimalsAreReadBack) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 1000; ++i) {
    const std::string sign = i % 3 == 0 ? "-" : "";
    const std::string part = std::to_string(10'000 + 1 + random() % 9999).substr(1);  // 0034
    check_decimal(sign + std::to_string(random() % 1'000'000) + "." + part);
  }
}

INSTANTIATE_TEST_SUITE_P(RuleSets, Spelled,
                         ::testing::Values(Spelling{"Simplified", "zh", kCardinal},
                                           Spelling{"Financial", "zh", kFinancial},
                                           Spelling{"Traditional", "zh_Hant", kCardinal},
                                           Spelling{"TraditionalFinancial", "zh_Hant", kFinancial}),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

TEST(Printed, DecimalsAreReadBack) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 3000; ++i) {
    const std::string sign = i % 3 == 0 ? "-" : "";
    const std::string whole = std::to_string(random() % 1'000'000'000);
    const std::string part = std::to_string(10'000 + 1 + random() % 9999).substr(1);
    const auto decimal = Decimal::parse(sign + whole + "." + part);
    ASSERT_TRUE(decimal);
    EXPECT_EQ(read_back(decimal->to_string()), decimal->to_string());
  }
}

// As many digits as a number may have.
TEST(Printed, LongDecimalsAreReadBack) {
  std::mt19937_64 random(9);
  for (size_t digits = 18; digits < 39; ++digits) {
    std::string text = "7";
    while (text.size() < digits) text += static_cast<char>('0' + random() % 10);
    EXPECT_EQ(read_back(text), text);
    text.insert(1 + random() % (digits - 1), ".");
    text.back() = '3';
    EXPECT_EQ(read_back(text), text);
  }
}

}  // namespace
}  // namespace zhibiao
