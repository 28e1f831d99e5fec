#include "segment/heading.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr uint32_t kLongestHeading = 45;
constexpr uint32_t kLongestLead = 20;

struct Scan {
  size_t stop = 0;      // where the first sentence mark stands, or the end
  size_t after = 0;     // behind the mark
  uint32_t points = 0;  // before the mark
  char32_t mark = 0;    // 0: none within reach
  bool comma = false, colon = false, digit = false, space_then_digit = false;
};

// Looks at most `limit` code points far for the first sentence mark.
Scan scan(std::string_view text, size_t begin, size_t end, uint32_t limit) {
  Scan found{end, end, 0, 0};
  char32_t before[2] = {0, 0};
  for (size_t pos = begin; pos < end && found.points <= limit;) {
    const size_t reach = pos + 3 * size_t{limit + 1 - found.points};
    if (const size_t behind = std::min({behind_hanzi(text, pos), reach, end}); behind > pos) {
      found.points += static_cast<uint32_t>((behind - pos) / 3);
      before[0] = behind - pos > 3 ? U'字' : before[1];
      before[1] = U'字';  // any that is neither space nor digit
      pos = behind;
      continue;
    }
    const CodePoint point = code_point_at(text, pos);
    const char32_t c = point.value;
    if (c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == ';' || c == '!') {
      found.stop = pos;
      found.after = pos + point.length;
      found.mark = c;
      return found;
    }
    found.comma |= c == U'，' || c == ',';
    found.colon |= c == U'：' || c == ':';
    found.digit |= is_digit(c);
    found.space_then_digit |= is_digit(c) && (before[1] == '\t' || (is_space(before[0]) && is_space(before[1])));
    before[0] = before[1];
    before[1] = c;
    pos += point.length;
    ++found.points;
  }
  return found;
}

// 政府债务限额1865009万元: a number with a unit of amounts. 抓好10件民生实事 is none.
bool has_figure(std::string_view text, const Scan& found, size_t begin) {
  if (!found.digit) return false;
  if (found.space_then_digit) return true;
  const FoldedView title(text.substr(begin, found.stop - begin));
  const std::string_view view = title.get();
  for (size_t pos = 1; pos < view.size(); ++pos) {
    if (!is_ascii_digit(static_cast<unsigned char>(view[pos - 1]))) continue;
    if (starts_with_any(view.substr(pos),
                        {"万", "亿", "元", "%", "‰", "吨", "公里", "平方", "亩", "户", "人次", "美元", "千"})) {
      return true;
    }
  }
  return false;
}

Heading make(Rank rank, const TextLine& line, size_t text_begin, size_t text_end, size_t end) {
  return {rank, line.begin, end, text_begin, text_end};
}

// Takes a colon off the end: （一）主要目标：
size_t without_colon(std::string_view text, size_t begin, size_t end) {
  while (end > begin) {
    const CodePoint last = code_point_before(text, end);
    if (last.value != U'：' && last.value != ':' && !is_space(last.value)) break;
    end -= last.length;
  }
  return end;
}

std::optional<Heading> numbered(std::string_view text, const TextLine& line, Numbering number) {
  const size_t begin = line.start + number.length;
  if (begin == line.end) {
    if (number.rank != Rank::han && number.rank != Rank::part) return std::nullopt;
    return make(number.rank, line, line.start, line.end, line.end);
  }
  const Scan found = scan(text, begin, line.end, kLongestHeading);
  if (found.points > kLongestHeading || has_figure(text, found, begin)) return std::nullopt;
  if (found.mark == 0) {
    const char32_t last = code_point_before(text, line.end).value;
    if (last == U'，' || last == ',' || last == U'、') return std::nullopt;
    return make(number.rank, line, begin, without_colon(text, begin, line.end), line.end);
  }
  if (found.mark != U'。' || found.colon) return std::nullopt;
  return make(number.rank, line, begin, found.stop, found.after);
}

