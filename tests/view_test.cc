// The page of `view`: the text with its figures and offsets, the data block, what hostile text cannot do.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "emit/json_fields.h"
#include "tests/testing.h"
#include "text/sha256.h"
#include "view/article.h"
#include "view/collect.h"
#include "view/data.h"
#include "view/markup.h"
#include "view/page.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

ViewPage page_of(const std::string& name, const std::string& text) {
  const Extraction extraction = extract(text, name, Grammar::embedded());
  ViewCollector collector;
  collector.add(DocumentLine{extraction.document, true, ""});
  for (const Sentence& sentence : extraction.outline.sentences) collector.add(SentenceLine{{sentence, {}}, false});
  for (const Observation& observation : extraction.observations) collector.add(observation);
  return collector.take();
}

std::string html_of(const ViewPage& page) {
  std::string out;
  append_page(out, page);
  return out;
}

std::string article_of(const ViewReport& report) {
  std::string out;
  append_article(out, report, "");
  return out;
}

std::string part(const std::string& text, const std::string& begin, const std::string& end) {
  const size_t at = text.find(begin);
  if (at == std::string::npos) return "";
  const size_t from = at + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// What a browser takes for the text of a piece of markup.
std::string text_of(const std::string& html) {
  std::string text = std::regex_replace(html, std::regex("<[^>]*>"), "");
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#13;", "\r"}, {"&amp;", "&"}}) {
    text = replaced(std::move(text), from, to);
  }
  return text;
}

struct Marked {
  std::string text;
  uint32_t begin;
};

// Every figure of an article with its offset, counted as the page's script does: from the data-b of its sentence.
std::vector<Marked> marks_of(const std::string& article) {
  std::vector<Marked> marks;
  static const std::regex kSentence(R"re(data-b="(\d+)">)re");
  for (std::sregex_iterator found(article.begin(), article.end(), kSentence), end; found != end; ++found) {
    const size_t from = static_cast<size_t>(found->position() + found->length());
    const std::string sentence = article.substr(from, article.find("data-b=", from) - from);
    for (size_t at = 0; (at = sentence.find("<mark", at)) != std::string::npos; ++at) {
      const std::string before = text_of(sentence.substr(0, at));
      const std::string value = text_of(part(sentence.substr(at), ">", "</mark>"));
      marks.push_back({value, static_cast<uint32_t>(std::stoul((*found)[1]) + Points(before).size())});
    }
  }
  return marks;
}

TEST(ViewTest, EveryFigureOfEveryReportIsMarkedAtItsOffset) {
  for (const std::string& path : reports()) {
    const ViewPage page = page_of(path, read_report(path));
    const std::string article = article_of(page.reports.front());
    const std::vector<Marked> marks = marks_of(article);
    const std::vector<Observation>& observations = page.reports.front().observations;
    ASSERT_EQ(marks.size(), observations.size()) << path;
    for (size_t i = 0; i < marks.size(); ++i) {
      EXPECT_EQ(marks[i].begin, observations[i].spans.value.begin) << path << ": " << observations[i].value_text;
      EXPECT_EQ(marks[i].text, observations[i].value_text) << path;
    }
  }
}

TEST(ViewTest, TextIsThatOfTheSentencesInOrder) {
  for (const std::string& path : reports()) {
    const ViewPage page = page_of(path, read_report(path));
    std::string sentences;
    for (const Sentence& sentence : page.reports.front().sentences) sentences += sentence.text;
    std::string text = text_of(article_of(page.reports.front()));
    // Between blocks the page has line ends of its own; the text has others.
    const auto without_breaks = [](std::string all) {
      std::erase_if(all, [](char c) { return c == '\n'; });
      return all;
    };
    EXPECT_EQ(without_breaks(text), without_breaks(sentences)) << path;
  }
}

TEST(ViewTest, CharactersStayOneToOne) {
  std::string out;
  append_html(out, std::string("a\r\nb\0c\x1b<", 8));
  EXPECT_EQ(out,
            "a&#13;\nb\xef\xbf\xbd"
            "c\xef\xbf\xbd&lt;");
}

