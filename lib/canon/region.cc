#include "canon/region.h"

#include <algorithm>
#include <vector>

#include "grammar/data.h"

namespace zhibiao {
namespace {

// Where a name that several areas have is told apart: 64 KB name the city above a district often enough.
constexpr size_t kAround = size_t{1} << 16;

// Names with two characters at least, the full one first: 河北省, 河北.
std::vector<std::string_view> names_of(const Region& region) {
  std::vector<std::string_view> names{region.name};
  names.insert(names.end(), region.shorts.begin(), region.shorts.end());
  for (const FormerName& former : region.former) names.push_back(former.name);
  return names;
}

// Is `head` made of the names of areas that `region` lies in? 内蒙古呼伦贝尔市 of 海拉尔区.
bool leads_to(std::string_view head, const Region& region, const Gazetteer& gazetteer) {
  for (const Region* above = gazetteer.parent_of(region); above != nullptr; above = gazetteer.parent_of(*above))
    for (const std::string_view name : names_of(*above))
      if (head.ends_with(name)) {
        head.remove_suffix(name.size());
        break;
      }
  return head.empty();
}

bool is_character_start(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

// Full names first: of 吉林市 no more than the city.
std::vector<const Region*> candidates(std::string_view name, const Gazetteer& gazetteer) {
  std::vector<const Region*> found;
  for (const bool in_full : {true, false}) {
    for (size_t begin = 0; begin < name.size(); ++begin) {
      if (!is_character_start(name[begin])) continue;
      for (const Region* region : gazetteer.named(name.substr(begin), in_full))
        if (leads_to(name.substr(0, begin), *region, gazetteer)) found.push_back(region);
    }
    if (!found.empty()) break;
  }
  return found;
}

size_t count_of(std::string_view text, std::string_view word) {
  size_t count = 0;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

// How often the text names the areas above.
size_t support(const Region& region, std::string_view around, const Gazetteer& gazetteer) {
  size_t count = 0;
  for (const Region* above = gazetteer.parent_of(region); above != nullptr; above = gazetteer.parent_of(*above))
    count += count_of(around, above->shorts.empty() ? above->name : above->shorts.front());
  return count;
}

}  // namespace

const Region* region_named(std::string_view name, std::string_view around, const Grammar& grammar) {
  const Gazetteer& gazetteer = grammar.data().gazetteer();
  const std::vector<const Region*> found = candidates(name, gazetteer);
  if (found.size() <= 1) return found.empty() ? nullptr : found.front();
  around = around.substr(0, kAround);
  const Region* best = nullptr;
  size_t most = 0, next = 0;
  for (const Region* region : found) {
    const size_t count = support(*region, around, gazetteer);
    next = std::max(next, std::min(count, most));
    if (count > most) most = count, best = region;
  }
  return most > 2 * next ? best : nullptr;
}

const Region* region_by_code(std::string_view code, const Grammar& grammar) {
  return grammar.data().gazetteer().by_code(code);
}

void locate(Document& document, const Grammar& grammar) {
  if (!document.meta.region_code.empty() || document.meta.region.empty()) return;
  const std::string around = document.doc + "\n" + document.meta.title + "\n" + document.text.substr(0, kAround);
  if (const Region* region = region_named(document.meta.region, around, grammar))
    document.meta.region_code = region->code;
}

}  // namespace zhibiao
