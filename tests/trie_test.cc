#include "text/trie.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace zhibiao {
namespace {

TEST(Trie, FindsTheLongestWord) {
  const Trie trie({{"增长", 1}, {"增长率", 2}, {"总值", 3}, {"增", 4}});
  EXPECT_EQ(trie.longest("增长率达到", 0).value, 2);
  EXPECT_EQ(trie.longest("增长率达到", 0).length, 9u);
  EXPECT_EQ(trie.longest("增长5%", 0).value, 1);
  EXPECT_EQ(trie.longest("增加", 0).value, 4);
  EXPECT_EQ(trie.longest("长率", 0).length, 0u);
  EXPECT_EQ(trie.longest("生产总值", 6).value, 3);
}

TEST(Trie, ShowsAllWordsShortestFirst) {
  const Trie trie({{"中国", 1}, {"中国人", 2}, {"中", 3}});
  std::string seen;
  trie.each("中国人民", 0, [&seen](uint32_t length, int32_t value) {
    seen += std::to_string(length) + ":" + std::to_string(value) + " ";
  });
  EXPECT_EQ(seen, "3:3 6:1 9:2 ");
}

TEST(Trie, KeepsTheFirstValueAndIgnoresTheEmptyWord) {
  const Trie trie({{"亿元", 7}, {"", 1}, {"亿元", 8}});
  EXPECT_EQ(trie.longest("亿元", 0).value, 7);
  EXPECT_EQ(trie.longest("", 0).length, 0u);
}

TEST(Trie, EmptyFindsNothing) {
  for (const Trie& trie : {Trie(), Trie(std::vector<std::pair<std::string_view, int32_t>>())}) {
    EXPECT_EQ(trie.longest("增长", 0).length, 0u);
    EXPECT_EQ(trie.longest(std::string_view("\0a", 2), 0).length, 0u);
  }
}

TEST(Trie, HoldsAnyBytes) {
  const Trie trie({{std::string("\0\xFF", 2), 5}, {"\xFF", 6}});
  EXPECT_EQ(trie.longest(std::string_view("\0\xFF", 2), 0).value, 5);
  EXPECT_EQ(trie.longest("\xFF", 0).value, 6);
  EXPECT_EQ(trie.longest(std::string_view("\0", 1), 0).length, 0u);
}

// Against a map, over many words with common beginnings.
TEST(Trie, AgreesWithAMap) {
  std::map<std::string, int32_t> words;
  uint32_t x = 1;
  const auto random = [&x](uint32_t below) { return ((x = x * 1664525 + 1013904223) >> 16) % below; };
  const std::vector<std::string> pieces = {"中", "国", "人", "民", "经", "济", "a", "b"};
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (uint32_t n = 1 + random(6); n > 0; --n) word += pieces[random(8)];
    words.emplace(word, i);
  }
  const Trie trie({words.begin(), words.end()});
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (uint32_t n = 1 + random(8); n > 0; --n) text += pieces[random(8)];
    int32_t want = -1;
    for (size_t length = 1; length <= text.size(); ++length) {
      if (const auto word = words.find(text.substr(0, length)); word != words.end()) want = word->second;
    }
    ASSERT_EQ(trie.longest(text, 0).value, want) << text;
  }
}

}  // namespace
}  // namespace zhibiao