TEST(ViewTest, OffsetsHoldBehindAstralCharactersAndCarriageReturns) {
  const ViewPage page = page_of("a.txt", "一、回顾\r\n\r\n𠀀𠀁地区生产总值424亿元，\r\n增长5.2%。\r\n");
  const std::vector<Marked> marks = marks_of(article_of(page.reports.front()));
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].begin, page.reports.front().observations[0].spans.value.begin);
  EXPECT_EQ(marks[1].begin, page.reports.front().observations[1].spans.value.begin);
}

TEST(ViewTest, BrokenLinesJoinBetweenHanziOnly) {
  ViewReport report;
  Sentence& sentence = report.sentences.emplace_back();
  sentence.text = "粮食总产量达到\n　　新高，Green\nBelt 建成";
  sentence.span = {0, 26};
  EXPECT_EQ(
      article_of(report),
      "<p><span class=\"s\" data-b=\"0\">粮食总产量达到<i class=\"gap\">\n　　</i>新高，Green\nBelt 建成</span></p>\n");
}

TEST(ViewTest, ColumnsOfATableRowAreCells) {
  ViewReport report;
  Sentence& sentence = report.sentences.emplace_back();
  sentence.kind = SentenceKind::table_row;
  sentence.text = "| 水稻 产量\t350  5.2 |";
  sentence.span = {0, 19};
  const std::string article = article_of(report);
  EXPECT_NE(article.find("<tr class=\"s\" data-b=\"0\"><td>"), std::string::npos) << article;
  EXPECT_NE(article.find("水稻 产量<i class=\"gap\">\t</i></td><td>350<i"), std::string::npos) << article;
  EXPECT_EQ(text_of(article), sentence.text + "\n");
}

TEST(ViewTest, MeasureAndStatusAreClasses) {
  const ViewPage page = page_of("a.txt", "2023年政府工作报告\n\n一、2023年工作安排\n\n地区生产总值增长6%以上。\n");
  EXPECT_NE(article_of(page.reports.front()).find("class=\"growth target\" data-o=\"1\">6%</mark>"), std::string::npos);
}

TEST(ViewTest, FiguresThatOverlapAreMarkedOnce) {
  ViewPage page = page_of("a.txt", "地区生产总值424亿元。");
  ViewReport& report = page.reports.front();
  ASSERT_EQ(report.observations.size(), 1u);
  Observation twin = report.observations.front();
  twin.id = 2;
  report.observations.push_back(twin);
  twin.id = 3;
  twin.spans.value = {4000000000u, 4000000001u};
  report.observations.push_back(twin);
  EXPECT_EQ(marks_of(article_of(report)).size(), 1u);
}

constexpr char kHostile[] =
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'>&lt;\xe2\x80\xa8\xe2\x80\xa9<!--</style>";

// The page without its own script and style: only what came in with the report can be dangerous there.
std::string without_own_code(std::string html) {
  const std::string script = "<script type=\"module\">" + part(html, "<script type=\"module\">", "</script>");
  const std::string style = "<style>" + part(html, "<style>", "</style>");
  html.erase(html.find(script), script.size());
  html.erase(html.find(style), style.size());
  return html;
}

size_t count_of(const std::string& text, const std::string& what) {
  size_t count = 0;
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; ++at) ++count;
  return count;
}

TEST(ViewTest, NothingFromOutsideBecomesMarkup) {
  ViewPage page = page_of(kHostile, "一、" + std::string(kHostile) + "\n\n" + kHostile + "地区生产总值424亿元。\n");
  ViewReport& report = page.reports.front();
  report.meta.title = report.meta.region = report.meta.date = kHostile;
  report.meta.sha256 = kHostile;
  report.errors = page.errors = {kHostile};
  report.findings.push_back({kHostile, kHostile, false, {{kHostile, 1}}, kHostile, "", "", "", kHostile, kHostile});
  for (Observation& observation : report.observations) {
    observation.indicator = observation.value_text = observation.unit = kHostile;
    observation.rules = {kHostile};
  }
  const std::string html = html_of(page);
  const std::string rest = without_own_code(html);
  EXPECT_EQ(count_of(html, "<script"), 3u);
  EXPECT_EQ(count_of(html, "</script"), 3u);
  EXPECT_EQ(count_of(html, "<style"), 1u);
  EXPECT_EQ(count_of(html, "</style"), 1u);
  EXPECT_EQ(count_of(rest, "<img"), 0u);
  EXPECT_EQ(count_of(rest, "<!--"), 0u);
  const std::string data = part(html, "id=\"data\">", "</script>");
  EXPECT_EQ(data.find_first_of("<>&"), std::string::npos);
  EXPECT_EQ(data.find("\xe2\x80\xa8"), std::string::npos);
  // Escaped, it is still the same text.
  const JsonNode object = parse_json_object(data);
  EXPECT_EQ(object.find("reports")->items.front().find("doc")->text, kHostile);
}

