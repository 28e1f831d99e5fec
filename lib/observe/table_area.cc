#include "observe/table_area.h"

#include <algorithm>

#include "segment/numbering.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// Levels of government, and all areas of the level below together.
constexpr std::string_view kLevels[] = {"自治区本级", "自治州本级", "市本级", "省本级",         "区本级", "县本级",
                                        "州本级",     "旗本级",     "盟本级", "地区本级",       "本级",   "自治区级",
                                        "市级",       "省级",       "区级",   "县级",           "州级",   "各市县",
                                        "各县区",     "各区县",     "各区市", "各县（市、区）", "各市州"};

// What the accounts of an area are of.
constexpr std::string_view kAccounts[] = {"一般公共预算", "地方一般公共预算", "公共财政", "公共预算", "政府性基金",
                                          "国有资本",     "社会保险",         "社保",     "基本支出"};

// 市级及县级, 省级对威海市: of two, or what one gives another.
bool goes_on(std::string_view behind) { return starts_with_any(behind, {"及", "和", "与", "、", "对", "至", "以"}); }

std::string_view level_at(std::string_view text) {
  std::string_view found;
  for (const std::string_view level : kLevels)
    if (text.starts_with(level) && level.size() > found.size()) found = level;
  return goes_on(text.substr(found.size())) ? std::string_view() : found;
}

// 济南高新区|一般公共预算: up to the accounts, when it ends like an area and is one name.
std::string_view part_at(std::string_view text) {
  constexpr size_t kLongest = 16 * 3;
  size_t end = std::string_view::npos;
  for (const std::string_view account : kAccounts) end = std::min(end, text.find(account));
  if (end == std::string_view::npos || end < 6 || end > kLongest) return {};
  const std::string_view part = text.substr(0, end);
  if (!ends_with_any(part, {"区", "县", "市", "旗", "州"})) return {};
  if (contains_any(part,
                   {"各", "分", "其他", "全", "主要", "按", "及", "和", "、", "对", "与", " ", "（", "(", "地区"}))
    return {};
  return part;
}

std::string area_at(std::string_view text, std::string_view region) {
  while (!text.empty() && (text[0] == ' ' || text[0] == '\t')) text.remove_prefix(1);
  if (starts_with_any(text, {"全省", "全市", "全区", "全县", "全州", "全国", "全自治区"})) return "";
  std::string_view last;  // of 黑龙江省|本级 the 省
  const bool own = !region.empty() && text.starts_with(region);
  if (own) {
    text.remove_prefix(region.size());
    size_t begin = region.size();
    while (begin > 0 && is_continuation(region[--begin])) {
    }
    last = region.substr(begin);
  }
  const std::string_view level = level_at(text);
  if (!level.empty()) return std::string(level == "本级" ? last : "") + std::string(level);
  return own || region.empty() ? "" : std::string(part_at(text));
}

// 表五 市级…, 1.4 …, 附件2：…
std::string_view without_number(std::string_view title) {
  for (bool taken = true; taken && !title.empty();) {
    taken =
        title[0] == ' ' || title[0] == '.' || title[0] == '-' || is_ascii_digit(static_cast<unsigned char>(title[0]));
    if (taken) title.remove_prefix(1);
    for (const std::string_view mark : {"附表", "附件", "续表", "表", "：", "、", "—"}) {
      if (!title.starts_with(mark)) continue;
      title.remove_prefix(mark.size());
      taken = true;
    }
    const Numbering number = numbering_of(title);
    if (number.rank != Rank::none && number.length < title.size()) title.remove_prefix(number.length), taken = true;
  }
  return title;
}

}  // namespace

std::string area_in(std::string_view title, ByteSpan period, std::string_view region) {
  if (period.empty()) return area_at(without_number(title), region);
  const bool leads = contains_any(title.substr(0, period.begin), {"级", "区", "县", "市", "省", "州", "旗"});
  if (leads) return area_at(without_number(title), region);  // 市本级2025年…
  std::string_view behind = title.substr(period.end);
  for (const std::string_view rest : {"度", "年度", "年"})
    if (behind.starts_with(rest)) behind.remove_prefix(rest.size());
  return area_at(behind, region);
}

}  // namespace zhibiao
