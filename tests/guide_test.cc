// What the program tells of itself: languages, help, manual pages, completion asked of the shells, --config.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "tests/run_program.h"
#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

constexpr const char* kReport = "2022年政府工作报告\n\n地区生产总值424亿元，增长5.2%。\n";

class Guide : public ::testing::Test {
 protected:
  Guide() { folder.write("a.txt", kReport); }

  Ran shell(const std::string& command) const { return folder.shell(command); }

  // With these variables in the environment; bash itself is not to know of them.
  Ran under(const std::string& environment, const std::string& arguments) const {
    return shell("env " + environment + " '" + ProgramFolder::program() + "' " + arguments);
  }

  // The first words of the lines.
  std::vector<std::string> words(const std::string& arguments) const {
    std::vector<std::string> found;
    std::istringstream lines(shell("zhibiao complete -- " + arguments).out);
    std::string line;
    std::getline(lines, line);
    if (line != "words") return {line};
    while (std::getline(lines, line)) found.push_back(line.substr(0, line.find('\t')));
    return found;
  }

  std::vector<std::string> commands() const {
    std::vector<std::string> all = words("''");
    for (const char* sub : {"grammar check", "grammar list"}) all.emplace_back(sub);
    return all;
  }

  ProgramFolder folder;
};

bool has_hanzi(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '\xE4' && c <= '\xE9'; });
}

using Words = std::vector<std::string>;

TEST_F(Guide, EveryHelpTextIsInBothLanguages) {
  const Words all = commands();
  ASSERT_GT(all.size(), 17u);
  for (const std::string& command : all) {
    for (const std::string what : {"''", "-"}) {
      std::istringstream lines(shell("zhibiao --lang zh complete -- " + command + " " + what).out);
      std::string line;
      std::getline(lines, line);
      while (std::getline(lines, line)) EXPECT_TRUE(has_hanzi(line.substr(line.find('\t')))) << command << ": " << line;
    }
    const Ran english = shell("zhibiao " + command + " --help");
    EXPECT_EQ(english.code, 0) << command;
    EXPECT_NE(english.out.find("Usage: zhibiao " + command), std::string::npos) << english.out;
    const Ran chinese = shell("zhibiao " + command + " --help --lang zh");
    EXPECT_NE(chinese.out.find("用法: zhibiao " + command), std::string::npos) << chinese.out;
    EXPECT_TRUE(has_hanzi(chinese.out.substr(0, chinese.out.find('\n')))) << chinese.out;
  }
}

TEST_F(Guide, TheLocaleDecidesUnlessTheUserDoes) {
  const std::string english = "zhibiao: no.txt: No such file or directory\n";
  const std::string chinese = "zhibiao: no.txt: 没有这个文件或目录\n";
  EXPECT_EQ(under("LC_ALL=zh_CN.UTF-8 LANG=en_US", "read no.txt").err, chinese);
  EXPECT_EQ(under("LC_ALL= LC_MESSAGES=zh_TW LANG=C", "read no.txt").err, chinese);
  EXPECT_EQ(under("LC_ALL= LC_MESSAGES= LANG=zh_CN", "read no.txt").err, chinese);
  EXPECT_EQ(under("LC_ALL=C LC_MESSAGES=zh_CN LANG=zh_CN", "read no.txt").err, english);
  EXPECT_EQ(under("LC_ALL=zh_CN", "--lang en read no.txt").err, english);
  EXPECT_EQ(under("LC_ALL=C", "read no.txt --lang=zh").err, chinese);
}

TEST_F(Guide, AWrongCommandLineIsToldInTheLanguageAskedFor) {
  EXPECT_EQ(shell("zhibiao --lang zh extract --no-such a.txt").err,
            "zhibiao: 多余的参数：--no-such（见 zhibiao --help）\n");
  EXPECT_EQ(shell("zhibiao --lang zh").err, "zhibiao: 请写出命令（见 zhibiao --help）\n");
  EXPECT_EQ(shell("zhibiao --lang zh extract --format odd a.txt").err,
            "zhibiao: --format: odd 不是以下各项之一：ndjson, csv, json, markdown, table, tsv（见 zhibiao --help）\n");
  EXPECT_EQ(shell("zhibiao --lang xx extract a.txt").code, 2);
}

