#include "text/region_spoken.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// The first of a pair is what every page of a report on the province says.
constexpr std::pair<std::string_view, std::string_view> kProvinces[] = {
    {"北京", "市"},          {"天津", "市"},       {"上海", "市"},         {"重庆", "市"},     {"河北", "省"},
    {"山西", "省"},          {"辽宁", "省"},       {"吉林", "省"},         {"黑龙江", "省"},   {"江苏", "省"},
    {"浙江", "省"},          {"安徽", "省"},       {"福建", "省"},         {"江西", "省"},     {"山东", "省"},
    {"河南", "省"},          {"湖北", "省"},       {"湖南", "省"},         {"广东", "省"},     {"海南", "省"},
    {"四川", "省"},          {"贵州", "省"},       {"云南", "省"},         {"陕西", "省"},     {"甘肃", "省"},
    {"青海", "省"},          {"内蒙古", "自治区"}, {"广西", "壮族自治区"}, {"西藏", "自治区"}, {"宁夏", "回族自治区"},
    {"新疆", "维吾尔自治区"}};

std::string_view cut(std::string_view text, size_t length) {
  while (length < text.size() && is_continuation(text[length])) --length;
  return text.substr(0, length);
}

size_t count_of(std::string_view text, std::string_view word) {
  size_t count = 0;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

// 我县, 全县, 县政府: what the speakers call their own area.
std::string_view own_suffix(std::string_view text) {
  constexpr std::string_view kOwn[][4] = {{"县", "我县", "全县", "县政府"},
                                          {"区", "我区", "全区", "区政府"},
                                          {"市", "我市", "全市", "市政府"},
                                          {"省", "我省", "全省", "省政府"}};
  std::string_view best;
  size_t most = 0;
  for (const auto& [suffix, ours, all, government] : kOwn) {
    const size_t count = count_of(text, ours) + count_of(text, all) + count_of(text, government);
    if (count <= most) continue;
    most = count;
    best = suffix;
  }
  return best;
}

// The two Hanzi in front of the suffix at `at` if a name begins with them: “容城|县.
std::string_view name_before(std::string_view text, size_t at) {
  constexpr size_t kTwoHanzi = 6;
  if (at <= kTwoHanzi || !all_hanzi(text.substr(at - kTwoHanzi, kTwoHanzi))) return {};
  return is_hanzi(code_point_before(text, at - kTwoHanzi).value) ? std::string_view()
                                                                 : text.substr(at - kTwoHanzi, kTwoHanzi);
}

// 为开创容城更加美好的明天: what is said of one's own place.
bool is_spoken_for(std::string_view text, std::string_view name) {
  const std::string place(name);
  for (const std::string_view before : {"开创", "关心", "美丽", "幸福", "实力", "来到", "活力"}) {
    if (contains(text, std::string(before) + place)) return true;
  }
  return contains(text, place + "儿女") || contains(text, place + "大地");
}

// 容城县 stands in it once, 容城 a dozen times. "" below four times.
std::string of_full_name(std::string_view text, std::string_view suffix) {
  std::string_view best;
  size_t most = 3, tries = 0;
  for (size_t at = text.find(suffix); at != text.npos && tries < 50; at = text.find(suffix, at + suffix.size())) {
    const std::string_view name = name_before(text, at);
    if (name.empty() || contains_any(name, {"新", "全", "我", "各", "个", "城区", "社", "园", "景", "山"})) continue;
    ++tries;
    const size_t count = count_of(text, name);
    if (count > most && is_spoken_for(text, name)) most = count, best = name;
  }
  return best.empty() ? "" : std::string(best) + std::string(suffix);
}

// 向关心和支持容城发展的朋友们: thanks are given in the name of one's own place.
std::string of_thanks(std::string_view text, std::string_view suffix) {
  constexpr size_t kTwoHanzi = 6, kMentions = 6;
  for (size_t at = text.find("关心"); at != text.npos; at = text.find("关心", at + 1)) {
    std::string_view rest = text.substr(at);
    for (const std::string_view word : {"关心", "和", "、", "支持", "帮助"}) {
      if (rest.starts_with(word)) rest.remove_prefix(word.size());
    }
    if (rest.size() < kTwoHanzi || !all_hanzi(rest.substr(0, kTwoHanzi))) continue;
    const std::string_view name = rest.substr(0, kTwoHanzi);
    if (!starts_with_any(rest.substr(kTwoHanzi), {"建设", "发展", "改革", "经济", "各项"})) continue;
    if (name.ends_with(suffix) || count_of(text, name) < kMentions) continue;
    return std::string(name) + std::string(suffix);
  }
  return "";
}

// One that is named often, and the next one far more seldom.
std::string of_province(std::string_view text) {
  constexpr size_t kMentions = 10, kTimes = 5;
  size_t most = 0, next = 0;
  std::string best;
  for (const auto& [name, suffix] : kProvinces) {
    const size_t count = count_of(text, name);
    next = std::max(next, std::min(count, most));
    if (count <= most) continue;
    most = count;
    best = std::string(name) + std::string(suffix);
  }
  return most >= kMentions && most >= kTimes * next ? best : "";
}

bool speaks_of_hong_kong(std::string_view text) {
  size_t count = 0;
  for (const std::string_view word : {"香港", "本港", "港府", "特首", "立法會"}) count += count_of(text, word);
  return count >= 3 && contains_any(text, {"這", "個", "為", "會"}) && count > count_of(text, "台灣");
}

}  // namespace

std::string region_spoken_of(std::string_view whole_text) {
  constexpr size_t kBeginning = 1 << 16, kEnoughTables = 1 << 20;
  const std::string_view text = cut(whole_text, kBeginning);
  if (speaks_of_hong_kong(text)) return "香港特别行政区";
  const std::string_view suffix = own_suffix(text);
  std::string region = suffix.empty() ? "" : of_full_name(text, suffix);
  if (region.empty() && !suffix.empty()) region = of_thanks(text, suffix);
  if (!region.empty() || suffix == "市" || suffix == "县") return region;
  return of_province(cut(whole_text, kEnoughTables));
}

}  // namespace zhibiao