TEST(ViewTest, PolicyNamesTheHashesOfThePagesOwnCode) {
  const std::string html = html_of(page_of("a.txt", "地区生产总值424亿元。"));
  const std::string policy = part(html, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_EQ(policy.rfind("default-src 'none'; ", 0), 0u) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(policy.find("http"), std::string::npos);
  const std::string digest = part(policy, "script-src 'sha256-", "'");
  const std::string hex = sha256_hex(part(html, "<script type=\"module\">", "</script>"));
  ASSERT_EQ(digest.size(), 44u);
  // Of the first three bytes: four digits of base64, six of hex.
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  unsigned bits = 0;
  for (int i = 0; i < 4; ++i) bits = bits << 6 | static_cast<unsigned>(digits.find(digest[static_cast<size_t>(i)]));
  EXPECT_EQ(bits, std::stoul(hex.substr(0, 6), nullptr, 16));
}

TEST(ViewTest, NothingIsFetched) {
  const std::string html = html_of(page_of("a.txt", "地区生产总值424亿元。"));
  for (const char* way : {" src=", "@import", "url(", "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon",
                          "EventSource", "localStorage", "innerHTML", "eval("}) {
    EXPECT_EQ(count_of(html, way), 0u) << way;
  }
  EXPECT_EQ(count_of(html, "<link"), count_of(html, "href=\"data:,\""));
  // The name of a namespace is no address.
  EXPECT_EQ(count_of(html, "//www."), count_of(html, "http://www.w3.org/2000/svg"));
}

TEST(ViewTest, DataLeavesOutWhatIsNotTold) {
  ViewPage page = page_of("a.txt", "地区生产总值424亿元。");
  std::string data;
  append_view_data(data, page);
  const JsonNode object = parse_json_object(data);
  const JsonNode& observation = object.find("reports")->items.front().find("observations")->items.front();
  EXPECT_EQ(observation.find("value")->text, "424");
  EXPECT_EQ(observation.find("base_value")->text, "42400000000");
  EXPECT_EQ(observation.find("scope"), nullptr);
  EXPECT_EQ(observation.find("low"), nullptr);
}

TEST(ViewTest, PagesAreSmall) {
  for (const std::string& path : reports()) {
    const ViewPage page = page_of(path, read_report(path));
    std::string lines;
    for (const Observation& observation : page.reports.front().observations) append_json(lines, observation);
    EXPECT_LT(html_of(page).size(), 2 * lines.size() + 300000) << path;
  }
}

TEST(ViewTest, ObservationsAloneBringTheirSentencesAndHeadings) {
  const Extraction extraction = extract(
      "一、回顾\n\n全年很好。地区生产总值424亿元，增长5%。\n\n二、安排\n\n出口3亿元。\n", "a.txt", Grammar::embedded());
  ViewCollector collector;
  for (const Observation& observation : extraction.observations) collector.add(observation);
  const ViewPage page = collector.take();
  const std::string article = article_of(page.reports.front());
  EXPECT_EQ(count_of(article, "<mark"), 3u);
  EXPECT_EQ(count_of(article, "<p>"), 2u) << article;
  EXPECT_EQ(count_of(article, "<h2"), 2u) << article;
  EXPECT_LT(article.find("回顾</h2>"), article.find("安排</h2>"));
}

TEST(ViewTest, IdsOfSeveralReportsDiffer) {
  ViewCollector collector;
  for (const char* name : {"a.txt", "b.txt"}) {
    ViewPage page = page_of(name, "地区生产总值424亿元。");
    for (Observation& observation : page.reports.front().observations) collector.add(observation);
  }
  const std::string html = html_of(collector.take());
  EXPECT_EQ(count_of(html, "id=\"d1o1\""), 1u);
  EXPECT_EQ(count_of(html, "id=\"d2o1\""), 1u);
}

}  // namespace
}  // namespace zhibiao::testing
