#include "text/session.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/utf8.h"
#include "text/words.h"
#include "text/year.h"

namespace zhibiao {

namespace {

constexpr size_t kHanzi = 3;  // bytes
// Behind one of these begins the name of a meeting: 2023年1月5日在, 提请.
constexpr std::string_view kBefore[] = {"在", "向", "日", "年", "提交", "提请", "召开的", "出席",
                                        "——", "-",  "（", "(",  "，",   ",",    "：",     ":"};
constexpr size_t kLongestMeeting = 45 * kHanzi;

// A name is broken over two or three lines: 在高唐县第十八届 / 人民代表大会第三次会议上.
std::string joined(const std::vector<std::string>& lines, size_t i) {
  constexpr size_t kBrokenLine = 150;
  std::string line = lines[i];
  for (size_t k = i + 1; k < std::min(lines.size(), i + 3); ++k) {
    if (line.size() > kBrokenLine ||
        contains_any(line.substr(std::min(line.size(), line.find("届"))), {"会议", "会議"}))
      break;
    line += lines[k];
  }
  return line;
}

size_t begin_of_name(std::string_view line, size_t session) {
  size_t begin = 0;
  for (const std::string_view word : kBefore) {
    const size_t at = line.substr(0, session).rfind(word);
    if (at != line.npos) begin = std::max(begin, at + word.size());
  }
  return begin;
}

// The end of 第一次会议 in the text behind 届; npos when there is none near.
size_t end_of_name(std::string_view line, size_t session) {
  const size_t congress =
      std::min({line.find("人民代表大会", session), line.find("人大", session), line.find("政协", session)});
  if (congress == line.npos || congress > session + 8 * kHanzi) return line.npos;
  const size_t end = std::min(line.find("会议", congress), line.find("会議", congress));
  if (end == line.npos || end > congress + 25 * kHanzi) return line.npos;
  const std::string_view between = line.substr(congress, end - congress);
  return contains(between, "次") && !contains_any(between, {"。", "，", "在"}) ? end + 2 * kHanzi : line.npos;
}

struct Meeting {
  std::string name;
  bool on_title_page = false;  // 在…会议上; else it is told in a greeting: 提请市七届人大五次会议审议
};

Meeting meeting_in(std::string_view line) {
  for (size_t at = line.find("届"); at != line.npos; at = line.find("届", at + 1)) {
    const size_t end = end_of_name(line, at);
    if (end == line.npos) continue;
    const size_t begin = begin_of_name(line, at);
    if (begin > at || end - begin > kLongestMeeting) continue;
    const std::string_view before = line.substr(0, begin), behind = line.substr(end);
    const bool titled = (before.ends_with("在") || before.ends_with("日") || before.ends_with("-") ||
                         before.ends_with("—") || before.ends_with("的") || begin == 0) &&
                        (behind.starts_with("上") || (behind.empty() && before.ends_with("日")));
    const bool greeted = ends_with_any(before, {"向", "提交", "提请"}) && !behind.starts_with("以来");
    if (titled || greeted) return {std::string(line.substr(begin, end - begin)), titled};
  }
  return {};
}

constexpr std::string_view kOffices[] = {"总理",   "省长",   "市长",       "县长",       "区长",     "州长",
                                         "盟长",   "旗长",   "乡长",       "镇长",       "政府主席", "自治区主席",
                                         "局长",   "厅长",   "财政部部长", "委员会主任", "委主任",   "行政长官",
                                         "司司长", "司司長", "行政長官"};

constexpr WordSet kOffice(kOffices);

// What can follow a speaker's name in the line. Greetings of a page that was joined to one line: 李强各位代表.
bool name_ends(std::string_view rest, bool speaks) {
  if (rest.empty() || starts_with_any(rest, {"各位", "（", "(", "\\", "同志", "——", "《"})) return true;
  return speaks && starts_with_any(rest, {"在", "向", "代表", "作", "受", "今日", "所作"});
}

bool may_be_name(std::string_view name) {
  return all_hanzi(name) && !contains_any(name, {"各位", "代表", "报告", "政府", "工作", "会", "人民", "主任", "同志",
                                                 "打印", "下载", "全屏", "字号", "负责", "审议", "向大", "受"});
}

// Two to four Hanzi, or more with the dots of 努尔·白克力.
std::string name_at(std::string_view text, bool speaks) {
  constexpr std::string_view kDots[] = {"·", "•", "・"};
  size_t end = 0, hanzi = 0;
  bool dotted = false;
  while (end < text.size()) {
    if (hanzi >= 2 && name_ends(text.substr(end), speaks)) break;
    const auto dot = std::find_if(std::begin(kDots), std::end(kDots),
                                  [&](std::string_view mark) { return text.substr(end).starts_with(mark); });
    const CodePoint point = code_point_at(text, end);
    if (dot == std::end(kDots) && (!is_hanzi(point.value) || ++hanzi > (dotted ? 12u : 10u))) return "";
    dotted = dotted || dot != std::end(kDots);
    end += dot == std::end(kDots) ? point.length : dot->size();
  }
  if (hanzi < 2 || (!dotted && hanzi > 4)) return "";
  const std::string_view name = text.substr(0, end);
  return dotted || may_be_name(name) ? std::string(name) : "";
}

// Behind an office in the line, or in the next one when the office ends it.
std::string speaker_in(std::string_view line, std::string_view next) {
  constexpr size_t kOfficeNear = 40 * kHanzi;
  if (!kOffice.in(line)) return "";
  const bool speaks = contains_any(line, {"报告", "演辞", "演辭", "提交", "提出", "会议上"});
  for (const std::string_view office : kOffices) {
    const size_t at = line.find(office);
    if (at == line.npos || (at > kOfficeNear && !contains(line.substr(0, at), "会议"))) continue;
    if (contains_any(line.substr(0, at), {"常委会", "政协", "，", "。"}) && !speaks) continue;
    std::string_view rest = line.substr(at + office.size());
    for (const std::string_view mark : {"：", ":", "?"}) {
      while (rest.starts_with(mark)) rest.remove_prefix(mark.size());
    }
    std::string name = rest.empty() ? name_at(next, false) : name_at(rest, speaks);
    if (!name.empty()) return name;
  }
  return "";
}

// A name that stands alone between the meeting and the greeting: 周恩来.
std::string lone_name(const std::vector<std::string>& lines, size_t i) {
  const bool greeted = i + 1 < lines.size() && starts_with_any(lines[i + 1], {"各位", "主席团", "同志们"});
  const bool met = i > 0 && ends_with_any(lines[i - 1], {"会议上", "会議上", "）", ")"});
  return greeted && met && lines[i].size() <= 4 * kHanzi ? name_at(lines[i], false) : "";
}

}  // namespace

std::string meeting_on(const TitlePage& page) {
  std::string greeted;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (!contains(page.lines[i], "届")) continue;
    Meeting meeting = meeting_in(joined(page.lines, i));
    if (meeting.on_title_page) return std::move(meeting.name);
    if (greeted.empty()) greeted = std::move(meeting.name);
  }
  return greeted;
}