// Results are data: the language is for help, messages, explanations and labels.
TEST_F(Guide, ResultsDoNotDependOnTheLanguage) {
  folder.write("broken.pdf", "%PDF-1.4\nno");
  for (const std::string command :
       {"extract a.txt broken.pdf", "extract --format table a.txt", "audit a.txt", "check --format table a.txt",
        "panel a.txt broken.pdf", "read a.txt broken.pdf", "panel a.txt --format md"}) {
    const Ran english = under("LC_ALL=C", command);
    const Ran chinese = under("LC_ALL=zh_CN.UTF-8", command);
    EXPECT_FALSE(english.out.empty()) << command;
    EXPECT_EQ(english.out, chinese.out) << command;
    EXPECT_EQ(english.code, chinese.code) << command;
    EXPECT_EQ(english.err.empty(), chinese.err.empty()) << command;
  }
}

TEST_F(Guide, ThePageOfViewIsLabelledInTheLanguage) {
  EXPECT_NE(under("LC_ALL=C", "view a.txt").out.find("<html lang=\"en\""), std::string::npos);
  EXPECT_NE(under("LC_ALL=zh_CN.UTF-8", "view a.txt").out.find("<html lang=\"zh-CN\""), std::string::npos);
  EXPECT_NE(shell("zhibiao view a.txt a.txt --lang zh").out.find("2 份报告"), std::string::npos);
}

TEST_F(Guide, HelpOnCommandsAndTopics) {
  EXPECT_EQ(shell("zhibiao help extract").out, shell("zhibiao extract --help").out);
  EXPECT_EQ(shell("zhibiao help grammar check").out, shell("zhibiao grammar check --help").out);
  EXPECT_EQ(shell("zhibiao help observation").out, read_report("docs/observation.md"));
  EXPECT_NE(shell("zhibiao help exit-codes").out.find("  130 "), std::string::npos);
  EXPECT_NE(shell("zhibiao help environment").out.find("ZHIBIAO_CONFIG"), std::string::npos);
  const std::string topics = shell("zhibiao help").out;
  for (const char* topic : {"extract", "panel", "observation", "cli", "exit-codes", "environment"}) {
    EXPECT_NE(topics.find(std::string("\n  ") + topic + " "), std::string::npos) << topic << "\n" << topics;
  }
  const Ran unknown = shell("zhibiao help weather");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.err.find("weather"), std::string::npos);
}

// --- the documentation of the options

TEST_F(Guide, DocsListEveryOptionAndNoOther) {
  const std::string docs = read_report("docs/cli.md");
  std::set<std::string> all;
  for (const std::string& command : commands()) {
    const Words options = words(command + " --");
    ASSERT_FALSE(options.empty()) << command;
    for (const std::string& option : options) {
      all.insert(option);
      EXPECT_NE(docs.find("`" + option), std::string::npos) << command << " " << option << " is not in docs/cli.md";
    }
    const std::string name = command.substr(0, command.find(' '));
    EXPECT_NE(docs.find(name), std::string::npos) << command;
  }
  ASSERT_GT(all.size(), 60u);
  static const std::regex kOption(R"(`(--[a-z][a-z-]*))");
  for (std::sregex_iterator option(docs.begin(), docs.end(), kOption), end; option != end; ++option) {
    EXPECT_TRUE(all.count((*option)[1]) == 1) << "docs/cli.md tells of " << (*option)[1];
  }
}

// --- completion

