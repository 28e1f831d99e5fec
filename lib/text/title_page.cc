#include "text/title_page.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// Title, date and greeting stand above the first running text, or just below a summary of it.
constexpr size_t kLines = 120, kLinesOfText = 15, kHeadings = 60;
constexpr size_t kLineBytes = 400, kHeadingBytes = 150;

std::string cleaned(std::string_view line) {
  if (line.size() > kLineBytes) {
    size_t cut = kLineBytes;
    while (is_continuation(line[cut])) --cut;
    line = line.substr(0, cut);
  }
  const FoldedView folded_line(line);
  const std::string_view view = folded_line.get();
  std::string out;
  for (size_t pos = 0; pos < view.size();) {
    const size_t run = behind_hanzi(view, pos);
    out.append(view, pos, run - pos);
    pos = run;
    if (pos == view.size()) break;
    const CodePoint point = code_point_at(view, pos);
    if (view.compare(pos, 2, "??") == 0) {  // spaces of a web page, lost on the way
      pos += 2;
      continue;
    }
    if (!is_space(point.value)) out.append(view, pos, point.length);
    pos += point.length;
  }
  return out;
}

// A line break, or one that was written out as the letters \n. Each kind is looked for once, however many there are of
// another.
class LineEnds {
 public:
  explicit LineEnds(std::string_view text)
      : text_(text), feed_(next('\n', 0)), return_(next('\r', 0)), letters_(written(0)) {}

  // The first at or behind `begin`; text.size() if there is none. REQUIRES: called in text order.
  size_t behind(size_t begin) {
    if (feed_ < begin) feed_ = next('\n', begin);
    if (return_ < begin) return_ = next('\r', begin);
    if (letters_ < begin) letters_ = written(begin);
    return std::min({feed_, return_, letters_});
  }

 private:
  size_t next(char c, size_t begin) const { return std::min(text_.find(c, begin), text_.size()); }

  size_t written(size_t begin) const {
    size_t at = next('\\', begin);
    while (at + 1 < text_.size() && text_[at + 1] != 'n' && text_[at + 1] != 'r') at = next('\\', at + 1);
    return at + 1 < text_.size() ? at : text_.size();
  }

  std::string_view text_;
  size_t feed_, return_, letters_;
};

// Calls see(line) until it returns false.
template <typename See>
void each_line(std::string_view text, See see) {
  LineEnds ends(text);
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = ends.behind(begin);
    if (!see(text.substr(begin, end - begin))) return;
    begin = end < text.size() && text[end] == '\\' ? end + 2 : end + 1;
  }
}

bool speaks_of_years(std::string_view line) {
  return line.size() >= 9 && line.size() <= kHeadingBytes && contains_any(line, {"年", "十"}) &&
         contains_any(line, {"回顾", "安排", "工作", "任务", "目标", "总结", "计划", "预算", "决算"});
}

int title_score(std::string_view line) {
  const size_t points = count_code_points(line);
  if (points < 5 || points > 70 || contains_any(line, {">", "|", "。", "，", "{", "=", "《", "分享"})) return 0;
  int score = 0;
  if (contains_any(line, {"政府工作报告", "统计公报", "预算执行情况", "预算草案", "预算(草案)", "预算（草案）",
                          "财政决算", "决算情况", "收支情况"})) {
    score = 4;
  } else if (contains_any(line, {"工作报告", "决算", "预算公开", "预算信息公开", "发展计划", "财政预算", "年度财政",
                                 "情况表", "决算表", "平衡表", "執行情況", "预算案演辞", "預算案演辭", "工作总结"})) {
    score = 2;
  }
  if (score == 0) return 0;
  score += contains(line, "年") || contains(line, "20") ? 2 : 0;
  score += contains_any(line, {"省", "市", "县", "区", "州", "国"}) ? 2 : 0;
  return score + (line.starts_with("——") || line.starts_with("相关") || starts_with_any(line, {"一、", "（一）", "表"})
                      ? -4
                      : 0);
}

// 关于三门峡市2019年财政预算执行情况 | 和2020年财政预算（草案）的报告; …国民经济和社会发展 | 统计公报
bool goes_on(std::string_view title, std::string_view next) {
  if (count_code_points(next) > 40 || contains_any(next, {"。", "：", "——"})) return false;
  if (title.ends_with("社会发展")) return next.starts_with("统计公报");
  return title.starts_with("关于") && !contains(title, "报告") && contains_any(title, {"年", "20"});
}

constexpr size_t kTitleLines = 4;

// The title that begins in lines[i], over as many lines as it takes.
std::string title_from(const std::vector<std::string>& lines, size_t i) {
  std::string_view line = lines[i];
  for (const std::string_view label : {"标题：", "标题:", "题目："}) {
    if (line.starts_with(label)) line.remove_prefix(label.size());
  }
  std::string title(line);
  for (size_t k = i + 1; k < std::min(lines.size(), i + kTitleLines) && goes_on(title, lines[k]); ++k)
    title += lines[k];
  return !title.starts_with("关于") || contains(title, "报告") ? title : std::string(line);
}

// 项 目⇥预算数: a table's, not the page's.
bool is_row(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\r");
  const size_t tab = begin == line.npos ? begin : line.find('\t', begin);
  return tab != line.npos && line.find_first_not_of(" \t\r", tab) != line.npos;
}

}  // namespace

TitlePage title_page(std::string_view text) {
  TitlePage page;
  size_t lines_of_text = 0;
  each_line(text, [&](std::string_view line) {
    if (is_row(line)) return true;
    const bool at_top = page.lines.size() < kLines && lines_of_text < kLinesOfText;
    if (at_top) {
      lines_of_text += line.size() > kHeadingBytes;
      std::string view = cleaned(line);
      if (!view.empty()) page.lines.push_back(std::move(view));
    } else if (line.size() <= kHeadingBytes) {
      if (line.size() >= 9 && contains(line, "年")) page.headings.push_back(cleaned(line));
    }
    return at_top || page.headings.size() < kHeadings;
  });
  for (const std::string& line : page.lines) {
    if (speaks_of_years(line)) page.headings.push_back(line);
  }
  return page;
}

std::string title_on(const TitlePage& page) {
  int best = 0;
  std::string title;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    std::string candidate = title_from(page.lines, i);
    const int score = title_score(candidate);
    if (score <= best) continue;
    best = score;
    title = std::move(candidate);
  }
  // 政府工作报告——2024年3月5日在…会议上: what follows the dash is the subtitle.
  const size_t dash = title.find("——");
  return dash == title.npos || dash == 0 ? title : title.substr(0, dash);
}

}  // namespace zhibiao
