// The rules that grammars/README.md shows are rules of the grammar, so their examples run with the others.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return std::move(content).str();
}

std::vector<std::string> toml_blocks(const std::string& text) {
  std::vector<std::string> blocks;
  const std::string open = "```toml\n", close = "```";
  for (size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
    const size_t begin = at + open.size();
    blocks.push_back(text.substr(begin, text.find(close, begin) - begin));
  }
  return blocks;
}

TEST(GrammarReadme, ShowsRulesThatExist) {
  const std::filesystem::path folder = std::filesystem::path(ZHIBIAO_SOURCE_DIR) / "grammars";
  std::string rules;
  for (const char* layer : {"mention", "fact"})
    for (const auto& entry : std::filesystem::directory_iterator(folder / layer)) rules += content_of(entry.path());
  const std::vector<std::string> blocks = toml_blocks(content_of(folder / "README.md"));
  ASSERT_GE(blocks.size(), 2u);
  for (const std::string& block : blocks) EXPECT_NE(rules.find(block), std::string::npos) << block;
}

}  // namespace
