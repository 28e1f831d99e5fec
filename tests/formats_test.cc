// Files of every format: their text, their tables, and what is refused.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tests/format_files.h"
#include "tests/testing.h"
#include "text/error.h"
#include "text/read.h"

// Fontconfig, which poppler asks for fonts that a PDF does not hold, keeps what it once read.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace zhibiao::testing {
namespace {

std::string text_of(std::string_view bytes, const ReadOptions& options = {}) {
  return read_document("a", bytes, options).text;
}

// The message of the Error that reading throws; "" when it throws none.
std::string refusal(std::string_view bytes, const ReadOptions& options = {}) {
  try {
    read_document("a", bytes, options);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

void expect_refusal(std::string_view bytes, std::string_view why, const ReadOptions& options = {}) {
  EXPECT_NE(refusal(bytes, options).find(why), std::string::npos) << why << ": " << refusal(bytes, options);
}

std::string repeated(std::string_view piece, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Whatever is cut off: text that is UTF-8, or an Error, and never a crash.
void expect_every_prefix_is_handled(const std::string& file) {
  const size_t step = kSanitized ? std::max<size_t>(1, file.size() / 200) : 1;
  for (size_t length = 0; length <= file.size(); length += step) {
    try {
      ASSERT_TRUE(is_utf8(text_of(std::string_view(file).substr(0, length)))) << length;
    } catch (const Error& error) {
      ASSERT_FALSE(std::string(error.what()).empty());
    }
  }
}

TEST(FormatsTest, DetectsByContent) {
  EXPECT_EQ(format_of("地区生产总值424亿元。", "a.docx"), Format::txt);
  EXPECT_EQ(format_of("# 标题", "a.MD"), Format::md);
  EXPECT_EQ(format_of("\xEF\xBB\xBF\n<!DOCTYPE html><html>", "a.txt"), Format::html);
  EXPECT_EQ(format_of(std::string_view("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14), "a"), Format::html);
  EXPECT_EQ(format_of("<div><p>地区", "a"), Format::html);
  EXPECT_EQ(format_of("<div align=center>\n# 标题", "a.md"), Format::md);
  EXPECT_EQ(format_of("比重<5%的行业", "a"), Format::txt);
  EXPECT_EQ(format_of("%PDF-1.4", "a.txt"), Format::pdf);
  EXPECT_EQ(format_of(docx_of(""), "a.zip"), Format::docx);
  EXPECT_EQ(format_of(zip_of({{"a.txt", ""}}), "a.docx"), Format::zip);
  EXPECT_EQ(format_of("\x1F\x8B\x08", "a"), Format::gzip);
  expect_refusal("{\\rtf1 a}", "RTF");
  expect_refusal("Rar!\x1A\x07\x01", "rar archive");
  expect_refusal("\x89PNG\r\n", "picture");
  expect_refusal(zip_of({{"mimetype", "odt"}}), "OpenDocument");
  expect_refusal(zip_of({{"a.txt", "x"}}), "archive");
}

#if ZHIBIAO_HTML

constexpr std::string_view kPage =
    R"(<!DOCTYPE html><html><head><meta charset="gbk"><title>甲市2022年统计公报-甲市统计局</title>
<meta name="ArticleTitle" content="甲市2022年统计公报"><meta name="PubDate" content="2023-03-01 10:00"></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/x">政务公开</a></li></ul></div>
<h1>甲市2022年统计公报</h1><p>发布时间：2023-03-01 <a href="#">打印本页</a></p>
<div id="content"><p>初步核算，全年地区生产总值<b>424</b>亿元，比上年
增长5.2%。</p><script>var a = "脚本，脚本。";</script><p style="display:none">看不见的，话。</p>
<p>单位：亿元</p><table><tr><th rowspan="2">指标</th><th colspan="2">全市</th></tr><tr><td>绝对数</td><td>比上年<br>增长(%)</td></tr>
<tr><td>地区生产总值</td><td>424</td><td>5.2</td></tr><tr><td colspan="3">注：初步数。</td></tr></table>
<p>全年规模以上工业增加值增长6.1%，其中制造业增长7.0%。&nbsp;</p></div>
<div class="footer"><p>主办单位：甲市统计局 京ICP备12345号，版权所有。</p></div></body></html>)";

TEST(FormatsTest, ReadsTheArticleOfAPage) {
  const Document document = read_document("a.txt", kPage);
  EXPECT_EQ(document.text,
            "甲市2022年统计公报\n发布时间：2023-03-01 打印本页\n"
            "初步核算，全年地区生产总值424亿元，比上年增长5.2%。\n单位：亿元\n"
            "指标\t全市\t\n\t绝对数\t比上年 增长(%)\n地区生产总值\t424\t5.2\n注：初步数。\n"
            "全年规模以上工业增加值增长6.1%，其中制造业增长7.0%。\n");
  EXPECT_EQ(document.meta.format, "html");
  EXPECT_EQ(document.meta.encoding, "utf-8") << "whatever the page declares";
  EXPECT_EQ(document.meta.date, "2023-03-01");
  EXPECT_EQ(document.meta.title, "甲市2022年统计公报");
}

TEST(FormatsTest, TakesThePagesWordWhereItsBytesSayNothing) {
  EXPECT_EQ(text_of("<html><meta charset=\"gbk\"><p>\xB5\xD8</p>"), "地\n");
}

TEST(FormatsTest, ATableThatLaysOutThePageIsNone) {
  EXPECT_EQ(text_of("<html><table><tr><td>收入增长5%，支出下降。</td><td><table><tr><td>一</td><td>2</td></tr></"
                    "table></td></tr></table>"),
            "收入增长5%，支出下降。\n一\t2\n");
}

TEST(FormatsTest, HostilePages) {
  expect_refusal("<html>" + repeated("<div>", 100'000) + "地区", "nested too deeply");
  expect_refusal("<html>" + repeated("<table><tr><td>", 100'000), "nested too deeply");
  EXPECT_LT(
      text_of("<html><table>" + repeated("<tr><td rowspan=65535 colspan=9999>1</td><td>2</td></tr>", 1000)).size(),
      1'000'000u);
  EXPECT_EQ(text_of("<html><p>a\0b</p>"), "a\n");
  EXPECT_EQ(
      text_of("<!DOCTYPE html SYSTEM \"file:///etc/passwd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>")
          .find("root:"),
      std::string::npos);
  expect_every_prefix_is_handled(std::string(kPage));
}

#endif
#if ZHIBIAO_DOCX

const std::string kWordTable = "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + paragraph("指标") +
                               "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + paragraph("全市") +
                               "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>" +
                               paragraph("总量") + paragraph("（亿元）") + "</w:tc><w:tc>" + paragraph("增长(%)") +
                               "</w:tc></w:tr><w:tr><w:tc>" + paragraph("产值") + "</w:tc><w:tc>" + paragraph("424") +
                               "</w:tc><w:tc>" + paragraph("5.2") + "</w:tc></w:tr></w:tbl>";

TEST(FormatsTest, ReadsWordDocuments) {
  const std::string numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>";
  const Members parts = {
      {"word/numbering.xml",
       "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
       "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
       "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>"}};
  const Document document = read_document(
      "a", docx_of(numbered + "<w:r><w:t>综合</w:t></w:r></w:p>" + paragraph("产值<w:del>旧</w:del>424亿元。") +
                       "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>6</w:delText><w:t>6</w:t></w:r></w:del>"
                       "<w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>5.2%。</w:t></w:r></w:p>" +
                       kWordTable + numbered + "<w:r><w:t>农业</w:t></w:r></w:p>",
                   "", parts));
  EXPECT_EQ(document.text,
            "一、综合\n产值424亿元。\n增长 5.2%。\n指标\t全市\t\n\t总量 （亿元）\t增长(%)\n产值\t424\t5.2\n二、农业\n");
  EXPECT_EQ(document.meta.format, "docx");
}

TEST(FormatsTest, HostileWordDocuments) {
  std::string bomb = "<!DOCTYPE x [<!ENTITY a \"" + repeated("亿", 100) + "\">";
  for (char name = 'b'; name <= 'k'; ++name) {
    bomb += std::string("<!ENTITY ") + name + " \"" + repeated(std::string("&") + char(name - 1) + ";", 10) + "\">";
  }
  expect_refusal(docx_of(paragraph("&k;"), bomb + "]>"), "Word document");
  expect_refusal(docx_of(paragraph("&x;"), "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), "entities");
  expect_refusal(docx_of(repeated("<w:sdt>", 100'000)), "damaged");
  expect_refusal(zip_of({{"word/document.xml", "<w:document/>"}}, 1), "encrypted");
  expect_refusal(zip_of({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}}), "spreadsheet");
  expect_refusal(zip_of({{"[Content_Types].xml", ""}}), "no Word document");
  expect_refusal("\xD0\xCF\x11\xE0" + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32), "encrypted");
  expect_refusal("\xD0\xCF\x11\xE0 and nothing else", "no Word document");
  expect_every_prefix_is_handled(docx_of(paragraph("产值424亿元。") + kWordTable));
}

#endif
#if ZHIBIAO_PDF

std::vector<PdfText> page(int number, std::vector<PdfText> body) {
  body.push_back({80, 40, u"甲市财政局文件", 10});
  body.push_back({280, 800, u"—" + std::u16string(1, static_cast<char16_t>(u'0' + number)) + u"—", 10});
  return body;
}

const std::u16string kFullLine = u"一年来全市各级财政部门全面贯彻落实各项决策部署坚持稳中求进";  // 29 characters

TEST(FormatsTest, ReadsPdfs) {
  const std::string pdf = pdf_of({page(1, {{120, 100, u"一、预算执行情况"},
                                           {96, 130, kFullLine.substr(0, 26)},
                                           {64, 160, kFullLine.substr(0, 28)},
                                           {64, 190, u"完成"},
                                           {100, 190, u"424"},
                                           {152, 190, u"亿元，增长5.2%。"},
                                           {96, 220, kFullLine.substr(0, 26)}}),
                                  page(2, {{64, 100, u"增长6.1%。"}}),
                                  page(3, {{200, 100, u"收入情况表", 20},
                                           {400, 140, u"单位：万元", 12},
                                           {64, 170, u"项目", 12},
                                           {300, 170, u"预算数", 12},
                                           {400, 170, u"执行数", 12},
                                           {64, 200, u"增值税", 12},
                                           {300, 200, u"1,200", 12},
                                           {400, 200, u"1,300", 12},
                                           {64, 230, u"企业所得税", 12},
                                           {310, 230, u"900", 12},
                                           {64, 260, u"契税", 12},
                                           {310, 260, u"500", 12},
                                           {410, 260, u"600", 12}})});
  const Document document = read_document("a", pdf);
  const auto utf8 = [](size_t length) {
    std::string line;
    for (const char16_t unit : kFullLine.substr(0, length)) {
      line += {static_cast<char>(0xE0 | unit >> 12), static_cast<char>(0x80 | (unit >> 6 & 0x3F)),
               static_cast<char>(0x80 | (unit & 0x3F))};
    }
    return line;
  };
  EXPECT_EQ(document.text, "一、预算执行情况\n" + utf8(26) + utf8(28) + "完成424亿元，增长5.2%。\n" + utf8(26) +
                               "增长6.1%。\n收入情况表\n单位：万元\n项目\t预算数\t执行数\n增值税\t1,200\t1,300\n"
                               "企业所得税\t900\t\n契税\t500\t600\n");
  EXPECT_EQ(document.meta.format, "pdf");
}

TEST(FormatsTest, HostilePdfs) {
  expect_refusal(pdf_of({{}, {}}), "no text layer");
  expect_refusal("%PDF-1.4 and nothing else", "damaged");
  expect_refusal(pdf_of({{{80, 80, u"产值"}}},
                        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012) /U "
                        "(12345678901234567890123456789012) >> /ID [<00> <00>]"),
                 "encrypted");
  std::string loop = pdf_of({{{80, 80, u"产值424亿元"}}});
  loop.replace(loop.find("/Kids [7"), 8, "/Kids [2");
  EXPECT_NE(refusal(loop), "");
  ReadOptions options;
  options.limits.pages = 1;
  expect_refusal(pdf_of({{{80, 80, u"产"}}, {}}), "no text layer");
  expect_refusal(pdf_of({{{80, 80, u"产"}}, {}}), "--max-pages", options);
  expect_every_prefix_is_handled(pdf_of({{{80, 80, u"产值424亿元。"}}}));
}

#endif
#if ZHIBIAO_ARCHIVE

std::vector<std::string> packed_in(const std::string& archive, const ReadLimits& limits = {}) {
  std::vector<std::string> found;
  each_packed("z", source_of(archive), limits, is_readable_name, [&](const Packed& packed) {
    found.push_back(packed.name + (packed.problem.empty() ? "" : " " + packed.problem));
  });
  return found;
}

TEST(FormatsTest, OpensArchivesWithinArchives) {
  const std::string inner = zip_of({{"d/报告.txt", "产值"}, {"x.exe", "MZ"}});
  EXPECT_EQ(packed_in(zip_of({{"a.txt", "产值"}, {"in.zip", inner}, {"b.md", "# 产值"}})),
            (std::vector<std::string>{"z!a.txt", "z!in.zip!d/报告.txt", "z!b.md"}));
  std::string nested = inner;
  for (int i = 0; i < 10; ++i) nested = zip_of({{"in.zip", nested}});
  const auto found = packed_in(nested);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("too many"), std::string::npos) << found[0];
}

TEST(FormatsTest, HostileArchives) {
  EXPECT_EQ(packed_in(zip_of({{"a.txt", "x"}}, 1)), (std::vector<std::string>{"z!a.txt is encrypted"}));
  ReadLimits limits;
  limits.bytes = 1000;
  EXPECT_NE(packed_in(zip_of({{"a.txt", std::string(1001, 'x')}}), limits)[0].find("--max-bytes"), std::string::npos);
  limits.members = 2;
  EXPECT_THROW(packed_in(zip_of({{"a.txt", ""}, {"b.txt", ""}, {"c.txt", ""}}), limits), Error);
  const std::string file = zip_of({{"a.txt", "产值424亿元。"}, {"b.txt", "增长5.2%。"}});
  for (size_t length = 0; length < file.size(); ++length) {
    try {
      packed_in(file.substr(0, length));
    } catch (const Error& error) {
      ASSERT_FALSE(std::string(error.what()).empty()) << length;
    }
  }
}

#endif

TEST(FormatsTest, LimitsAndOverrides) {
  ReadOptions options;
  options.limits.bytes = 5;
  expect_refusal("123456", "--max-bytes", options);
  options = {};
  options.format = Format::txt;
  EXPECT_EQ(text_of("<html><p>a</p>", options), "<html><p>a</p>");
  options.known.region = "甲市";
  options.known.year = 1999;
  const Document document = read_document("a", "乙市2022年国民经济和社会发展统计公报\n", options);
  EXPECT_EQ(document.meta.region, "甲市");
  EXPECT_EQ(document.meta.year, 1999);
}

TEST(FormatsTest, ReadsBig5) {
  const std::string big5 = "\xA4\x47\xB9\x73\xA4\x40\xA4\x45\xA6\x7E\xAA\xBA\xA6\xAC\xA4\x4A\xA1\x41\xBC\x57\xAA\xF8";
  EXPECT_EQ(text_of(big5), "二零一九年的收入，增長");
  EXPECT_EQ(read_document("a", big5).meta.encoding, "big5");
}

}  // namespace
}  // namespace zhibiao::testing
