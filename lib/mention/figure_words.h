// The word lists that figures are read with: units with what they measure, and words in which a numeral is no number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mention/decimal.h"
#include "text/trie.h"

namespace zhibiao {

// One line of unit.tsv. `category` is money, length, area, volume, weight, energy, power, people, time, age, count,
// rate, data, percent, points, multiple …; "none" for a word that only begins like a unit (年度, 成立) and keeps it
// from being one. `base` and `factor` say what one of it is: 公顷 is 10000 平方米; base is "" where there is nothing to
// convert.
struct UnitInfo {
  std::string surface;
  std::string category;
  std::string base;
  Decimal factor = Decimal(1);
  bool counts = false;       // a classifier: 个, 家, 项
  bool digits_only = false;  // not after a single Chinese digit: 30万平, but 四平 is a city
  bool only_per = false;     // only behind a stroke: 842元/月, but 5月 is a date
};

enum class WordKind : int32_t { idiom = 0, name = 1 };

struct FigureWords {
  Trie units;  // value: index into unit_info
  std::vector<UnitInfo> unit_info;
  Trie idioms;  // value: a WordKind
};

// unit_tsv: surface, category, base, factor[, "digits" or "per"]; idiom_tsv: surface, "idiom" or "name"; tab separated,
// # begins a comment line. Throws Error with every bad line, as `unit.tsv:7: what`.
FigureWords parse_figure_words(std::string_view unit_tsv, std::string_view idiom_tsv, FindImage find = no_image);

}  // namespace zhibiao