std::string speaker_on(const TitlePage& page) {
  const std::vector<std::string>& lines = page.lines;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string name = speaker_in(lines[i], i + 1 < lines.size() ? lines[i + 1] : "");
    if (name.empty()) name = lone_name(lines, i);
    if (!name.empty()) return name;
  }
  return "";
}

std::optional<Session> national_session_in(std::string_view line) {
  constexpr std::string_view kCongress = "届全国人民代表大会";
  constexpr std::array kFirst = {1954, 1959, 1964, 1975};
  constexpr size_t kNear = 24;
  const size_t at = line.find(kCongress);
  const size_t ordinal = at == line.npos ? at : line.substr(0, at).rfind("第");
  if (ordinal == line.npos) return std::nullopt;
  size_t pos = ordinal + kHanzi;
  const int congress = small_number(line, pos);
  if (congress < 1 || congress > 30 || pos != at) return std::nullopt;
  const int first = congress <= 4 ? kFirst[static_cast<size_t>(congress - 1)] : 1978 + 5 * (congress - 5);
  size_t end = at + kCongress.size();
  int number = 1;
  if (line.substr(end).starts_with("第")) {
    size_t behind = end + kHanzi;
    const int told = small_number(line, behind);
    if (told > 0 && line.substr(behind).starts_with("次会")) {
      number = told;
      end = behind + 3 * kHanzi;
    }
  }
  const size_t from = ordinal < kNear ? 0 : ordinal - kNear;
  return Session{first + number - 1, line.substr(from, ordinal - from), line.substr(end, kNear)};
}

}  // namespace zhibiao
