#include "mention/period.h"

#include <array>
#include <optional>

namespace zhibiao {

namespace {

constexpr std::array<std::string_view, 10> kDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

// 2022, 二〇二二, 十一, 11; nullopt when it is no whole number.
std::optional<int> whole(std::string_view text) {
  int value = 0;
  bool any = false;
  for (size_t i = 0; i < text.size();) {
    if (text[i] >= '0' && text[i] <= '9') {
      value = value * 10 + (text[i] - '0');
      any = true;
      ++i;
      continue;
    }
    const std::string_view hanzi = text.substr(i, 3);
    i += 3;
    if (hanzi == "十") {
      value = any ? value * 10 : 10;
      const bool last = i >= text.size();
      if (last || !any) {
        any = true;
        if (last) return value;
        value = value / 10 * 10;
      }
      // 十一 and 二十一: the next digit fills the ones.
      for (size_t d = 0; d < kDigits.size(); ++d)
        if (text.substr(i, 3) == kDigits[d]) return value + static_cast<int>(d);
      return std::nullopt;
    }
    if (hanzi == "零" || hanzi == "○") {
      value *= 10;
      any = true;
      continue;
    }
    if (hanzi == "两") {
      value = value * 10 + 2;
      any = true;
      continue;
    }
    bool found = false;
    for (size_t d = 0; d < kDigits.size(); ++d)
      if (hanzi == kDigits[d]) value = value * 10 + static_cast<int>(d), found = true;
    if (!found) return std::nullopt;
    any = true;
  }
  return any ? std::optional(value) : std::nullopt;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::optional<int> year_of(const PeriodParts& parts, const ReportMeta& meta, Part part) {
  if (const auto year = whole(parts.y)) {
    if (*year >= 1000) return year;
    if (*year < 100 && meta.report_year) return *meta.report_year / 100 * 100 + *year;
    return std::nullopt;
  }
  // 今年 in a communiqué or a budget's review is the year reviewed, in a speech and in a plan the year it was given in.
  const bool speech = meta.doc_type == "work_report" || meta.doc_type == "plan";
  const bool given = speech ? part != Part::review : part == Part::plan;
  const std::optional<int> now = given && meta.report_year ? meta.report_year
                                 : meta.year               ? meta.year
                                                           : meta.report_year;
  if (parts.rel.empty()) return part == Part::plan ? meta.report_year : meta.year;
  if (parts.rel.starts_with("过去") || parts.rel == "一年来") return meta.year;
  if (!now) return std::nullopt;
  if (parts.rel == "今年" && speech && meta.report_year) return meta.report_year;
  if (parts.rel == "去年" && speech && part == Part::review) return now;
  if (parts.rel == "去年" || parts.rel == "上年" || parts.rel == "上一年") return *now - 1;
  if (parts.rel == "明年" || parts.rel == "下年") return *now + 1;
  if (parts.rel == "前年") return *now - 2;
  if (parts.rel == "全年" || parts.rel == "年末" || parts.rel == "年内")
    return part == Part::plan ? meta.report_year : meta.year;
  return now;
}

std::string plan_years(int plan, std::string_view edge) {
  const int first = 1951 + (plan - 1) * 5 + (plan >= 3 ? 5 : 0);  // the years 1963-1965 belong to no plan
  const int begin = plan <= 2 ? 1953 + (plan - 1) * 5 : first;
  if (edge == "末" || edge == "底") return std::to_string(begin + 4);
  if (edge == "初") return std::to_string(begin);
  return std::to_string(begin) + ".." + std::to_string(begin + 4);
}

std::string within_year(const PeriodParts& parts, int year) {
  const std::string y = std::to_string(year);
  if (!parts.h.empty()) return y + (parts.h == "上" ? "H1" : "H2");
  if (const auto quarter = whole(parts.q)) {
    const std::string q = y + "Q" + std::to_string(*quarter);
    return parts.rel.empty() && parts.edge != "前" ? q : parts.edge == "前" ? y + "Q1.." + q : q;
  }
  const auto from = whole(parts.m), to = whole(parts.m2);
  if (from && to && *from <= 12 && *to <= 12) return y + "-" + two_digits(*from) + ".." + y + "-" + two_digits(*to);
  if (from && *from <= 12) return y + "-" + two_digits(*from);
  return y;
}

}  // namespace

std::string resolve_period(const PeriodParts& parts, const ReportMeta& meta, Part part) {
  if (const auto plan = whole(parts.plan)) return plan_years(*plan, parts.edge);
  if (const auto years = whole(parts.n)) {
    const bool past = !parts.rel.empty() || parts.edge == "来" || parts.edge == "以来";  // 过去五年, 五年来 in a plan
    if (past) part = Part::review;
    const std::optional<int> last = part == Part::plan ? meta.report_year : meta.year;
    if (!last || *years <= 0 || *years > 60) return "";
    if (*years == 1) return std::to_string(*last);
    return part == Part::plan ? std::to_string(*last) + ".." + std::to_string(*last + *years - 1)
                              : std::to_string(*last - *years + 1) + ".." + std::to_string(*last);
  }
  const std::optional<int> year = year_of(parts, meta, part);
  if (!year) return "";
  if (const auto second = whole(parts.y2); second) {
    const int last = *second >= 1000 ? *second : *year / 100 * 100 + *second;
    if (last > *year && last < *year + 100) return std::to_string(*year) + ".." + std::to_string(last);
  }
  return within_year(parts, *year);
}

}  // namespace zhibiao
