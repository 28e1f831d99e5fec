// The catalogue of what is said to a person is complete: nothing that the command line, an error of the library or the
// page says is missing in it, nothing in it is said nowhere.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/source_text.h"
#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string place;  // help.tsv:12
  std::vector<std::string> columns;
};

std::vector<Entry> entries_of(const std::string& file) {
  std::vector<Entry> entries;
  std::istringstream lines(read_report("lib/text/messages/" + file));
  std::string line;
  std::getline(lines, line);
  for (int number = 2; std::getline(lines, line); ++number) {
    Entry entry{file + ":" + std::to_string(number), {}};
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) entry.columns.push_back(cell);
    entries.push_back(entry);
  }
  return entries;
}

// Those that the sources say; system.tsv holds what libraries and the system say.
const std::vector<std::string> kOurs = {"help.tsv", "messages.tsv", "grammar.tsv"};

std::vector<Entry> entries_of(const std::vector<std::string>& files) {
  std::vector<Entry> entries;
  for (const std::string& file : files) {
    for (Entry& entry : entries_of(file)) entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<Entry> all_entries() {
  std::vector<Entry> entries = entries_of(kOurs);
  for (Entry& entry : entries_of("system.tsv")) entries.push_back(std::move(entry));
  return entries;
}

std::string english_column() {
  std::string all;
  for (const Entry& entry : all_entries()) all += entry.columns.at(0) + "\n";
  return all;
}

std::vector<std::string> sources_in(const std::string& folder, const std::vector<std::string>& suffixes) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / folder)) {
    const std::string path = entry.path().lexically_relative(ZHIBIAO_SOURCE_DIR).string();
    const std::string suffix = entry.path().extension().string();
    if (std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end()) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> cpp_in(const std::string& folder) { return sources_in(folder, {".h", ".cc"}); }

// Two words of which the second is no name: "no warnings", not "LC_ALL, LANG".
bool speaks(const std::string& text) {
  static const std::regex kWords(R"([A-Za-z][A-Za-z']*[,;:]* [a-z]{2,})");
  return std::regex_search(text, kWords);
}

std::string trimmed(const std::string& text, const char* off) {
  const size_t begin = text.find_first_not_of(off);
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(off) - begin + 1);
}

// An example of a help text is set in, and is the same in every language; so is a request to troff.
bool is_example(const std::string& line) {
  if (line.starts_with(".")) return true;
  return line.starts_with("  ") &&
         (line.find("zhibiao ") != std::string::npos || line.starts_with("  …") || line.starts_with("  cat "));
}

// In what was given to throw Error(…) and the like: pieces of messages.
std::vector<std::string> pieces_of_errors(const std::string& source) {
  static const std::regex kCall(R"((throw (Error|Missing)|problem|problems\.push_back|warn)\(([^;]*);)");
  std::vector<std::string> pieces;
  for (std::sregex_iterator call(source.begin(), source.end(), kCall), end; call != end; ++call) {
    for (const std::string& literal : literals_of(call->str())) {
      if (speaks(literal)) pieces.push_back(literal);
    }
  }
  return pieces;
}

TEST(Messages, AllThatTheCommandLineSaysIsInTheCatalogue) {
  const std::string catalogue = english_column();
  size_t seen = 0;
  for (const std::string& file : cpp_in("cli")) {
    for (const std::string& literal : literals_of(read_report(file))) {
      for (const std::string& line : lines_of(literal)) {
        if (!speaks(line) || is_example(line)) continue;
        ++seen;
        EXPECT_NE(catalogue.find(trimmed(line, " ")), std::string::npos) << file << " says: " << line;
      }
    }
  }
  EXPECT_GT(seen, 150u);
}

TEST(Messages, AllThatTheLibraryComplainsOfIsInTheCatalogue) {
  const std::string catalogue = english_column();
  size_t seen = 0;
  for (const std::string& file : cpp_in("lib")) {
    for (const std::string& piece : pieces_of_errors(read_report(file))) {
      ++seen;
      EXPECT_NE(catalogue.find(trimmed(piece, " :0")), std::string::npos) << file << " says: " << piece;
    }
  }
  EXPECT_GT(seen, 80u);
}

