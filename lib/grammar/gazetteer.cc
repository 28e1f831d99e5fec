#include "grammar/gazetteer.h"

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

// 徐水县(..2015@130625)
FormerName read_former(std::string_view written) {
  constexpr std::string_view kUntil = "(..";
  const size_t open = written.find(kUntil);
  FormerName former{written.substr(0, open), std::nullopt, ""};
  if (open == written.npos) return former;
  const std::string_view until = written.substr(open + kUntil.size());
  former.last = 0;
  std::from_chars(until.data(), until.data() + until.size(), *former.last);
  if (const size_t at = until.find('@'); at != until.npos) former.code = until.substr(at + 1, 6);
  return former;
}

bool is_code(std::string_view code) { return code.size() == 6 && code.find_first_not_of("0123456789") == code.npos; }

}  // namespace

RegionLevel Region::level() const {
  if (code.ends_with("0000")) return RegionLevel::province;
  return code.ends_with("00") ? RegionLevel::prefecture : RegionLevel::county;
}

const Region* Gazetteer::by_code(std::string_view code) const {
  const auto found = codes_.find(code);
  return found == codes_.end() ? nullptr : &regions_[found->second];
}

const Region* Gazetteer::parent_of(const Region& region) const {
  if (region.level() == RegionLevel::province) return nullptr;
  if (region.level() == RegionLevel::county)
    if (const Region* prefecture = by_code(std::string(region.code.substr(0, 4)) + "00")) return prefecture;
  return by_code(std::string(region.code.substr(0, 2)) + "0000");
}

std::vector<const Region*> Gazetteer::named(std::string_view name, bool in_full) const {
  std::vector<const Region*> regions;
  const auto found = names_.find(name);
  if (found == names_.end()) return regions;
  for (const uint32_t i : found->second.full) regions.push_back(&regions_[i]);
  if (!in_full)
    for (const uint32_t i : found->second.abbreviated) regions.push_back(&regions_[i]);
  return regions;
}

std::vector<std::string> Gazetteer::add(const std::string& path, std::string_view content) {
  std::vector<std::string> problems;
  const auto lines = static_cast<size_t>(std::count(content.begin(), content.end(), '\n')) + 1;
  regions_.reserve(regions_.size() + lines);
  codes_.reserve(codes_.size() + lines);
  names_.reserve(names_.size() + 2 * lines);
  each_word_line(content, [&](const WordLine& line) {
    const std::vector<std::string_view>& columns = line.columns;
    const uint32_t number = static_cast<uint32_t>(regions_.size());
    if (columns.size() < 2 || !is_code(columns[0]) || !codes_.try_emplace(columns[0], number).second) {
      problems.push_back(path + ":" + std::to_string(line.line) + ": expected a new code of six digits and a name");
      return;
    }
    Region region{columns[0], columns[1], {}, {}};
    names_[region.name].full.push_back(number);
    for (const std::string_view name : split(line.column(2))) {
      region.shorts.emplace_back(name);
      names_[region.shorts.back()].abbreviated.push_back(number);
    }
    for (const std::string_view name : split(line.column(3))) {
      region.former.push_back(read_former(name));
      const FormerName& former = region.former.back();
      if (former.name != region.name) names_[former.name].full.push_back(number);
      if (!former.code.empty()) codes_.try_emplace(former.code, number);
    }
    regions_.push_back(std::move(region));
  });
  return problems;
}

}  // namespace zhibiao
