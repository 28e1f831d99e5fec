#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "text/fold.h"
#include "text/read.h"
#include "text/region_name.h"
#include "text/title_page.h"
#include "text/utf8.h"
#include "text/words.h"
#include "text/year.h"

namespace zhibiao {

namespace {

std::string type_in(std::string_view text) {
  if (contains_any(text, {"统计公报", "統計公報", "communique"})) return "communique";
  if (contains_any(text, {"预算", "决算", "財政預算", "budget"})) return "budget";
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
  return contains_any(line, {"的工作", "作报告"}) ? "work_report" : "";
}

std::string type_of(const TitlePage& page, std::string_view title, std::string_view name) {
  if (std::string type = type_in(title); !type.empty()) return type;
  for (const std::string& line : page.lines) {
    if (std::string type = type_in_greeting(line); !type.empty()) return type;
  }
  for (const std::string& line : page.headings) {
    if (contains(line, "工作回顾")) return "work_report";
  }
  if (std::string type = type_in(name.substr(name.find_last_of("/!") + 1)); !type.empty()) return type;
  for (const std::string& line : page.lines) {
    if (contains_any(line, {"初步核算", "初步統", "初步统计"})) return "communique";
    if (starts_with_any(line, {"各位代表"})) return "work_report";
  }
  return "other";
}

// Years that different places of the text speak for, with what they weigh; the heaviest wins, the first of equals.
class Ballot {
 public:
  void vote(int year, int weight) {
    if (year != 0) weights_[year] += weight;
  }
  std::optional<int> winner() const {
    const auto heavier = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto best = std::max_element(weights_.begin(), weights_.end(), heavier);
    return best == weights_.end() ? std::nullopt : std::optional(best->first);
  }

