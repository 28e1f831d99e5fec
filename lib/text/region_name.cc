#include "text/region_name.h"

#include <algorithm>

#include "text/region_spoken.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr std::string_view kSuffixes[] = {"特别行政区", "自治区", "自治州", "自治县", "新区", "地区",
                                          "林区",       "矿区",   "自治旗", "省",     "市",   "县",
                                          "区",         "州",     "盟",     "旗",     "镇",   "乡"};

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
  for (const std::string_view word :
       {"关于", "代表", "受", "在",         "向",   "年度", "年",       "月",   "日",   "现将",
        "由",   "是",   "经", "中国共产党", "各位", "本站", "人民政府", "提交", "提出", "第"}) {
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

// 我代表容城县第十四届人民政府.
std::string of_government(std::string_view line) {
  const std::string_view run = line.substr(0, line.find("届人民政府"));
  const size_t ordinal = run.rfind("第");
  return ordinal == run.npos ? "" : region_in(run.substr(0, ordinal));
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

// 市财政局局长向大会提交唐山市2025年预算执行情况.
std::string of_budget(std::string_view line) {
  for (const std::string_view word : {"提交", "提出"}) {
    const size_t at = line.find(word);
    if (at == line.npos) continue;
    const std::string_view told = line.substr(at + word.size());
    if (std::string region = of_title(told.substr(0, told.find("预算"))); !region.empty()) return region;
  }
  return "";
}

// The fuller of two names of one place: 兴隆台区, 盘锦市兴隆台区.
void refine(std::string& region, const std::string& other) {
  if (other.size() > region.size() && other.ends_with(region)) region = other;
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
    if (region.empty() && contains(line, "届人民政府")) region = of_government(line);
    if (region.empty()) region = before_any(line, {"人民政府", "统计局", "統"});
    if (region.empty() && line.size() < 60) region = before_any(line, {"财政局", "财政厅"});
    if (region.empty() && line.size() < 400 && contains(line, "预算")) region = of_budget(line);
    if (region.empty() && contains_any(line, {"财政司司长", "財政司司長"})) region = "香港特别行政区";
  }
  const std::string named = of_file_name(name);
  if (region.empty()) return named.empty() ? region_spoken_of(text) : named;
  refine(region, named);
  return region;
}

}  // namespace zhibiao