TEST_F(Guide, CompletesCommandsOptionsAndValues) {
  EXPECT_EQ(words("ext"), Words({"extract"}));
  EXPECT_EQ(words("grammar ''"), Words({"check", "list"}));
  EXPECT_EQ(words("extract --resu"), Words({"--resume"}));
  EXPECT_EQ(words("extract --verb"), Words({"--verbose"}));
  EXPECT_EQ(words("--jobs 2 extract a.txt --off"), Words({"--offsets"}));
  EXPECT_EQ(words("extract --offsets ''"), Words({"bytes", "codepoints", "utf16"}));
  EXPECT_EQ(words("extract --offsets=u"), Words({"--offsets=utf16"}));
  EXPECT_EQ(words("extract --offsets = u"), Words({"utf16"}));
  EXPECT_EQ(words("extract --keep document,"), Words({"document,sentence", "document,term"}));
  EXPECT_EQ(words("--color a"), Words({"auto", "always"}));
  EXPECT_EQ(words("completion ''"), Words({"bash", "fish", "zsh"}));
  EXPECT_EQ(words("help pan"), Words({"panel"}));
  EXPECT_EQ(words("man ext"), Words({"extract"}));
  EXPECT_EQ(words("extract ''"), Words({"files"}));
  EXPECT_EQ(words("extract -o ''"), Words({"files"}));
  EXPECT_EQ(words("extract --grammars ''"), Words({"folders"}));
  EXPECT_EQ(words("extract --jobs ''"), Words());
  EXPECT_EQ(words("extract -- --resu"), Words({"files"}));
  EXPECT_EQ(words("weather --no-such=''"), Words());
  EXPECT_EQ(words("comple"), Words({"completion"}));  // how shells ask is no command to type
}

// The shells take these options of the program: what follows is asked of bash, zsh and fish themselves.
class Shells : public Guide {
 protected:
  Shells() {
    folder.shell("mkdir bin; ln -s '" + ProgramFolder::program() + "' bin/zhibiao; mkdir reports; touch reports/b.txt");
  }
  bool has(const std::string& program) const { return shell("command -v " + program).code == 0; }
};

