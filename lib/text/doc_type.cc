#include "text/doc_type.h"

#include "text/words.h"

namespace zhibiao {

namespace {

std::string type_in(std::string_view text) {
  if (contains_any(text, {"统计公报", "統計公報", "communique"})) return "communique";
  if (contains_any(text, {"预算", "决算", "財政預算", "budget", "政府性基金", "政府债券", "政府债务", "收支情况"}))
    return "budget";
  if (contains_any(text, {"政府工作报告", "政府工作報告", "gwr"})) return "work_report";
  if (contains_any(text, {"国民经济计划", "社会发展计划", "发展规划", "五年规划", "五年计划", "十年规划"}))
    return "plan";
  return contains(text, "工作报告") ? "work_report" : "";
}

// 现在，我代表区人民政府向大会报告工作: what is being given.
std::string type_in_greeting(std::string_view line) {
  if (!contains_any(line, {"审议", "审查", "委托", "我代表", "向大会", "现将"})) return "";
  if (contains_any(line, {"报告工作", "工作报告", "政府工作", "政府的工作"})) return "work_report";
  if (contains_any(line, {"预算", "决算"})) return "budget";
  if (contains_any(line, {"国民经济计划", "发展计划", "规划纲要"})) return "plan";
  return contains_any(line, {"的工作", "作报告", "以下报告", "如下报告"}) ? "work_report" : "";
}

}  // namespace

std::string doc_type_of(const TitlePage& page, std::string_view title, std::string_view name) {
  if (std::string type = type_in(title); !type.empty()) return type;
  for (const std::string& line : page.lines) {
    if (std::string type = type_in_greeting(line); !type.empty()) return type;
  }
  for (const std::string& line : page.headings) {
    if (contains(line, "工作回顾")) return "work_report";
  }
  if (contains_any(title, {"财政局", "财政厅", "财政部"})) return "budget";
  if (std::string type = type_in(name.substr(name.find_last_of("/!") + 1)); !type.empty()) return type;
  for (const std::string& line : page.lines) {
    if (contains_any(line, {"初步核算", "初步統", "初步统计"})) return "communique";
    if (starts_with_any(line, {"各位代表"}) || contains(line, "总理在报告中")) return "work_report";
  }
  return "other";
}

}  // namespace zhibiao
