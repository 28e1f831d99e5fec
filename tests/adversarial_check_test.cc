// Checks over reports that tell of one thing without end: they look at what stands near, not at each pair.
#include <gtest/gtest.h>

#include <string>

#include "check/checker.h"
#include "tests/testing.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

constexpr uint32_t kTimes = kSanitized ? 1'000 : 20'000;

// The observations of the text, the last `again` of them told again and again with ids of their own.
std::vector<Observation> without_end(const std::string& text, size_t again) {
  std::vector<Observation> told = extract(text, "long.txt", Grammar::embedded()).observations;
  EXPECT_GE(told.size(), again) << text;
  while (told.size() < kTimes) {
    Observation next = told[told.size() - again];
    next.id = static_cast<uint32_t>(told.size() + 1);
    told.push_back(std::move(next));
  }
  return told;
}

TEST(AdversarialCheck, PartsWithoutEnd) {
  const auto told = without_end("财政支出5亿元，其中：教育支出2亿元，卫生支出3亿元。", 2);
  ASSERT_TRUE(told[2].part_of);
  const std::vector<Finding> findings = Checker(Grammar::embedded()).document(told, {});
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings.front().kind, "parts");
  EXPECT_TRUE(findings.front().ok);
}

TEST(AdversarialCheck, AGroupWithoutEnd) {
  const auto told = without_end("2021年粮食产量100万吨。2022年粮食产量105万吨，增长5%。", 2);
  ASSERT_EQ(told[2].measure, Measure::growth);
  const std::vector<Finding> findings = Checker(Grammar::embedded()).document(told, {});
  EXPECT_FALSE(findings.empty());
}

TEST(AdversarialCheck, SharesWithoutEnd) {
  const auto told = without_end("2022年财政支出5亿元，教育支出2亿元，占财政支出的40%。", 2);
  const std::vector<Finding> findings = Checker(Grammar::embedded()).document(told, {});
  EXPECT_GT(findings.size(), kTimes / 3);
}

}  // namespace
}  // namespace zhibiao::testing
