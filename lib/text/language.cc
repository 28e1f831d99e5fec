#include "text/language.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace zhibiao {

std::vector<std::pair<std::string_view, std::string_view>> embedded_messages_files();

namespace {

constexpr std::string_view kHole = "{}";
constexpr std::string_view kPageFile = "page.tsv";

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

using Row = std::vector<std::string>;

// The rows of a TSV whose first line tells the columns.
std::vector<Row> rows_of(std::string_view tsv) {
  std::vector<Row> rows;
  for (const std::string& line : split(tsv, "\n")) {
    if (!line.empty()) rows.push_back(split(line, "\t"));
  }
  rows.erase(rows.begin());
  return rows;
}

// "{}: cannot be written: {}": what stands between the holes.
struct Template {
  std::vector<std::string> pieces;
  std::string chinese;
  size_t size = 0;  // of the pieces

  // What fills the holes, each as short as can be, the last as long.
  std::optional<std::vector<std::string_view>> holes_in(std::string_view text) const {
    if (!text.starts_with(pieces.front()) || text.size() < size || !text.ends_with(pieces.back())) return std::nullopt;
    std::vector<std::string_view> holes;
    size_t at = pieces.front().size();
    for (size_t i = 1; i < pieces.size(); ++i) {
      const bool is_last = i + 1 == pieces.size();
      const size_t end = is_last ? text.size() - pieces[i].size() : text.find(pieces[i], at);
      if (end == std::string_view::npos || end < at) return std::nullopt;
      holes.push_back(text.substr(at, end - at));
      at = end + pieces[i].size();
    }
    return holes;
  }
};

class Catalogue {
 public:
  Catalogue() {
    for (const auto& [name, tsv] : embedded_messages_files()) {
      if (name == kPageFile) continue;
      for (const Row& row : rows_of(tsv)) add(row.at(0), row.at(1));
    }
    std::stable_sort(templates_.begin(), templates_.end(),
                     [](const Template& a, const Template& b) { return a.size > b.size; });
  }

  // nullopt: the catalogue has nothing for it.
  std::optional<std::string> find(std::string_view english) const {
    if (const auto whole = whole_.find(std::string(english)); whole != whole_.end()) return whole->second;
    for (const Template& one : templates_) {
      if (const auto holes = one.holes_in(english)) return filled(one.chinese, *holes);
    }
    const size_t colon = english.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    const std::optional<std::string> rest = find(english.substr(colon + 2));
    if (!rest) return std::nullopt;
    return std::string(english.substr(0, colon + 2)) + *rest;
  }

 private:
  void add(const std::string& english, const std::string& chinese) {
    if (english.find(kHole) == std::string::npos) {
      whole_.emplace(english, chinese);
      return;
    }
    Template made{split(english, kHole), chinese};
    for (const std::string& piece : made.pieces) made.size += piece.size();
    templates_.push_back(std::move(made));
  }

  // {} is the next hole, {2} the second: Chinese may want another order.
  std::string filled(const std::string& chinese, const std::vector<std::string_view>& holes) const {
    std::string out;
    size_t next = 0;
    for (size_t i = 0; i < chinese.size(); ++i) {
      const bool is_next = chinese.compare(i, 2, kHole) == 0;
      const bool is_numbered = chinese[i] == '{' && chinese.size() > i + 2 && chinese[i + 1] >= '1' &&
                               chinese[i + 1] <= '9' && chinese[i + 2] == '}';
      if (!is_next && !is_numbered) {
        out += chinese[i];
        continue;
      }
      const size_t hole = is_next ? next++ : static_cast<size_t>(chinese[i + 1] - '1');
      if (hole < holes.size()) out += word(holes[hole]);
      i += is_next ? 1 : 2;
    }
    return out;
  }

  // What fills a hole may itself be something that the program says: standard input.
  std::string word(std::string_view hole) const {
    const auto whole = whole_.find(std::string(hole));
    return whole == whole_.end() ? std::string(hole) : whole->second;
  }

  std::unordered_map<std::string, std::string> whole_;
  std::vector<Template> templates_;  // those that say most first
};

std::vector<PageWord> read_page_words() {
  std::vector<PageWord> words;
  for (const auto& [name, tsv] : embedded_messages_files()) {
    if (name != kPageFile) continue;
    for (Row& row : rows_of(tsv)) words.push_back({std::move(row.at(0)), std::move(row.at(1)), std::move(row.at(2))});
  }
  return words;
}

}  // namespace

Language language_of(std::string_view locale) {
  const bool is_chinese = locale.starts_with("zh") &&
                          (locale.size() == 2 || std::string_view("_-.@").find(locale[2]) != std::string_view::npos);
  return is_chinese ? Language::zh : Language::en;
}

std::string translated(std::string_view english, Language language) {
  if (language == Language::en) return std::string(english);
  static const Catalogue catalogue;
  return catalogue.find(english).value_or(std::string(english));
}

const std::vector<PageWord>& page_words() {
  static const std::vector<PageWord> words = read_page_words();
  return words;
}

}  // namespace zhibiao
