// Who may include whom: text → segment → mention → grammar → observe → canon → emit → view → panel → check → python,
// postgresql, cli, and each dependency in its one place.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kLayers = {"text", "segment", "mention", "grammar", "observe",    "canon", "emit",
                                          "view", "panel",   "check",   "python",  "postgresql", "cli"};

struct Include {
  std::string file;  // lib/text/read.cc
  int line;
  std::string target;  // text/read.h
  bool quoted;
};

std::vector<Include> includes_of(const std::string& file) {
  static const std::regex kInclude(R"(\s*#\s*include\s*(["<])([^">]+)[">].*)");
  std::vector<Include> includes;
  std::ifstream input(fs::path(ZHIBIAO_SOURCE_DIR) / file);
  std::string text;
  for (int line = 1; std::getline(input, text); ++line) {
    std::smatch match;
    if (std::regex_match(text, match, kInclude)) includes.push_back({file, line, match[2], match[1] == "\""});
  }
  return includes;
}

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  for (const char* folder : {"lib", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cc") continue;
      for (Include& include : includes_of(entry.path().lexically_relative(ZHIBIAO_SOURCE_DIR).string())) {
        includes.push_back(std::move(include));
      }
    }
  }
  return includes;
}

// "lib/text/read.cc" and "text/read.h" are of the layer text; the top level of lib is of none.
std::string layer_of(std::string path) {
  if (path.starts_with("lib/")) path.erase(0, 4);
  if (path.starts_with("zhibiao/")) path.erase(0, 8);
  const size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::ptrdiff_t rank_of(const std::string& layer) {
  return std::find(kLayers.begin(), kLayers.end(), layer) - kLayers.begin();
}

std::string place(const Include& include) { return include.file + ":" + std::to_string(include.line); }

TEST(LayersTest, EveryFolderOfTheLibraryIsALayer) {
  for (const auto& entry : fs::directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / "lib")) {
    if (!entry.is_directory()) continue;
    EXPECT_LT(rank_of(entry.path().filename().string()), std::ssize(kLayers)) << entry.path();
  }
}

TEST(LayersTest, LeftDoesNotIncludeRight) {
  for (const Include& include : all_includes()) {
    const std::string from = layer_of(include.file);
    const bool ours = include.quoted || include.target.starts_with("zhibiao/");
    if (!ours || from.empty() || from == "cli" || from == "python") continue;
    const std::string to = layer_of(include.target);
    EXPECT_FALSE(to.empty()) << place(include) << ": a stage includes the whole: " << include.target;
    EXPECT_LE(rank_of(to), rank_of(from)) << place(include) << ": " << from << " includes " << include.target;
  }
}

TEST(LayersTest, EachDependencyIsIncludedInItsPlace) {
  const std::map<std::string, std::regex> places = {
      {"re2/", std::regex(R"(lib/grammar/matcher\.(h|cc))")},
      {"nlohmann/", std::regex(R"(lib/emit/json_read\.cc)")},
      {"toml++/", std::regex(R"(lib/grammar/\w+\.cc)")},
      {"unicode/", std::regex(R"(lib/text/decode\.cc|lib/observe/words\.cc|lib/emit/width\.cc|lib/check/squash\.cc)")},
      {"openssl/", std::regex(R"(lib/text/\w+\.cc)")},
      {"CLI/", std::regex(R"(cli/.+)")},
      {"libxml/", std::regex(R"(lib/text/formats/(html|docx|xlsx|start_libxml)\w*\.(h|cc))")},
      {"archive", std::regex(R"(lib/text/formats/archive\.cc)")},
      {"sqlite3", std::regex(R"(lib/panel/sqlite\w*\.(h|cc))")},
      {"xlsxwriter", std::regex(R"(lib/panel/xlsx\w*\.(h|cc))")},
      {"pybind11/", std::regex(R"(lib/python/\w+\.(h|cc))")},
      {"poppler-", std::regex(R"(lib/text/formats/pdf\.cc)")},
  };
  for (const Include& include : all_includes()) {
    for (const auto& [prefix, allowed] : places) {
      if (!include.target.starts_with(prefix)) continue;
      EXPECT_TRUE(std::regex_match(include.file, allowed)) << place(include) << " includes " << include.target;
    }
  }
}

// Two threads that used libxml2 for the first time at once would wait for ever.
TEST(LayersTest, LibxmlIsStartedBeforeItIsUsed) {
  int users = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / "lib")) {
    if (entry.path().extension() != ".cc") continue;
    std::ifstream file(entry.path());
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    for (const char* call : {"htmlNewParserCtxt(", "xmlReadMemory(", "xmlReaderForMemory("}) {
      const size_t at = source.find(call);
      if (at == std::string::npos) continue;
      ++users;
      EXPECT_LT(source.find("start_libxml();"), at) << entry.path();
    }
  }
  EXPECT_EQ(users, 3);
}

}  // namespace
}  // namespace zhibiao::testing