TEST(Messages, NothingInTheCatalogueIsSaidNowhere) {
  std::set<std::string> said;
  for (const char* folder : {"cli", "lib"}) {
    for (const std::string& file : cpp_in(folder)) {
      for (const std::string& literal : literals_of(read_report(file))) {
        for (const std::string& line : lines_of(literal)) {
          const std::string piece = trimmed(line, " :;,()");
          if (std::count_if(piece.begin(), piece.end(), [](unsigned char c) { return std::isalpha(c); }) >= 4) {
            said.insert(piece);
          }
        }
      }
    }
  }
  const auto is_said = [&said](const std::string& english) {
    return std::any_of(said.begin(), said.end(), [&english](const std::string& piece) {
      return english.find(piece) != std::string::npos || piece.find(english) != std::string::npos;
    });
  };
  for (const Entry& entry : entries_of(kOurs)) {
    EXPECT_TRUE(is_said(entry.columns.at(0))) << entry.place << ": " << entry.columns[0];
  }
}

size_t holes_in(const std::string& text) {
  static const std::regex kHole(R"(\{[1-9]?\})");
  return static_cast<size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), kHole), {}));
}

TEST(Messages, EveryEntryHasOneTranslationWithTheSameHoles) {
  std::map<std::string, std::string> places;
  for (const Entry& entry : all_entries()) {
    ASSERT_EQ(entry.columns.size(), 2u) << entry.place;
    const std::string& chinese = entry.columns[1];
    const auto [known, is_new] = places.emplace(entry.columns[0], entry.place);
    EXPECT_TRUE(is_new) << entry.place << " and " << known->second << ": " << entry.columns[0];
    EXPECT_TRUE(std::any_of(chinese.begin(), chinese.end(), [](char c) { return (c & 0x80) != 0; })) << entry.place;
    EXPECT_EQ(holes_in(entry.columns[0]), holes_in(chinese)) << entry.place;
  }
}

// t('word'), data-t="word"
std::set<std::string> words_of_page() {
  static const std::regex kUse(R"re(\bt\('(\w+)'|data-(?:t|label|title)="(\w+)")re");
  std::set<std::string> words;
  for (const std::string& file : sources_in("lib/view/page", {".js", ".html"})) {
    const std::string source = read_report(file);
    for (std::sregex_iterator use(source.begin(), source.end(), kUse), end; use != end; ++use) {
      words.insert((*use)[1].matched ? (*use)[1] : (*use)[2]);
    }
  }
  return words;
}

TEST(Messages, EveryWordOfThePageIsInTheCatalogue) {
  std::set<std::string> known;
  for (const Entry& entry : entries_of("page.tsv")) {
    ASSERT_EQ(entry.columns.size(), 3u) << entry.place;
    EXPECT_TRUE(known.insert(entry.columns[0]).second) << entry.place;
  }
  const std::set<std::string> used = words_of_page();
  EXPECT_GT(used.size(), 50u);
  for (const std::string& word : used) EXPECT_TRUE(known.count(word) == 1) << word;
}

size_t hanzi_in(const std::string& text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '\xE4' && c <= '\xE9'; }));
}

// What the page's scripts say stands in the catalogue alone. One Hanzi is a sign: 第2.
TEST(Messages, ThePagesScriptsHoldNoWordsOfTheirOwn) {
  static const std::regex kToken(R"re(//[^\n]*|/\*\*[^\n]*|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`)re");
  size_t seen = 0;
  for (const std::string& file : sources_in("lib/view/page", {".js"})) {
    const std::string source = read_report(file);
    for (std::sregex_iterator token(source.begin(), source.end(), kToken), end; token != end; ++token) {
      if (token->str()[0] == '/') continue;
      ++seen;
      EXPECT_LE(hanzi_in(token->str()), 1u) << file << ": " << token->str();
    }
  }
  EXPECT_GT(seen, 500u);
}

}  // namespace
}  // namespace zhibiao::testing
