#include "grammar/catalogue.h"

#include <algorithm>
#include <charconv>

#include "text/word_list.h"

namespace zhibiao {
namespace {

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const size_t end = std::min(list.find(';'), list.size());
    parts.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

std::optional<int> year_in(std::string_view digits) {
  int year = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(year) : std::nullopt;
}

// 公共财政预算收入(2012..2014), 卫生院@communique.
IndicatorName read_name(std::string_view written) {
  IndicatorName name;
  if (const size_t at = written.find('@'); at != written.npos) {
    name.doc_type = written.substr(at + 1);
    written = written.substr(0, at);
  }
  const size_t dots = written.rfind("..");
  const size_t open = dots == written.npos ? dots : written.rfind('(', dots);
  if (open != written.npos && written.ends_with(')')) {
    name.first = year_in(written.substr(open + 1, dots - open - 1));
    name.last = year_in(written.substr(dots + 2, written.size() - dots - 3));
    written = written.substr(0, open);
  }
  name.name = written;
  return name;
}

constexpr std::string_view kKinds[] = {"flow", "stock", "rate", "index", "count"};
constexpr size_t kColumns = 11;

Indicator read_indicator(const std::vector<std::string_view>& columns) {
  const auto text = [&columns](size_t i) { return std::string(columns[i]); };
  Indicator indicator{text(0), text(1), text(2),      {},           {},      text(5),
                      text(6), text(7), std::nullopt, std::nullopt, text(10)};
  for (const std::string_view dimension : split(columns[4])) indicator.dimensions.emplace_back(dimension);
  for (const std::string_view alias : split(columns[3])) indicator.aliases.push_back(read_name(alias));
  indicator.low = Decimal::parse(columns[8]);
  indicator.high = Decimal::parse(columns[9]);
  return indicator;
}

constexpr size_t kHanzi = 3;  // bytes

size_t lead_key(std::string_view text) { return static_cast<unsigned char>(text[kHanzi - 1]); }
size_t tail_key(std::string_view text) { return static_cast<unsigned char>(text.back()); }

void insert(std::vector<Affix>& affixes, const Affix& affix) {
  const auto longer = [](const Affix& a, const Affix& b) { return a.text.size() > b.text.size(); };
  affixes.insert(std::upper_bound(affixes.begin(), affixes.end(), affix, longer), affix);
}

}  // namespace

const Indicator* Catalogue::by_id(std::string_view id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? nullptr : &indicators_[found->second];
}

// Of the first and the last character and the length.
size_t Catalogue::shape_of(std::string_view name) {
  if (name.size() < kHanzi) return name.size();
  const auto at = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(name[i])); };
  const size_t last = name.size() - 1;
  return (at(1) * 31 + at(2) * 257 + at(last) * 1031 + at(last - 1) * 4099 + name.size() * 8209) % kShapes;
}

const Indicator* Catalogue::named(std::string_view name, std::string_view doc_type) const {
  if (!shapes_[shape_of(name)]) return nullptr;  // as most names
  const auto found = names_.find(name);
  if (found == names_.end()) return nullptr;
  const std::string& only_in = found->second.doc_type;
  return only_in.empty() || only_in == doc_type ? &indicators_[found->second.indicator] : nullptr;
}

size_t Catalogue::lead_of(std::string_view name, std::string_view region) const {
  if (name.size() <= kHanzi) return 0;
  for (const Affix& lead : leads_[lead_key(name)])
    if (name.starts_with(lead.text) && (region.empty() || region.ends_with(lead.regions))) return lead.text.size();
  return 0;
}

size_t Catalogue::tail_of(std::string_view name) const {
  if (name.size() <= kHanzi) return 0;
  for (const Affix& tail : tails_[tail_key(name)])
    if (name.ends_with(tail.text)) return tail.text.size();
  return 0;
}

void Catalogue::add_name(const IndicatorName& name, uint32_t indicator, std::vector<std::string>& problems) {
  shapes_.set(shape_of(name.name));
  const auto [at, fresh] = names_.try_emplace(name.name, Named{indicator, name.doc_type});
  if (!fresh && at->second.indicator != indicator)
    problems.push_back(name.name + " names both " + indicators_[at->second.indicator].id + " and " +
                       indicators_[indicator].id);
}

std::vector<std::string> Catalogue::add_indicators(const std::string& path, std::string_view content) {
  std::vector<std::string> problems;
  each_word_line(content, [&](const WordLine& line) {
    const auto place = [&] { return path + ":" + std::to_string(line.line) + ": "; };
    if (line.columns.size() != kColumns) {
      problems.push_back(place() + "expected 11 columns");
      return;
    }
    const uint32_t number = static_cast<uint32_t>(indicators_.size());
    indicators_.push_back(read_indicator(line.columns));
    const Indicator& indicator = indicators_.back();
    std::vector<std::string> wrong;
    if (!ids_.try_emplace(indicator.id, number).second) wrong.push_back(indicator.id + " stands here twice");
    if (std::find(std::begin(kKinds), std::end(kKinds), indicator.kind) == std::end(kKinds))
      wrong.push_back("unknown kind " + indicator.kind);
    if (!indicator.low || !indicator.high || *indicator.high < *indicator.low) wrong.push_back("no range");
    if (!indicator.parent.empty() && by_id(indicator.parent) == nullptr)
      wrong.push_back("the parent " + indicator.parent + " has to stand above");
    for (const IndicatorName& alias : indicator.aliases) add_name(alias, number, wrong);
    shapes_.set(shape_of(indicator.name));
    names_.try_emplace(indicator.name, Named{number, ""});
    for (const std::string& what : wrong) problems.push_back(place() + what);
  });
  return problems;
}

std::vector<std::string> Catalogue::add_affixes(const std::string& path, std::string_view content) {
  std::vector<std::string> problems;
  each_word_line(content, [&](const WordLine& line) {
    const std::string_view where = line.column(1);
    const Affix affix{std::string(line.columns[0]), std::string(line.column(2))};
    if (affix.text.size() < kHanzi || (where != "lead" && where != "tail"))
      problems.push_back(path + ":" + std::to_string(line.line) + ": expected lead or tail behind " + affix.text);
    else if (where == "lead")
      insert(leads_[lead_key(affix.text)], affix);
    else
      insert(tails_[tail_key(affix.text)], affix);
  });
  return problems;
}

}  // namespace zhibiao
