// The documentation is executed: every `$ command` of a console block runs in the repository's folder and succeeds; if
// lines follow it, it prints them. A json block is a line of the samples' observations.
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/testing.h"

namespace zhibiao::testing {

struct Block {
  std::string file;
  int line = 0;
  std::string language;
  std::vector<std::string> lines;
};

void PrintTo(const Block& block, std::ostream* out) { *out << block.file << ":" << block.line; }

namespace {

struct Command {
  std::string file;
  int line = 0;
  std::string shell;
  std::string output;
};

std::vector<Block> blocks_of(const std::string& file) {
  std::vector<Block> blocks;
  std::istringstream input(read_report(file));
  bool open = false;
  std::string text;
  for (int line = 1; std::getline(input, text); ++line) {
    if (text.starts_with("```")) {
      if (!open) blocks.push_back({file, line, text.substr(3), {}});
      open = !open;
    } else if (open) {
      blocks.back().lines.push_back(text);
    }
  }
  return blocks;
}

std::vector<Block> all_blocks(const std::string& language) {
  std::vector<Block> found;
  for (const char* file : {"README.md", "docs/observation.md", "docs/mentions.md", "docs/cli.md", "docs/panel.md",
                           "docs/verify.md", "docs/check.md", "docs/view.md", "docs/formats.md", "docs/catalogue.md",
                           "docs/quickstart.md", "docs/reading.md", "docs/recipes.md", "grammars/README.md"}) {
    if (!std::filesystem::exists(std::filesystem::path(ZHIBIAO_SOURCE_DIR) / file)) continue;
    for (Block& block : blocks_of(file)) {
      if (block.language == language) found.push_back(std::move(block));
    }
  }
  return found;
}

std::vector<Command> commands_of(const Block& block) {
  std::vector<Command> commands;
  for (size_t i = 0; i < block.lines.size(); ++i) {
    const std::string& text = block.lines[i];
    if (text.starts_with("$ ")) {
      commands.push_back({block.file, block.line + 1 + static_cast<int>(i), text.substr(2), ""});
    } else if (!commands.empty()) {
      commands.back().output += text + "\n";
    }
  }
  return commands;
}

std::string case_name(const ::testing::TestParamInfo<Block>& info) {
  std::string name = info.param.file + "_" + std::to_string(info.param.line);
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

// The commands of a block run one after the other in a folder of their own that holds links to the repository's files,
// with the system's own tools before others.
class ConsoleTest : public ::testing::TestWithParam<Block> {
 protected:
  ConsoleTest() {
    std::filesystem::create_directories(folder_);
    for (const auto& entry : std::filesystem::directory_iterator(ZHIBIAO_SOURCE_DIR)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with('.') && name != "out") std::filesystem::create_symlink(entry.path(), folder_ / name);
    }
  }
  ~ConsoleTest() override { std::filesystem::remove_all(folder_); }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("zhibiao_readme_" + std::to_string(getpid()));
};

TEST_P(ConsoleTest, CommandsDoWhatIsShown) {
  const std::string start = "unset LC_ALL LC_MESSAGES LANG ZHIBIAO_CONFIG; set +o pipefail; cd '" + folder_.string() +
                            "' && PATH=\"$(dirname \"$zhibiao\"):/usr/bin:$PATH\" && set -e; ";
  for (const Command& command : commands_of(GetParam())) {
    const Outcome outcome = run_shell(start + command.shell);
    EXPECT_EQ(outcome.code, 0) << command.file << ":" << command.line << ": " << command.shell;
    if (command.output.empty()) continue;
    EXPECT_EQ(outcome.out, command.output) << command.file << ":" << command.line;
  }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ConsoleTest);
INSTANTIATE_TEST_SUITE_P(Docs, ConsoleTest, ::testing::ValuesIn(all_blocks("console")), case_name);

// Line breaks in the block are there for the reader only.
TEST(JsonBlockTest, IsALineOfTheSamples) {
  std::string observations;
  for (const std::string& path : texts_in("samples")) {
    observations += read_report(std::filesystem::path(path).replace_extension(".ndjson").string());
  }
  for (const Block& block : all_blocks("json")) {
    std::string json;
    for (const std::string& line : block.lines) json += line.substr(std::min(line.find_first_not_of(' '), line.size()));
    EXPECT_NE(observations.find(json + "\n"), std::string::npos) << block.file << ":" << block.line << "\n" << json;
  }
}

TEST(LinksTest, LeadToFiles) {
  for (const std::string file :
       {"README.md",          "docs/observation.md", "docs/mentions.md",  "docs/cli.md",         "docs/accuracy.md",
        "docs/words.md",      "docs/panel.md",       "docs/verify.md",    "docs/check.md",       "docs/view.md",
        "docs/formats.md",    "docs/catalogue.md",   "docs/design.md",    "docs/README.md",      "docs/quickstart.md",
        "docs/reading.md",    "docs/recipes.md",     "docs/scale.md",     "README.zh-CN.md",     "docs/reliability.md",
        "grammars/README.md", "bench/README.md",     "samples/README.md", "tests/gold/README.md"}) {
    const std::string text = read_report(file);
    for (size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      const std::string target = text.substr(at + 2, text.find_first_of(")#", at) - at - 2);
      if (target.empty() || target.find("://") != std::string::npos) continue;
      const auto path = (std::filesystem::path(ZHIBIAO_SOURCE_DIR) / file).parent_path() / target;
      EXPECT_TRUE(std::filesystem::exists(path)) << file << " leads to " << target;
    }
  }
}

}  // namespace
}  // namespace zhibiao::testing
