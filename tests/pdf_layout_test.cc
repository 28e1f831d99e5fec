// How pages of a PDF are read: columns of text one after the other, heads over several columns of a table, dates in
// cells.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "format_files.h"
#include "text/error.h"
#include "text/read.h"

#if ZHIBIAO_PDF

namespace zhibiao::testing {
namespace {

std::string text_of_page(const std::vector<PdfText>& page) { return read_document("a", pdf_of({page})).text; }

size_t place_of(const std::string& text, const std::string& words) {
  const size_t at = text.find(words);
  EXPECT_NE(at, text.npos) << words << " in " << text;
  return at;
}

TEST(PdfLayout, TwoColumnsOfTextAreReadOneAfterTheOther) {
  std::vector<PdfText> page;
  for (int line = 0; line < 20; ++line) {
    page.push_back({40, 60 + 30 * line, std::u16string(u"左栏全市经济平稳运行稳中向好各项"), 14});
    page.push_back({320, 60 + 30 * line, std::u16string(u"右栏城乡居民收入持续较快增长民生"), 14});
  }
  page[0].text = u"首先左栏全市经济平稳运行稳中向好";
  page[38].text = u"最后左栏全市经济平稳运行稳中向好";
  page[1].text = u"首先右栏城乡居民收入持续较快增长";
  const std::string text = text_of_page(page);
  EXPECT_LT(place_of(text, "首先左栏"), place_of(text, "最后左栏"));
  EXPECT_LT(place_of(text, "最后左栏"), place_of(text, "首先右栏"));
  EXPECT_EQ(text.substr(place_of(text, "首先右栏")).find("左栏"), std::string::npos);
}

void add_row(std::vector<PdfText>& page, int top, const std::vector<std::u16string>& cells) {
  constexpr int kLefts[] = {40, 200, 300, 400, 500};
  for (size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty()) page.push_back({kLefts[i], top, cells[i], 12});
  }
}

TEST(PdfLayout, HeadsOverSeveralColumnsMakeARow) {
  std::vector<PdfText> page = {
      {200, 60, u"收入情况表", 20}, {40, 130, u"项目", 12}, {200, 130, u"预算数", 12}, {400, 122, u"年执行数", 12}};
  add_row(page, 140, {u"", u"", u"金额", u"占比%", u"增长%"});
  add_row(page, 170, {u"增值税", u"1200", u"1300", u"40.1", u"2.2"});
  add_row(page, 200, {u"契税", u"800", u"700", u"20.3", u"1.1"});
  EXPECT_EQ(text_of_page(page),
            "收入情况表\n项目\t预算数\t年执行数\t\t\n\t\t金额\t占比%\t增长%\n增值税\t1200\t1300\t40.1\t2.2\n"
            "契税\t800\t700\t20.3\t1.1\n");
}

TEST(PdfLayout, HeadsOfTwoLinesEachStayApart) {
  std::vector<PdfText> page = {{200, 60, u"收入情况表", 20}, {40, 130, u"项目", 12}};
  add_row(page, 122, {u"", u"上年", u"本年", u"下年"});
  add_row(page, 140, {u"", u"决算", u"预算", u"计划"});
  add_row(page, 170, {u"增值税", u"1200", u"1300", u"1400"});
  add_row(page, 200, {u"契税", u"800", u"700", u"600"});
  EXPECT_EQ(text_of_page(page),
            "收入情况表\n项目\t上年决算\t本年预算\t下年计划\n增值税\t1200\t1300\t1400\n契税\t800\t700\t600\n");
}

TEST(PdfLayout, DatesAreOneCell) {
  std::vector<PdfText> page = {{200, 60, u"债券使用表", 20}};
  add_row(page, 140, {u"项目", u"金额", u"日期", u"利率"});
  for (const int top : {170, 200}) {
    add_row(page, top, {u"北站工程", u"2700", u"", u"1.74%"});
    page.insert(page.end(),
                {{290, top, u"6", 12}, {306, top, u"月", 12}, {322, top, u"23", 12}, {350, top, u"日", 12}});
  }
  const std::string text = text_of_page(page);
  EXPECT_NE(text.find("\t2700\t6月23日\t1.74%\n"), std::string::npos) << text;
}

// A table of objects that names itself as the one before it, and a form that draws itself.
TEST(PdfLoops, End) {
  const std::vector<std::vector<PdfText>> pages = {{{80, 80, u"产值424亿元"}}};
  const std::string plain = pdf_of(pages);
  const size_t table = plain.find("startxref\n") + 10;
  const std::string before = "/Prev " + plain.substr(table, plain.find('\n', table) - table);
  EXPECT_EQ(read_document("a", pdf_of(pages, before)).text, "产值424亿元\n");
  std::string form = plain;
  form.replace(form.rfind("<< /Length"), 10,
               "<< /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >> /Length");
  form.replace(form.find("BT /F"), 2, "/X Do BT");
  form.replace(form.rfind("/Font <<"), 8, "/XObject << /X 6 0 R >> /Font <<");
  try {
    EXPECT_NE(read_document("a", form).text.find("424"), std::string::npos);
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
}

}  // namespace
}  // namespace zhibiao::testing

#endif
