// The unit that follows a number: 公里, 个百分点, 台（套）, 微克/立方米.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mention/figure_words.h"

namespace zhibiao {

// `text` is half-width: 台（套） gives 台(套). Of a compound (元/吨) `info` is the first unit.
struct UnitHit {
  size_t end = 0;
  const UnitInfo* info = nullptr;
  bool compound = false;
};

// The longest unit at text[pos]. `lone`: the number is a single Chinese digit, after which some units are no units.
std::optional<UnitHit> read_unit(std::string_view text, size_t pos, const FigureWords& words, bool lone);

// The unit of this name, nullptr if there is none.
const UnitInfo* unit_named(const FigureWords& words, std::string_view name);

// Half-width form of a unit as written.
void append_unit(std::string& out, std::string_view written);

}  // namespace zhibiao
