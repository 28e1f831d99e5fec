#include "segment/part.h"

#include <algorithm>
#include <string>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"
#include "text/year.h"

namespace zhibiao {

namespace {

// Against the year under review; none for a stretch that holds it inside (“十四五” in 2023).
Part part_of_years(const std::optional<Years>& years, const ReportMeta& meta) {
  if (!years || !meta.year) return Part::none;
  if (years->first > *meta.year) return Part::plan;
  return years->last <= *meta.year ? Part::review : Part::none;
}

constexpr std::string_view kReviewWords[] = {"回顾", "总结", "执行情况", "完成情况", "收支情况",
                                             "成就", "成绩", "成效",     "进展",     "过去",
                                             "年来", "所做", "决算",     "取得",     "新台阶的五年"};
constexpr std::string_view kPlanWords[] = {"安排", "目标", "任务", "思路", "打算",     "今后",     "重点工作",
                                           "草案", "展望", "建议", "要求", "部署",     "下一步",   "方针",
                                           "取向", "蓝图", "未来", "计划", "主要工作", "工作重点", "预期"};
constexpr WordSet kReviewWord(kReviewWords), kPlanWord(kPlanWords);

PartHint of_both(std::string_view view, const std::optional<Years>& years, const ReportMeta& meta) {
  const bool two_years = years && meta.year && years->first <= *meta.year && years->last > *meta.year;
  const bool joined = contains_any(view, {"和", "及", "与", "暨"});
  const bool mixed = joined && (two_years || contains_any(view, {"方针", "草案", "打算", "今后", "总任务"}));
  return {Part::review, !mixed, mixed};
}

constexpr std::string_view kReviewLeads[] = {"过去一年",   "过去的一年", "一年来", "过去五年",
                                             "过去的五年", "五年来",     "这五年", "去年",
                                             "刚刚过去",   "回顾",       "上年",   "本届政府"};
constexpr std::string_view kPlanLeads[] = {
    "今年是",   "今年的",         "今年经济", "今年政府",     "今年发展",   "今年要",     "今年，要",
    "新的一年", "今后",           "未来",     "主要预期目标", "为实现上述", "为确保实现", "为完成上述",
    "做好今年", "政府工作的总体", "按照上述", "综合考虑",     "展望",       "下一步",     "下一年"};
constexpr std::string_view kYearLeads[] = {"一九", "二〇", "二○"};
constexpr WordSet kReviewLead(kReviewLeads), kPlanLead(kPlanLeads), kYearLead(kYearLeads);

}  // namespace

PartHint part_of_heading(std::string_view view, const ReportMeta& meta) {
  const std::optional<Years> years = years_in(view);
  const Part by_years = part_of_years(years, meta);
  const bool review = kReviewWord.in(view), plan = kPlanWord.in(view);
  if (by_years == Part::plan) return {Part::plan, true, false};
  if (review && plan) return of_both(view, years, meta);
  if (review)
    return {Part::review, contains_any(view, {"回顾", "总结", "执行情况", "过去", "决算"}) || by_years != Part::none};
  if (by_years == Part::review) return {Part::review, true, false};
  if (plan)
    return {Part::plan, contains_any(view, {"下一步", "今后", "打算", "安排", "草案", "展望"}) || years.has_value()};
  return {};
}

Part part_of_lead(std::string_view paragraph, const ReportMeta& meta) {
  const bool hanzi = behind_hanzi(paragraph.substr(0, 3), 0) > 0;
  if (hanzi && !kReviewLead.may_begin(paragraph) && !kPlanLead.may_begin(paragraph) && !kYearLead.may_begin(paragraph))
    return Part::none;
  // The first clause or two decide; a paragraph may be long.
  size_t length = std::min<size_t>(paragraph.size(), 120);
  while (length < paragraph.size() && is_continuation(paragraph[length])) --length;
  const FoldedView folded_lead(paragraph.substr(0, length));
  const std::string_view view = folded_lead.get();
  size_t near = std::min<size_t>(view.size(), 60);
  while (near < view.size() && is_continuation(view[near])) --near;
  const std::string_view head = view.substr(0, near);
  if (kReviewLead.begins(view)) return Part::review;
  if (kPlanLead.begins(view)) return Part::plan;
  const size_t comma = std::min(head.find("，"), head.find(','));
  const std::string_view first = head.substr(0, std::min(comma, head.size()));
  const bool dated = kYearLead.begins(first) || starts_with_any(first, {"1", "2", "“十", "\"十"});
  return dated ? part_of_years(years_in(first), meta) : Part::none;
}

}  // namespace zhibiao