// Headings without a number that open a part of the report.
constexpr std::string_view kTimes[] = {"年", "十一五", "十二五", "十三五", "十四五", "十五五", "过去", "今后"};
constexpr std::string_view kWork[] = {"回顾",     "目标", "任务", "安排", "总体要求", "思路",     "重点工作",
                                      "工作总结", "成就", "建议", "打算", "执行情况", "主要工作", "预算草案"};
constexpr std::string_view kProseBegins[] = {"各位", "同志", "今年", "去年", "明年", "我们", "这",   "同时",
                                             "此外", "当前", "过去", "但",   "主席", "女士", "谢谢", "现在",
                                             "具体", "主要", "报告", "以上", "其中", "注",   "第"};
constexpr WordSet kTime(kTimes), kOfWork(kWork), kProseBegin(kProseBegins);

bool opens_part(std::string_view view) {
  if (starts_with_any(view, {"各位", "同志们", "现在", "主席", "（", "("})) return false;
  return (kTime.in(view) && kOfWork.in(view)) || view == "结束语" || view == "结语" || view == "工作回顾";
}

bool starts_like_prose(std::string_view view) { return kProseBegin.begins(view); }

bool plain_title(std::string_view view) {
  for (size_t pos = 0; pos < view.size();) {
    const CodePoint point = code_point_at(view, pos);
    if (!is_hanzi(point.value) &&
        std::u32string_view(U"、“”《》（）·—").find(point.value) == std::u32string_view::npos) {
      return false;
    }
    pos += point.length;
  }
  return !starts_like_prose(view);
}

// 加强农业的基础地位。 or 社会事业 on a line of its own, prose below it.
std::optional<Heading> own_line(std::string_view text, const TextLine& line, const TextLine* next) {
  if (line.points < 3 || line.points > 30) return std::nullopt;
  const Scan found = scan(text, line.start, line.end, kLongestHeading);
  const bool full_stop = found.mark == U'。' && found.after == line.end;
  if ((found.mark != 0 && !full_stop) || found.comma || found.colon) return std::nullopt;
  const FoldedView title(text.substr(line.start, found.stop - line.start));
  const std::string_view view = title.get();
  if (!full_stop && opens_part(view)) return make(Rank::outline, line, line.start, line.end, line.end);
  if (found.digit || count_code_points(view) < 4 || found.points > kLongestLead || next == nullptr) return std::nullopt;
  if (!is_prose(text, *next, 30) || numbering_of(next->in(text)).rank != Rank::none) return std::nullopt;
  return plain_title(view) ? std::optional(make(Rank::title, line, line.start, found.stop, line.end)) : std::nullopt;
}

size_t without_dash(std::string_view text, const TextLine& line) {
  size_t pos = line.start;
  while (pos < line.end) {
    const CodePoint point = code_point_at(text, pos);
    const bool dash = std::u32string_view(U"—―－-–●•◆■★*").find(point.value) != std::u32string_view::npos;
    if (!dash && !is_space(point.value)) break;
    pos += point.length;
  }
  return pos;
}

// The first sentence of a paragraph, short and without figures, more sentences behind it.
std::optional<Heading> lead_sentence(std::string_view text, const TextLine& line) {
  const size_t begin = without_dash(text, line);
  const Scan found = scan(text, begin, line.end, kLongestLead);
  if (found.mark != U'。' || found.comma || found.colon || found.digit || found.points < 4) return std::nullopt;
  size_t rest = found.after, end = line.end;
  trim(text, rest, end);
  if (rest >= end || starts_like_prose(text.substr(begin, found.stop - begin))) return std::nullopt;
  const char32_t next = code_point_at(text, rest).value;
  if (next == U'”' || next == U'）' || next == U'’') return std::nullopt;
  return make(Rank::lead, line, begin, found.stop, found.after);
}

}  // namespace

bool is_prose(std::string_view text, const TextLine& line, uint32_t points) {
  return line.points >= points && contains(line.in(text), "。");
}

std::optional<Heading> heading_of(std::string_view text, const TextLine& line, const TextLine* next) {
  const Numbering number = numbering_of(line.in(text));
  if (number.rank != Rank::none) return numbered(text, line, number);
  if (const auto heading = own_line(text, line, next)) return heading;
  return lead_sentence(text, line);
}

}  // namespace zhibiao
