#include "segment/matter.h"

#include <span>

#include "segment/heading.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kLongestFront = 250;  // lines; more is no title page but tables before a note
constexpr size_t kGreetingReach = 15;  // lines behind the first prose in which a greeting still opens the report

struct Lines {
  std::string_view text;
  const std::vector<TextLine>& all;

  std::string_view operator[](size_t i) const { return all[i].in(text); }
  // The first characters, folded: enough to know a greeting or a footer.
  FoldedView head(size_t i) const { return FoldedView(raw_head(i)); }
  std::string_view raw_head(size_t i) const {
    std::string_view line = (*this)[i];
    if (line.size() > 240) {
      size_t cut = 240;
      while ((static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
      line = line.substr(0, cut);
    }
    return line;
  }
};

constexpr std::string_view kGreetings[] = {"各位代表", "各位委员",   "各位领导", "各位同志",   "尊敬的",   "同志们",
                                           "主任、",   "现在，我",   "现在,我",  "现在我代表", "我代表",   "我受",
                                           "受市",     "受省",       "受县",     "受区",       "受国务院", "受自治区",
                                           "现将",     "我现在代表", "主席先生", "主席:",      "主席：",   "代理主席"};
constexpr std::string_view kGlossaryTitles[] = {"名词解释", "名词注释", "名词说明", "名词术语", "缩略语",
                                                "词语解释", "短语说明", "用语说明", "用语解释", "术语解释",
                                                "词汇解释", "词语注释", "有关词语", "新词"};
constexpr std::string_view kFooterWords[] = {"本作品是中华人民共和国",
                                             "主办单位",
                                             "版权所有",
                                             "网站标识码",
                                             "ICP备",
                                             "责任编辑",
                                             "打印本页",
                                             "关闭窗口",
                                             "扫一扫",
                                             "上一篇",
                                             "下一篇",
                                             "公网安备",
                                             "相关链接"};
constexpr std::string_view kFooterBegins[] = {"分享到",   "相关报道", "相关附件", "相关文章", "相关阅读",
                                              "政策解读", "相关解读", "主办",     "承办",     "阅读排行",
                                              "友情链接", "返回顶部", "网站地图"};
constexpr WordSet kGreeting(kGreetings), kGlossaryTitle(kGlossaryTitles), kFooterWord(kFooterWords),
    kFooterBegin(kFooterBegins);

// One or more of them, none common, stand in every word that opens a glossary or a footer.
constexpr std::string_view kMatterMarks = "华办版网备辑印窗扫篇链享相读顶词缩语注";

constexpr bool are_marked(std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    bool marked = false;
    for (size_t pos = 0; pos < kMatterMarks.size(); pos += 3)
      marked |= word.find(kMatterMarks.substr(pos, 3)) != word.npos;
    if (!marked) return false;
  }
  return true;
}
static_assert(are_marked(kGlossaryTitles) && are_marked(kFooterWords) && are_marked(kFooterBegins));

constexpr CharacterBits make_matter_marks() {
  CharacterBits bits;
  for (size_t pos = 0; pos < kMatterMarks.size(); pos += 3) bits.add(kMatterMarks, pos);
  return bits;
}
constexpr CharacterBits kMatterMark = make_matter_marks();

bool greets(std::string_view view) { return kGreeting.begins(view); }

// Running text that was wrapped into short lines: a full stop comes some lines further down.
bool wrapped_prose(const Lines& lines, size_t i) {
  constexpr uint32_t kShortest = 18;
  constexpr size_t kReach = 6;
  if (!contains_any(lines[i], {"，", ","})) return false;
  for (size_t next = i; next < lines.all.size() && next <= i + kReach; ++next) {
    if (next > i && (lines.all[next].after_blank || numbering_of(lines[next]).rank != Rank::none)) return false;
    if (contains_any(lines[next], {"。", "；"})) return next > i;
    if (lines.all[next].points < kShortest) return false;
  }
  return false;
}

bool opens_with_heading(const Lines& lines, size_t i) {
  const Numbering number = numbering_of(lines[i]);
  if ((number.rank != Rank::han && number.rank != Rank::part && number.rank != Rank::han_paren) ||
      !starts_with_any(lines[i], {"一", "第一", "（一", "(一"})) {
    return false;
  }
  if (!heading_of(lines.text, lines.all[i], nullptr)) return false;
  // In a table of contents the next line is one more title.
  for (size_t next = i + 1; next < lines.all.size() && next <= i + 3; ++next) {
    if (is_prose(lines.text, lines.all[next], 25) || wrapped_prose(lines, next)) return true;
  }
  return is_prose(lines.text, lines.all[i], 25);
}

bool opens_with_prose(const Lines& lines, size_t i, uint32_t points) {
  if (!is_prose(lines.text, lines.all[i], points) && !(points <= 40 && wrapped_prose(lines, i))) return false;
  const FoldedView head = lines.head(i);
  const std::string_view view = head.get();
  return !contains_any(view, {"版权", "网站", "浏览器", "摘要", "点击", "记者", "摄"}) &&
         !lines[i].ends_with("......") && !starts_with_any(view, {"，", "、", "。", "来源", "标题", "政府工作报告"});
}

size_t first_body_line(const Lines& lines) {
  size_t first = lines.all.size();
  for (size_t i = 0; i < std::min(lines.all.size(), kLongestFront); ++i) {
    if (first != lines.all.size() && i > first + kGreetingReach) return first;
    if (greets(lines.head(i).get())) return i;
    if (opens_with_heading(lines, i)) return std::min(i, first);
    if (first == lines.all.size() && opens_with_prose(lines, i, 40)) first = i;
  }
  // Neither greeting nor prose: a table or a note, all of it proper.
  return first == lines.all.size() ? 0 : first;
}

bool opens_glossary(std::string_view view, uint32_t points) {
  if (points > 25) return false;
  if (view == "注释" || view == "注释:" || view == "注释：" || view == "附注" || view == "附注:" || view == "附注：")
    return true;
  return kGlossaryTitle.in(view);
}

bool opens_footer(std::string_view view, uint32_t points) {
  if (points > 120) return false;
  if (kFooterWord.in(view) || starts_with_any(view, {"政策解读", "相关解读"})) return true;
  return points <= 16 && kFooterBegin.begins(view);
}

bool reopens(const Lines& lines, size_t i, Zone zone) {
  if (opens_with_heading(lines, i)) return zone == Zone::footer || !contains_any(lines[i], {"：", ":"});
  const FoldedView head = lines.head(i);
  const std::string_view view = head.get();
  if (greets(view) && i + 1 < lines.all.size()) {
    return starts_with_any(view, {"各位代表：", "各位代表:"}) || greets(lines.head(i + 1).get());
  }
  return zone == Zone::footer && opens_with_prose(lines, i, 80);
}

// Most lines are seen to open neither without being folded, which changes no Hanzi of a Simplified text.
bool may_open_matter(const Lines& lines, size_t i) {
  const std::string_view head = lines.raw_head(i);
  for (size_t pos = 0; pos + 3 <= head.size(); ++pos) {
    if (!is_hanzi_lead(head[pos])) continue;
    if (kMatterMark.has(head, pos) && kMatterMarks.find(head.substr(pos, 3)) != kMatterMarks.npos) return true;
    pos += 2;
  }
  return false;
}

Zone next_zone(const Lines& lines, size_t i, Zone zone) {
  if (zone != Zone::body) return reopens(lines, i, zone) ? Zone::body : zone;
  if (lines.all[i].points > 120 || (lines.all[i].points > 40 && lines[i].ends_with("。"))) return zone;
  if (!may_open_matter(lines, i)) return zone;
  const FoldedView head = lines.head(i);
  const std::string_view view = head.get();
  if (opens_glossary(view, lines.all[i].points)) return Zone::glossary;
  return opens_footer(view, lines.all[i].points) ? Zone::footer : zone;
}

}  // namespace

std::vector<Zone> zones_of(std::string_view text, const std::vector<TextLine>& all) {
  const Lines lines{text, all};
  std::vector<Zone> zones(all.size(), Zone::front);
  Zone zone = Zone::body;
  for (size_t i = first_body_line(lines); i < all.size(); ++i) {
    const bool footer =
        zone == Zone::glossary && all[i].points <= 120 && opens_footer(lines.head(i).get(), all[i].points);
    zone = footer ? Zone::footer : next_zone(lines, i, zone);
    zones[i] = zone;
  }
  return zones;
}

}  // namespace zhibiao
