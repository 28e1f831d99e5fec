#include "text/region_name.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr std::string_view kSuffixes[] = {"特别行政区", "自治区", "自治州", "自治县", "新区", "地区",
                                          "林区",       "矿区",   "自治旗", "省",     "市",   "县",
                                          "区",         "州",     "盟",     "旗",     "镇",   "乡"};

bool all_hanzi(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    const CodePoint point = code_point_at(text, pos);
    if (!is_hanzi(point.value)) return false;
    pos += point.length;
  }
  return true;
}

// The part of `run` up to its last area suffix: 海拉尔区第十五届 → 海拉尔区.
std::string_view up_to_suffix(std::string_view run) {
  size_t end = 0;
  for (const std::string_view suffix : kSuffixes) {
    const size_t at = run.rfind(suffix);
    if (at != run.npos && at > 0) end = std::max(end, at + suffix.size());
  }
  return run.substr(0, end);
}

// Behind the last word that cannot be part of an area's name.
std::string_view behind_words(std::string_view run) {
  for (const std::string_view word : {"关于", "代表", "受", "在", "向", "年度", "年", "月", "日", "现将", "由", "是",
                                      "经", "中国共产党", "各位", "本站", "人民政府", "第"}) {
    const size_t at = run.rfind(word);
    if (at != run.npos) run.remove_prefix(at + word.size());
  }
  return run;
}

bool is_region(std::string_view name) {
  if (name.size() < 6 || name.size() > 54 || !all_hanzi(name)) return false;
  if (starts_with_any(name, {"全", "我", "本", "该", "各", "省", "市", "县", "区", "自治区", "城", "两"}))
    return name.starts_with("市中");
  const bool joins =
      contains(name, "和") &&
      !contains_any(name, {"和田", "呼和", "和平", "和林", "和顺", "和龙", "和县", "和静", "和硕", "和政", "和布",
                           "太和", "泰和", "平和", "政和", "仁和", "永和", "共和", "云和"});
  return !joins && !contains_any(name, {"级", "届", "开发区管", "政府", "会", "新时代"});
}

// The Hanzi at the end of `run`: 表22吉林省 → 吉林省.
std::string_view last_hanzi(std::string_view run) {
  size_t begin = run.size();
  while (begin > 0) {
    const CodePoint point = code_point_before(run, begin);
    if (!is_hanzi(point.value)) break;
    begin -= point.length;
  }
  return run.substr(begin);
}

std::string region_in(std::string_view run) {
  const std::string_view name = up_to_suffix(behind_words(last_hanzi(run)));
  return is_region(name) ? std::string(name) : std::string();
}

// In front of 人民代表大会: …在盘锦市兴隆台区第九届.
std::string of_congress(std::string_view line) {
  const size_t at = line.find("人民代表大会");
  if (at == line.npos) return "";
  std::string_view run = line.substr(0, at);
  if (run.ends_with("全国")) return "全国";
  const size_t session = run.rfind("届");
  if (session == run.npos) return region_in(run);
  run = run.substr(0, session);
  if (const size_t ordinal = run.rfind("第"); ordinal != run.npos) run = run.substr(0, ordinal);
  if (run.ends_with("全国")) return "全国";
  return region_in(run);
}

std::string before_any(std::string_view line, Words words) {
  for (const std::string_view word : words) {
    const size_t at = line.find(word);
    if (at == line.npos) continue;
    if (std::string region = region_in(line.substr(0, at)); !region.empty()) return region;
  }
  return "";
}

std::string of_title(std::string_view title) {
  if (contains_any(title, {"中华人民共和国", "国务院", "全国"})) return "全国";
  for (size_t at = title.find("年"); at != title.npos; at = title.find("年", at + 1)) {
    if (std::string region = region_in(title.substr(0, at)); !region.empty()) return region;
    // The digits in front of 年 cut the name off: 长沙市2025年.
    size_t end = at;
    while (end > 0 && is_ascii_digit(static_cast<unsigned char>(title[end - 1]))) --end;
    if (std::string region = region_in(title.substr(0, end)); !region.empty()) return region;
  }
  return before_any(title,
                    {"政府", "国民经济", "一般公共", "预算", "财政", "决算", "统计", "本级", "全省", "全市", "和省"});
}

std::string of_file_name(std::string_view name) {
  name = name.substr(name.find_last_of("/!") + 1);
  std::string best;
  size_t begin = 0;
  while (begin <= name.size()) {
    const size_t end = std::min(name.find_first_of("_-. ", begin), name.size());
    const std::string_view piece = name.substr(begin, end - begin);
    std::string region = is_region(piece) && up_to_suffix(piece) == piece ? std::string(piece) : of_title(piece);
    if (best.empty()) best = std::move(region);
    begin = end + 1;
  }
  return best;
}

// The fuller of two names of one place: 兴隆台区, 盘锦市兴隆台区.
void refine(std::string& region, const std::string& other) {
  if (other.size() > region.size() && other.ends_with(region)) region = other;
}

size_t count_of(std::string_view text, std::string_view word) {
  size_t count = 0;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

// 我县, 县委, 县政府: what the speakers call their own area.
std::string_view own_suffix(std::string_view text) {
  constexpr std::string_view kOwn[][3] = {
      {"县", "我县", "县政府"}, {"区", "我区", "区政府"}, {"市", "我市", "市政府"}, {"省", "我省", "省政府"}};
  std::string_view best;
  size_t most = 0;
  for (const auto& [suffix, ours, government] : kOwn) {
    const size_t count = count_of(text, ours) + count_of(text, government);
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

// A text without title or greeting: 容城县 stands in it once, 容城 a dozen times. "" below four times.
std::string of_running_text(std::string_view text) {
  size_t length = std::min<size_t>(text.size(), 1 << 16);
  while (length < text.size() && is_continuation(text[length])) --length;
  text = text.substr(0, length);
  const std::string_view suffix = own_suffix(text);
  if (suffix.empty()) return count_of(text, "香港") + count_of(text, "本港") >= 3 ? "香港特别行政区" : "";
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

bool speaks_for_the_state(std::string_view line) {
  return contains_any(line, {"我代表国务院", "受国务院", "国务院的委托", "国务院向", "国务院总理", "国务院副总理",
                             "代表中华人民共和国国务院", "国家统计局"}) ||
         line.starts_with("国务院");
}

}  // namespace

std::string region_on(const TitlePage& page, std::string_view title, std::string_view name, std::string_view text) {
  std::string region = of_title(title);
  for (const std::string& line : page.lines) {
    if (region == "全国") break;
    const std::string congress = contains(line, "届") ? of_congress(line) : "";
    refine(region, congress);
    if (region.empty() && line.size() < 400 && speaks_for_the_state(line)) region = "全国";
    if (region.empty()) region = before_any(line, {"人民政府", "统计局", "統"});
    if (region.empty() && line.size() < 60) region = before_any(line, {"财政局", "财政厅"});
    if (region.empty() && contains_any(line, {"财政司司长", "財政司司長"})) region = "香港特别行政区";
  }
  const std::string named = of_file_name(name);
  if (region.empty()) return named.empty() ? of_running_text(text) : named;
  refine(region, named);
  return region;
}

}  // namespace zhibiao
