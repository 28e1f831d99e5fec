#include "text/formats/isolated.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/testing.h"
#include "text/error.h"

namespace zhibiao::testing {
namespace {

std::string refusal(IsolatedWork work, const ReadLimits& limits = {}) {
  try {
    isolated(work, "", limits);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

std::string twice(std::string_view bytes, const ReadLimits&) { return std::string(bytes) + std::string(bytes); }

TEST(Isolated, HandsBackResultsAndErrors) {
  EXPECT_EQ(isolated(twice, "产值", {}), "产值产值");
  EXPECT_EQ(isolated(twice, "", {}), "");
  EXPECT_EQ(isolated(twice, std::string(5'000'000, 'x'), {}), std::string(10'000'000, 'x'));
  EXPECT_EQ(refusal([](std::string_view, const ReadLimits&) -> std::string { throw Error("is encrypted"); }),
            "is encrypted");
}

TEST(Isolated, OutlivesCrashes) {
  EXPECT_NE(refusal([](std::string_view, const ReadLimits&) -> std::string { std::abort(); }), "");
  EXPECT_NE(refusal([](std::string_view, const ReadLimits&) -> std::string { ::_exit(3); }), "");
}

TEST(Isolated, GivesUpWhatTakesTooMuch) {
  ReadLimits limits;
  limits.seconds = 1;
  const IsolatedWork endless = [](std::string_view, const ReadLimits&) {
    while (::getppid() > 0) {
    }
    return std::string();
  };
  const IsolatedWork asleep = [](std::string_view, const ReadLimits&) {
    while (true) ::pause();
    return std::string();
  };
  for (const IsolatedWork work : {endless, asleep}) {
    EXPECT_NE(refusal(work, limits).find("--max-seconds"), std::string::npos);
  }
  if (kSanitized) return;
  const IsolatedWork greedy = [](std::string_view, const ReadLimits&) { return std::string(size_t{3} << 30, 'x'); };
  EXPECT_NE(refusal(greedy).find("--max-memory"), std::string::npos);
}

std::mutex held_by_a_thread;

// The sanitizers' allocator, iconv and static variables that are being made have such locks.
TEST(Isolated, FindsNoLockThatAThreadHolds) {
  prepare_isolation();
  const std::lock_guard held(held_by_a_thread);
  ReadLimits limits;
  limits.seconds = 5;
  const IsolatedWork locks = [](std::string_view bytes, const ReadLimits&) {
    const std::lock_guard taken(held_by_a_thread);
    return std::string(bytes);
  };
  EXPECT_EQ(isolated(locks, "产值", limits), "产值");
}

void ask_in_many_threads() {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([thread] {
      for (int i = 0; i < 20; ++i) {
        const std::string asked = std::to_string(thread * 1000 + i);
        EXPECT_EQ(isolated(twice, asked, {}), asked + asked);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// Each thread gets its own answer. Former bug: processes that were forked at the same time kept each other's channels
// open.
TEST(Isolated, IsAskedByManyThreads) {
  if (!kSanitized) ask_in_many_threads();
  prepare_isolation();
  ask_in_many_threads();
}

}  // namespace
}  // namespace zhibiao::testing