// Sorted lines.
Words sorted_lines(const std::string& text) {
  Words lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST_F(Shells, BashCompletes) {
  const auto ask = [&](const std::string& typed) {
    return sorted_lines(shell("export PATH=$PWD/bin:$PATH; unset -f zhibiao; eval \"$(zhibiao completion bash)\"; "
                              "COMP_WORDS=(" +
                              typed +
                              "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                              "$(complete -p zhibiao | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); "
                              "printf '%s\\n' \"${COMPREPLY[@]}\"")
                            .out);
  };
  EXPECT_EQ(ask("zhibiao ext"), Words({"extract"}));
  EXPECT_EQ(ask("zhibiao extract --offsets ''"), Words({"bytes", "codepoints", "utf16"}));
  EXPECT_EQ(ask("zhibiao extract --offsets = u"), Words({"utf16"}));
  EXPECT_EQ(ask("zhibiao extract --resu"), Words({"--resume"}));
  EXPECT_EQ(ask("zhibiao extract a.t"), Words({"a.txt"}));
  EXPECT_EQ(ask("zhibiao extract --grammars rep"), Words({"reports"}));
}

TEST_F(Shells, FishCompletes) {
  if (!has("fish")) GTEST_SKIP() << "fish is not installed: scripts/setup test";
  const auto ask = [&](const std::string& typed) {
    Words found;
    const Ran ran = shell(
        "export PATH=$PWD/bin:$PATH HOME=$PWD; fish -N -c 'zhibiao completion fish | source; "
        "complete -C \"" +
        typed + "\"'");
    for (const std::string& line : sorted_lines(ran.out)) found.push_back(line.substr(0, line.find('\t')));
    EXPECT_EQ(ran.err, "");
    return found;
  };
  EXPECT_EQ(ask("zhibiao ext"), Words({"extract"}));
  EXPECT_EQ(ask("zhibiao extract --offsets "), Words({"bytes", "codepoints", "utf16"}));
  EXPECT_EQ(ask("zhibiao extract --offsets=u"), Words({"--offsets=utf16"}));
  EXPECT_EQ(ask("zhibiao extract --resu"), Words({"--resume"}));
  EXPECT_EQ(ask("zhibiao extract a.t"), Words({"a.txt"}));
  EXPECT_EQ(ask("zhibiao extract --grammars rep"), Words({"reports/"}));
}

// zsh has no way to ask but to type: a pseudo terminal in which a key is pressed, and the line is read back.
TEST_F(Shells, ZshCompletes) {
  if (!has("zsh")) GTEST_SKIP() << "zsh is not installed: scripts/setup test";
  folder.write("ask.zsh", R"(zmodload zsh/zpty
zpty asked zsh -f -i
zpty -w asked "PS1=; HOME=$PWD; autoload -Uz compinit; compinit -u -D; eval \"\$(zhibiao completion zsh)\"; bindkey '^I' complete-word; tell() { print -r -- \"<<\$BUFFER>>\"; BUFFER=; zle accept-line }; zle -N tell; bindkey '^X' tell; print ready"
zpty -r -m asked line $'*\nready*'
zpty -w -n asked "$1"$'\t'$'\x18'
zpty -r -m asked line '*<<*>>*'
print -r -- ${${line##*<<}%%>>*}
)");
  const auto ask = [&](const std::string& typed) {
    const Ran ran = shell("export PATH=$PWD/bin:$PATH; timeout 100 zsh -f ask.zsh '" + typed + "'");
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out.substr(0, ran.out.find('\n'));
  };
  EXPECT_EQ(ask("zhibiao ext"), "zhibiao extract ");
  EXPECT_EQ(ask("zhibiao extract --offsets u"), "zhibiao extract --offsets utf16 ");
  EXPECT_EQ(ask("zhibiao extract --offsets=u"), "zhibiao extract --offsets=utf16 ");
  EXPECT_EQ(ask("zhibiao extract --resu"), "zhibiao extract --resume ");
  EXPECT_EQ(ask("zhibiao extract a.t"), "zhibiao extract a.txt ");
  EXPECT_EQ(ask("zhibiao extract --grammars rep"), "zhibiao extract --grammars reports/");
}

// --- manual pages

TEST_F(Guide, EveryCommandHasAManualPageWithAllItsOptions) {
  for (const std::string& command : words("''")) {
    const Ran page = shell("zhibiao man " + command);
    EXPECT_EQ(page.code, 0) << command;
    EXPECT_TRUE(page.out.starts_with(".TH \"zhibiao-" + command + "\" 1 ")) << page.out.substr(0, 80);
    for (const std::string& option : words(command + " --")) {
      const std::string written = std::regex_replace(option, std::regex("-"), "\\-");
      EXPECT_NE(page.out.find("\\fB" + written + "\\fR"), std::string::npos) << command << " " << option;
    }
  }
  EXPECT_TRUE(shell("zhibiao man").out.starts_with(".TH \"zhibiao\" 1 "));
  EXPECT_EQ(shell("zhibiao man weather").code, 2);
}

// What `cmake --install` puts into the share folder is made by the build: cmake/guide.cmake.
TEST_F(Guide, TheBuildMakesPagesAndCompletionToInstall) {
  const std::string share = (std::filesystem::path(ZHIBIAO_BIN).parent_path() / "guide").string();
  const auto expect_file = [&](const std::string& file, const std::string& arguments) {
    const Ran ran = shell("zhibiao " + arguments + " | cmp - '" + share + "/" + file + "'");
    EXPECT_EQ(ran.code, 0) << file << ": " << ran.out << ran.err;
  };
  expect_file("man/man1/zhibiao.1", "man");
  expect_file("man/zh_CN/man1/zhibiao.1", "--lang zh man");
  for (const std::string& command : words("''")) {
    expect_file("man/man1/zhibiao-" + command + ".1", "man " + command);
    expect_file("man/zh_CN/man1/zhibiao-" + command + ".1", "--lang zh man " + command);
  }
  expect_file("bash-completion/completions/zhibiao", "completion bash");
  expect_file("zsh/site-functions/_zhibiao", "completion zsh");
  expect_file("fish/vendor_completions.d/zhibiao.fish", "completion fish");
}

// As lintian asks: no warning of groff, in English and in Chinese.
TEST_F(Guide, ManualPagesAreCleanRoff) {
  if (shell("command -v man && command -v groff").code != 0) GTEST_SKIP() << "man is not installed: scripts/setup test";
  for (const std::string language : {"en", "zh"}) {
    for (const std::string command : {"", "extract", "grammar", "panel"}) {
      const Ran page = shell("zhibiao --lang " + language + " man " + command +
                             " > page.1; LC_ALL=C.UTF-8 MANROFFSEQ= MANWIDTH=80 man --warnings -E UTF-8 -l "
                             "-Tutf8 page.1 > page.txt; cat page.txt");
      EXPECT_EQ(page.err, "") << command;
      const std::string example = "zhibiao " + (command.empty() ? "extract" : command) + " ";
      EXPECT_NE(page.out.find(example), std::string::npos) << page.out;
    }
  }
}

// --- --config

TEST_F(Guide, ConfigGivesUsualValues) {
  folder.write("z.toml", "quiet = true\n[extract]\nformat = \"csv\"\ncolumns = \"value,unit\"\nheader = false\n");
  EXPECT_EQ(shell("zhibiao --config z.toml extract a.txt").code, 2);  // no such option: --header
  folder.write("z.toml",
               "[extract]\nformat = \"csv\"\ncolumns = \"value,unit\"\nno-header = true\n[table]\nformat = \"json\"\n");
  const std::string wanted = "424,亿元\r\n5.2,%\r\n";
  EXPECT_EQ(shell("zhibiao --config z.toml extract a.txt").out, wanted);
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=z.toml zhibiao extract a.txt").out, wanted);
  folder.write("list.toml", "[extract]\nformat = \"csv\"\ncolumns = [\"value\", \"unit\"]\nno-header = true\n");
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=list.toml zhibiao extract a.txt").out, wanted);
  // The command line wins; another command's section does not concern this one.
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=z.toml zhibiao extract --columns value a.txt").out, "424\r\n5.2\r\n");
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=z.toml zhibiao extract --format ndjson a.txt | wc -l").out, "2\n");
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=z.toml zhibiao audit a.txt").out, shell("zhibiao audit a.txt").out);
}

TEST_F(Guide, ConfigBeforeSectionsIsForEveryCommandThatTakesIt) {
  folder.write("z.toml", "max-bytes = \"10\"\nlang = \"zh\"\nkeep-text = true\n[grammar.check]\nstrict = true\n");
  const Ran refused = shell("ZHIBIAO_CONFIG=z.toml zhibiao extract a.txt");
  EXPECT_EQ(refused.code, 4);
  EXPECT_NE(refused.err.find("超过 10 字节"), std::string::npos) << refused.err;
  EXPECT_NE(refused.out.find("is larger than 10 bytes"), std::string::npos) << refused.out;
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=z.toml zhibiao extract --max-bytes 1MB a.txt | wc -l").out, "2\n");
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=z.toml zhibiao table < /dev/null").code, 0);
}

TEST_F(Guide, ConfigThatCannotBeIsRefused) {
  EXPECT_EQ(shell("ZHIBIAO_CONFIG=none.toml zhibiao extract a.txt").code, 2);
  EXPECT_EQ(shell("zhibiao --config none.toml extract a.txt").code, 2);
  EXPECT_EQ(shell("ZHIBIAO_CONFIG= zhibiao extract a.txt").code, 0);
  for (const std::string wrong : {"weather = 1\n", "[extract]\nweather = 1\n", "[weather]\nformat = \"csv\"\n",
                                  "[extract]\nformat = \"odd\"\n", "[extract]\ngold = \"x\"\n"}) {
    folder.write("z.toml", wrong);
    const Ran ran = shell("ZHIBIAO_CONFIG=z.toml zhibiao extract a.txt");
    EXPECT_EQ(ran.code, 2) << wrong;
    EXPECT_FALSE(ran.err.empty()) << wrong;
  }
}

}  // namespace
}  // namespace zhibiao::testing
