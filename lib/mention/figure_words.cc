#include "mention/figure_words.h"

#include <optional>
#include <utility>

#include "text/error.h"

namespace zhibiao {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Calls see(fields, line number) for each line that is neither empty nor a comment.
template <typename See>
void each_line(std::string_view text, See see) {
  int number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line[0] != '#') see(split(line, '\t'), number);
  }
}

std::string problem(std::string_view file, int line, std::string_view what) {
  return std::string(file) + ":" + std::to_string(line) + ": " + std::string(what) + "\n";
}

std::optional<UnitInfo> unit_of(const std::vector<std::string_view>& fields) {
  if (fields.size() < 2 || fields[0].empty() || fields[1].empty()) return std::nullopt;
  UnitInfo unit;
  unit.surface = fields[0];
  unit.category = fields[1];
  unit.counts = unit.category == "count";
  if (fields.size() > 2) unit.base = fields[2];
  if (fields.size() > 3 && !fields[3].empty()) {
    const std::optional<Decimal> factor = Decimal::parse(fields[3]);
    if (!factor || factor->is_zero()) return std::nullopt;
    unit.factor = *factor;
  }
  unit.digits_only = fields.size() > 4 && fields[4] == "digits";
  unit.only_per = fields.size() > 4 && fields[4] == "per";
  return unit;
}

}  // namespace

FigureWords parse_figure_words(std::string_view unit_tsv, std::string_view idiom_tsv) {
  FigureWords words;
  std::string problems;
  std::vector<std::pair<std::string, int32_t>> units, idioms;
  each_line(unit_tsv, [&](const std::vector<std::string_view>& fields, int line) {
    std::optional<UnitInfo> unit = unit_of(fields);
    if (!unit) {
      problems += problem("unit.tsv", line, "wants surface, category, base and a factor that is a number but 0");
      return;
    }
    units.emplace_back(unit->surface, static_cast<int32_t>(words.unit_info.size()));
    words.unit_info.push_back(*std::move(unit));
  });
  each_line(idiom_tsv, [&](const std::vector<std::string_view>& fields, int line) {
    const bool name = fields.size() > 1 && fields[1] == "name";
    if (fields.size() < 2 || !(name || fields[1] == "idiom")) {
      problems += problem("idiom.tsv", line, "wants surface and \"idiom\" or \"name\"");
      return;
    }
    idioms.emplace_back(fields[0], static_cast<int32_t>(name ? WordKind::name : WordKind::idiom));
  });
  if (!problems.empty()) throw Error(problems);
  words.units = Trie(std::move(units));
  words.idioms = Trie(std::move(idioms));
  return words;
}

}  // namespace zhibiao
