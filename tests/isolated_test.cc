#include "text/formats/isolated.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/testing.h"
#include "text/error.h"

namespace zhibiao::testing {
namespace {

std::string refusal(const std::function<std::string()>& work, const ReadLimits& limits = {}) {
  try {
    isolated(work, limits);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Isolated, HandsBackResultsAndErrors) {
  EXPECT_EQ(isolated([] { return std::string("产值"); }, {}), "产值");
  EXPECT_EQ(isolated([] { return std::string(); }, {}), "");
  EXPECT_EQ(isolated([] { return std::string(5'000'000, 'x'); }, {}).size(), 5'000'000u);
  EXPECT_EQ(refusal([]() -> std::string { throw Error("is encrypted"); }), "is encrypted");
}

TEST(Isolated, OutlivesCrashes) {
  EXPECT_NE(refusal([]() -> std::string { std::abort(); }), "");
  EXPECT_NE(refusal([]() -> std::string { ::_exit(3); }), "");
}

TEST(Isolated, GivesUpWhatTakesTooMuch) {
  ReadLimits limits;
  limits.seconds = 1;
  const auto endless = [] {
    while (::getppid() > 0) {
    }
    return std::string();
  };
  EXPECT_NE(refusal(endless, limits).find("--max-seconds"), std::string::npos);
  if (kSanitized) return;
  const auto greedy = [] { return std::string(size_t{3} << 30, 'x'); };
  EXPECT_NE(refusal(greedy).find("--max-memory"), std::string::npos);
}

}  // namespace
}  // namespace zhibiao::testing
