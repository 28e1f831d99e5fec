#include "mention/figure_words.h"

#include <optional>
#include <utility>

#include "text/error.h"
#include "text/word_list.h"

namespace zhibiao {
namespace {

std::string problem(std::string_view file, int line, std::string_view what) {
  return std::string(file) + ":" + std::to_string(line) + ": " + std::string(what) + "\n";
}

std::optional<UnitInfo> unit_of(const WordLine& line) {
  const std::vector<std::string_view>& fields = line.columns;
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

FigureWords parse_figure_words(std::string_view unit_tsv, std::string_view idiom_tsv, FindImage find) {
  FigureWords words;
  std::string problems;
  std::vector<std::pair<std::string_view, int32_t>> units, idioms;
  each_word_line(unit_tsv, [&](const WordLine& line) {
    std::optional<UnitInfo> unit = unit_of(line);
    if (!unit) {
      problems += problem("unit.tsv", line.line, "wants surface, category, base and a factor that is a number but 0");
      return;
    }
    units.emplace_back(line.columns[0], static_cast<int32_t>(words.unit_info.size()));
    words.unit_info.push_back(*std::move(unit));
  });
  each_word_line(idiom_tsv, [&](const WordLine& line) {
    const bool name = line.column(1) == "name";
    if (!name && line.column(1) != "idiom") {
      problems += problem("idiom.tsv", line.line, "wants surface and \"idiom\" or \"name\"");
      return;
    }
    idioms.emplace_back(line.columns[0], static_cast<int32_t>(name ? WordKind::name : WordKind::idiom));
  });
  if (!problems.empty()) throw Error(problems);
  words.units = Trie(units, find("units"));
  words.idioms = Trie(idioms, find("idioms"));
  return words;
}

}  // namespace zhibiao
