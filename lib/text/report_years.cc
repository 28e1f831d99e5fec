#include "text/report_years.h"

#include <algorithm>
#include <map>
#include <string>

#include "text/fold.h"
#include "text/session.h"
#include "text/utf8.h"
#include "text/words.h"
#include "text/year.h"

namespace zhibiao {

namespace {

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

// A national report without a date: 向第十届全国人民代表大会第一次会议报告, …第一次会议以来的五年.
bool vote_session(std::string_view line, bool of_five_years, Ballot& ballot) {
  const std::optional<Session> session = national_session_in(line);
  if (!session) return false;
  if (session->behind.starts_with("以来") && of_five_years) {
    ballot.vote(session->year + 5, 2);
    return true;
  }
  if (contains(session->behind, "到现在")) {
    ballot.vote(session->year + 1, 2);
    return true;
  }
  if (!contains_any(session->before, {"向", "在"})) return false;
  ballot.vote(session->year, 3);
  return true;
}

std::optional<int> work_report_year(const TitlePage& page, const Report& report) {
  Ballot ballot;
  ballot.vote(bare_year(report.title), 3);
  vote_headings(page, ballot);
  const bool of_five_years = std::any_of(page.lines.begin(), page.lines.end(), [](std::string_view line) {
    return starts_with_any(line, {"五年来", "过去五年"}) || contains_any(line, {"以来的五年", "、过去五年"});
  });
  bool given = false;
  for (const std::string& line : page.lines) {
    const auto date = date_in(line);
    if (date && !given && tells_when_given(line)) {
      ballot.vote(year_given(*date), 3);
      given = true;
    } else if (const size_t at = line.find("过去的1"); at != line.npos && at < 30) {
      ballot.vote(first_year(line) + (first_year(line) != 0), 2);
    } else if (!given && vote_session(line, of_five_years, ballot)) {
      given = true;
    }
  }
  const int named = bare_year(report.name.substr(report.name.find_last_of("/!") + 1));
  ballot.vote(named, 2);
  if (const auto winner = ballot.winner()) return winner;
  vote_mentions(report.text, ballot);
  return ballot.winner();
}

// 2019年预算执行情况和2020年预算草案; 2024年财政决算.
ReportYears budget_years(std::string_view line) {
  const std::optional<Years> years = years_in(line);
  if (!years) return {};
  // Heads of columns: 2024年决算数 2025年执行数.
  if (const size_t done = line.rfind("年执行数"); done != line.npos) {
    if (const int year = year_before(line, done)) return {year, std::nullopt};
  }
  if (years->first < years->last) return {years->first, years->last};
  // …执行情况和2026年预算草案, its first line lost.
  const size_t at = line.rfind("执行情况");
  if (at != line.npos && last_year(line.substr(0, at)) == 0) return {years->first - 1, years->first};
  if (contains_any(line, {"决算", "执行", "收支情况", "债务", "债券", "调整"})) return {years->first, std::nullopt};
  return {years->first - 1, years->first};
}

ReportYears years_of_budget(const TitlePage& page, std::string_view title, std::string_view name) {
  ReportYears found = budget_years(title);
  for (size_t i = 0; i < page.lines.size() && !found.year; ++i) {
    if (contains_any(page.lines[i], {"预算", "預算", "决算", "债务", "执行"})) found = budget_years(page.lines[i]);
  }
  if (!found.year) {
    if (const int year = bare_year(name)) found.year = year;
  }
  if (found.year && !found.report_year) found.report_year = *found.year + 1;
  return found;
}

ReportYears years_of_communique(const TitlePage& page, std::string_view title, std::string_view name) {
  int year = bare_year(title);
  for (size_t i = 0; i < page.lines.size() && year == 0; ++i) {
    if (const auto date = date_in(page.lines[i]); !date) year = first_year(page.lines[i]);
  }
  if (year == 0) year = bare_year(name.substr(name.find_last_of("/!") + 1));
  return year == 0 ? ReportYears{} : ReportYears{year, year + 1};
}

}  // namespace

bool tells_when_given(std::string_view line) {
  return line.size() < 300 && contains_any(line, {"会议", "会議", "大会"});
}

ReportYears report_years_of(const Report& report, const TitlePage& page) {
  if (report.type == "communique") return years_of_communique(page, report.title, report.name);
  if (report.type == "budget") return years_of_budget(page, report.title, report.name);
  if (report.type != "work_report" && report.type != "plan") return {};
  const std::optional<int> report_year = work_report_year(page, report);
  return report_year ? ReportYears{*report_year - 1, report_year} : ReportYears{};
}

}  // namespace zhibiao