 private:
  std::map<int, int> weights_;
};

int first_year(std::string_view text) {
  for (size_t at = text.find("年"); at != text.npos; at = text.find("年", at + 1)) {
    if (const int year = year_before(text, at)) return year;
  }
  return 0;
}

int last_year(std::string_view text) {
  const std::optional<Years> years = years_in(text);
  return years ? years->last : 0;
}

// Also without 年: 2023政府工作报告, gwr_2019_容城县.
int bare_year(std::string_view text) {
  if (const int year = first_year(text)) return year;
  for (size_t end = 4; end <= text.size(); ++end) {
    const bool digit_before = end > 4 && is_ascii_digit(static_cast<unsigned char>(text[end - 5]));
    const bool digit_behind = end < text.size() && is_ascii_digit(static_cast<unsigned char>(text[end]));
    if (digit_before || digit_behind || !is_ascii_digit(static_cast<unsigned char>(text[end - 1]))) continue;
    if (const int year = year_before(text, end)) return year;
  }
  return 0;
}

bool tells_when_given(std::string_view line) {
  return line.size() < 300 && contains_any(line, {"会议", "会議", "大会"});
}

// A report given in the last weeks of a year is on the next one: 2022年12月30日 for 2023.
int year_given(const Date& date) { return date.month >= 11 ? date.year + 1 : date.year; }

void vote_headings(const TitlePage& page, Ballot& ballot) {
  bool reviewed = false, planned = false;
  for (const std::string& line : page.headings) {
    if (line.size() > 150 || contains_any(line, {"。", "，", "公报", "报告", "届"})) continue;
    const int year = first_year(line) != 0 ? first_year(line) : last_year(line);
    if (year == 0) continue;
    if (contains_any(line, {"回顾", "总结", "执行情况", "完成情况"})) {
      if (!reviewed) ballot.vote(year + 1, 3);
      reviewed = true;
    } else if (first_year(line) != 0 &&
               contains_any(line, {"安排", "重点", "任务", "目标", "总体要求", "建议", "年的工作"})) {
      if (!planned) ballot.vote(year, 3);
      planned = true;
    }
  }
}

// The year that a report speaks of most is the one it reviews.
void vote_mentions(std::string_view text, Ballot& ballot) {
  const std::string view = folded(text.substr(0, text.find("年", std::min<size_t>(text.size(), 1 << 16))));
  for (size_t at = view.find("年"); at != view.npos; at = view.find("年", at + 1)) {
    if (const int year = year_before(view, at)) ballot.vote(year + 1, 1);
  }
}

std::optional<int> work_report_year(const TitlePage& page, std::string_view title, std::string_view name,
                                    std::string_view text) {
  Ballot ballot;
  ballot.vote(bare_year(title), 3);
  vote_headings(page, ballot);
  bool given = false;
  for (const std::string& line : page.lines) {
    const auto date = date_in(line);
    if (date && !given && tells_when_given(line)) {
      ballot.vote(year_given(*date), 3);
      given = true;
    } else if (const size_t at = line.find("过去的1"); at != line.npos && at < 30) {
      ballot.vote(first_year(line) + (first_year(line) != 0), 2);
    }
  }
  const int named = bare_year(name.substr(name.find_last_of("/!") + 1));
  ballot.vote(named, 2);
  if (const auto winner = ballot.winner()) return winner;
  vote_mentions(text, ballot);
  return ballot.winner();
}

struct Reviewed {
  std::optional<int> year, report_year;
};

// 2019年预算执行情况和2020年预算草案; 2024年财政决算.
Reviewed budget_years(std::string_view line) {
  const std::optional<Years> years = years_in(line);
  if (!years) return {};
  if (years->first < years->last) return {years->first, years->last};
  // …执行情况和2026年预算草案, its first line lost.
  const size_t at = line.rfind("执行情况");
  if (at != line.npos && last_year(line.substr(0, at)) == 0) return {years->first - 1, years->first};
  if (contains_any(line, {"决算", "执行", "收支情况", "债务", "调整"})) return {years->first, std::nullopt};
  return {years->first - 1, years->first};
}

Reviewed years_of_budget(const TitlePage& page, std::string_view title, std::string_view name) {
  Reviewed found = budget_years(title);
  for (size_t i = 0; i < page.lines.size() && !found.year; ++i) {
    if (contains_any(page.lines[i], {"预算", "决算", "债务", "执行"})) found = budget_years(page.lines[i]);
  }
  if (!found.year) {
    if (const int year = bare_year(name)) found.year = year;
  }
  if (found.year && !found.report_year) found.report_year = *found.year + 1;
  return found;
}

Reviewed years_of_communique(const TitlePage& page, std::string_view title, std::string_view name) {
  int year = bare_year(title);
  for (size_t i = 0; i < page.lines.size() && year == 0; ++i) {
    if (const auto date = date_in(page.lines[i]); !date) year = first_year(page.lines[i]);
  }
  if (year == 0) year = bare_year(name.substr(name.find_last_of("/!") + 1));
  return year == 0 ? Reviewed{} : Reviewed{year, year + 1};
}

Reviewed years_of(const std::string& type, const TitlePage& page, std::string_view title, const Document& document) {
  const std::string_view name = document.doc;
  if (type == "communique") return years_of_communique(page, title, name);
  if (type == "budget") return years_of_budget(page, title, name);
  if (type != "work_report" && type != "plan") return {};
  const std::optional<int> report_year = work_report_year(page, title, name, document.text);
  return report_year ? Reviewed{*report_year - 1, report_year} : Reviewed{};
}

// The date of publication if the page tells it, else the day the report was given.
std::string date_on(const TitlePage& page) {
  std::optional<Date> given;
  for (const std::string& line : page.lines) {
    if (line.size() > 300) continue;
    const auto date = date_in(line);
    if (!date) continue;
    if (contains_any(line, {"发布时间", "发布日期", "发文时间", "发表时间", "时间：", "时间:", "日期：", "日期:"})) {
      return date->to_string();
    }
    if (!given && (tells_when_given(line) || line.size() < 40)) given = date;
  }
  return given ? given->to_string() : "";
}

}  // namespace

void describe(Document& document) {
  Metadata& meta = document.meta;
  const TitlePage page = title_page(document.text);
  const std::string title = title_on(page);
  if (meta.title.empty()) meta.title = title;
  if (meta.doc_type.empty()) meta.doc_type = type_of(page, meta.title, document.doc);
  if (meta.region.empty()) meta.region = region_on(page, meta.title, document.doc, document.text);
  const Reviewed years = years_of(meta.doc_type, page, meta.title, document);
  if (!meta.year) meta.year = years.year;
  if (!meta.report_year) meta.report_year = years.report_year;
  if (meta.date.empty()) meta.date = date_on(page);
}

}  // namespace zhibiao
