#include "canon/indicator.h"

#include <algorithm>

#include "canon/units.h"
#include "mention/glyph.h"

namespace zhibiao {
namespace {

// As names stand in the catalogue: without spaces, brackets half-width.
std::string squashed(std::string_view name) {
  size_t i = behind_hanzi(name, 0);
  std::string out(name.substr(0, i));
  if (i == name.size()) return out;  // as most names
  out.reserve(name.size());
  while (i < name.size()) {
    const std::string_view c = character_at(name, i);
    i += c.size();
    if (c == " " || c == "\t" || c == "\n" || c == "\r" || c == "　") continue;
    out += c == "（" ? "(" : c == "）" ? ")" : c;
  }
  return out;
}

// 2024年地区生产总值 without its year.
std::string_view without_year(std::string_view name) {
  constexpr std::string_view kYear = "年";
  const size_t digits = name.find_first_not_of("0123456789");
  if (digits == 0 || digits == name.npos || !name.substr(digits).starts_with(kYear)) return name;
  return name.substr(digits + kYear.size());
}

// 进出口总额(海关口径); but (不含农户) makes it another indicator.
std::string_view without_bracket(std::string_view name) {
  const size_t open = name.rfind('(');
  if (open == name.npos || open == 0 || !name.ends_with(')')) return name;
  const std::string_view inside = name.substr(open);
  for (const std::string_view less : {"不", "除", "扣"})
    if (inside.find(less) != inside.npos) return name;
  return name.substr(0, open);
}

class Finder {
 public:
  Finder(const Catalogue& catalogue, const ReportMeta& meta) : catalogue_(catalogue), meta_(meta) {}

  // The name as it is, else without what may stand around it.
  const Indicator* find(std::string_view name) const {
    for (int strips = 0; strips < 4; ++strips) {
      if (const Indicator* found = with_tail(name)) return found;
      const std::string_view rest = without_lead(name);
      if (rest.size() == name.size() || rest.empty()) return nullptr;
      name = rest;
    }
    return nullptr;
  }

  const Indicator* exactly(const std::string& name) const { return catalogue_.named(name, meta_.doc_type); }

 private:
  const Indicator* with_tail(std::string_view name) const {
    for (int strips = 0; strips < 3; ++strips) {
      if (const Indicator* found = catalogue_.named(name, meta_.doc_type)) return found;
      const std::string_view rest = without_tail(name);
      if (rest.size() == name.size() || rest.empty()) return nullptr;
      name = rest;
    }
    return nullptr;
  }

  std::string_view without_tail(std::string_view name) const {
    if (const std::string_view rest = without_bracket(name); rest.size() < name.size()) return rest;
    return name.substr(0, name.size() - catalogue_.tail_of(name));
  }

  std::string_view without_lead(std::string_view name) const {
    if (const std::string_view rest = without_year(name); rest.size() < name.size()) return rest;
    return name.substr(catalogue_.lead_of(name, meta_.region));
  }

  const Catalogue& catalogue_;
  const ReportMeta& meta_;
};

// A part that is an indicator of its own, else the whole.
const Indicator* with_scope(const Finder& finder, const std::string& name, const std::string& scope) {
  if (const Indicator* part = finder.exactly(name + "+" + scope)) return part;
  const Indicator* whole = finder.find(name);
  if (whole != nullptr)
    if (const Indicator* part = finder.exactly(whole->id + "+" + scope)) return part;
  if (const Indicator* part = finder.exactly(scope + name)) return part;
  return whole;
}

// 政府债务余额 of …市级政府债务余额696605万元，其中：一般债务558147万元: what stands before the last 其中 in front of
// the value, up to its figure, less what leads it.
const Indicator* whole_told(const Finder& finder, const Observation& o) {
  const std::string_view sentence = o.sentence;
  const size_t value = sentence.find(o.value_text);
  const size_t cue = value == sentence.npos ? value : sentence.rfind("其中", value);
  if (cue == sentence.npos) return nullptr;
  const size_t figure = sentence.find_last_of("0123456789", cue);
  if (figure == sentence.npos) return nullptr;
  std::string_view name = sentence.substr(0, sentence.find_last_not_of("0123456789.,", figure) + 1);
  constexpr size_t kLongest = 3 * 14;
  if (name.size() > kLongest) name.remove_prefix(name.size() - kLongest);
  for (; !name.empty(); name.remove_prefix(1))
    if (const Indicator* whole = finder.exactly(std::string(name))) return whole;
  return nullptr;
}

// 一般债务 alone may be a limit or a balance; of a balance that is told it is the part.
const Indicator* part_of_told(const Finder& finder, const std::string& name, const Observation& o) {
  const Indicator* whole = o.part_of ? whole_told(finder, o) : nullptr;
  return whole == nullptr ? nullptr : finder.exactly(whole->id + "+" + name);
}

bool counts_without_unit(std::string_view dimension) {
  return dimension == "count" || dimension == "people" || dimension == "人" || dimension == "户";
}

bool fits(const std::string& dimension, const Observation& o, const WrittenUnit& unit) {
  if (dimension == "ratio" || dimension == "index") return o.unit.empty();
  if (unit.info == nullptr) {
    if (!unit.rest.empty()) return o.unit == dimension;  // 吨标准煤/万元
    // 1.2万亿, 140万
    return counts_without_unit(dimension) || (dimension == "money" && unit.power > 0);
  }
  if (unit.compound) return unit.rest == dimension || o.unit == dimension;
  return unit.info->category == dimension || unit.info->base == dimension;
}

// Shares, growths and ranks have a unit of their own, whatever they are of.
bool right_dimension(const Indicator& indicator, const Observation& o, const FigureWords& words) {
  if (o.measure == Measure::growth || o.measure == Measure::rank || !o.ratio_to.empty()) return true;
  const WrittenUnit unit = read_written_unit(o.unit, words);
  if (o.measure == Measure::change && unit.info != nullptr && unit.info->category == "points") return true;
  return std::any_of(indicator.dimensions.begin(), indicator.dimensions.end(),
                     [&](const std::string& dimension) { return fits(dimension, o, unit); });
}

}  // namespace

const Indicator* indicator_of(const Observation& observation, const ReportMeta& meta, const GrammarData& grammar) {
  if (observation.indicator.empty() || !observation.members.empty()) return nullptr;
  const Finder finder(grammar.catalogue(), meta);
  const std::string name = squashed(observation.indicator);
  const Indicator* found =
      observation.scope.empty() ? finder.find(name) : with_scope(finder, name, squashed(observation.scope));
  if (found == nullptr && observation.scope.empty()) found = part_of_told(finder, name, observation);
  return found != nullptr && right_dimension(*found, observation, grammar.figures) ? found : nullptr;
}

}  // namespace zhibiao
