// How somebody else's table is read: CSV of all habits, workbooks, headers and numbers.
#include <gtest/gtest.h>

#include "panel/claim.h"
#include "panel/delimited.h"
#include "tests/format_files.h"
#include "text/error.h"
#include "text/formats/xlsx.h"

namespace zhibiao::testing {
namespace {

using Cells = std::vector<std::string>;
using Map = std::vector<std::pair<std::string, std::string>>;

std::vector<Cells> grid(const std::string& csv) {
  std::vector<Cells> rows;
  for (const SheetRow& row : read_delimited(csv).rows) rows.push_back(row.cells);
  return rows;
}

TEST(Delimited, QuotesBreaksAndSeparators) {
  EXPECT_EQ(grid("a,b\n\"x,\"\"y\"\"\",\"1\n2\"\n"), (std::vector<Cells>{{"a", "b"}, {"x,\"y\"", "1\n2"}}));
  EXPECT_EQ(grid("a;b\n1,5;2\n"), (std::vector<Cells>{{"a", "b"}, {"1,5", "2"}}));
  EXPECT_EQ(grid("a\tb\n1,5\t2\n"), (std::vector<Cells>{{"a", "b"}, {"1,5", "2"}}));
  EXPECT_EQ(grid("sep=;\na;b,c\n"), (std::vector<Cells>{{"a", "b,c"}}));
  // One byte of a character is no separator: it would leave cells that are no UTF-8.
  EXPECT_EQ(grid("sep=乡\n甲,乙乡\n"), (std::vector<Cells>{{"sep=乡"}, {"甲", "乙乡"}}));
  EXPECT_EQ(grid("\xef\xbb\xbf"
                 "a,b\r\n1,\r\n\r\n,,\r\n2,3"),
            (std::vector<Cells>{{"a", "b"}, {"1", ""}, {"2", "3"}}));
  EXPECT_EQ(grid("a,b\r1,2\r"), (std::vector<Cells>{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(grid(""), std::vector<Cells>{});
  EXPECT_EQ(grid("\xb5\xd8\xc7\xf8,\xc4\xea\xb7\xdd\n"), (std::vector<Cells>{{"地区", "年份"}}));  // GBK
  EXPECT_THROW(grid("a,b\n\"1,2\n3,4\n"), Error);
}

TEST(Delimited, RowsAreLines) {
  const Sheet sheet = read_delimited("a,b\n\"1\n2\",3\n\n4,5\n");
  ASSERT_EQ(sheet.rows.size(), 3u);
  EXPECT_EQ(sheet.rows[1].number, 2u);
  EXPECT_EQ(sheet.rows[2].number, 5u);
}

// region/period/indicator[@scope]:measure=value unit
Cells claims(const std::string& csv, const Map& map = {}) {
  Cells found;
  for (const TableClaim& claim : claims_of(read_delimited(csv), map).claims) {
    const ColumnSpec& column = claim.indicator;
    found.push_back(claim.region + "/" + claim.period + "/" + column.names.front() +
                    (column.scope.empty() ? "" : "@" + column.scope) +
                    (column.measure == Measure::growth ? ":growth"
                     : column.measure == Measure::rank ? ":rank"
                                                       : "") +
                    "=" + claim.value.value.to_string() + claim.unit);
  }
  return found;
}

TEST(TableClaims, WideAndLongTables) {
  EXPECT_EQ(claims("地区,年份,地区生产总值（亿元）,地区生产总值增速(%),备注\n甲县,2022年,424,-2.6,好\n"),
            (Cells{"甲县/2022/地区生产总值=424亿元", "甲县/2022/地区生产总值:growth=-2.6%"}));
  EXPECT_EQ(claims("表1 主要指标,,\nregion,year,indicator,value,unit,measure\n甲县,2022,地区生产总值,424,亿元,\n"
                   "甲县,2022,地区生产总值,5.2,%,growth\n"),
            (Cells{"甲县/2022/地区生产总值=424亿元", "甲县/2022/地区生产总值:growth=5.2%"}));
  EXPECT_EQ(claims("县名,时期,GDP,编号\n甲县,2022,424,7\n",
                   {{"时期", "year"}, {"gdp", "地区生产总值@区本级(亿元)"}, {"编号", "-"}}),
            Cells{"甲县/2022/地区生产总值@区本级=424亿元"});
}

TEST(TableClaims, NumbersAsPeopleWriteThem) {
  const std::pair<std::string, std::string> kCells[] = {
      {"\"1,234.50\"", "1234.5"}, {"−2.6", "-2.6"},       {"－２．６", "-2.6"}, {"(12)", "-12"},
      {"5.2%", "5.2%"},           {"424亿元", "424亿元"}, {"+3", "3"},          {" 7 ", "7"}};
  for (const auto& [cell, value] : kCells) {
    EXPECT_EQ(claims("年份,指标,数值\n2022,甲," + cell + "\n"), Cells{"/2022/甲=" + value}) << cell;
  }
  EXPECT_EQ(claims("年份,指标下降(%)\n2022,3\n2021,-4\n"), (Cells{"/2022/指标:growth=-3%", "/2021/指标:growth=-4%"}));
}

TEST(TableClaims, BlanksAreNoClaimsAndWordsAreProblems) {
  const TableClaims read =
      claims_of(read_delimited("年份,甲\n2022,-\n2021,NA\n2020,…\n2019,\n2018,约百\n2017,5\n"), {});
  EXPECT_EQ(read.claims.size(), 1u);
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_EQ(read.problems[0].row, 6u);
  EXPECT_EQ(read.problems[0].text, "约百");
  for (const std::string bad : {"", "a,b\n1,2\n", "地区,甲\n甲县,5\n", "年份,指标\n2022,甲\n", "年份,甲\n2022,\n"}) {
    EXPECT_THROW(claims_of(read_delimited(bad), {}), Error) << bad;
  }
}

#if ZHIBIAO_DOCX
// A workbook of one sheet.
std::string workbook(const std::string& rows, const std::string& strings = "", const std::string& styles = "") {
  const std::string kHead = "<?xml version=\"1.0\"?>";
  return zip_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"xl/workbook.xml",
        kHead + "<workbook xmlns:r=\"x\"><sheets><sheet name=\"表\" r:id=\"rId1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        kHead + "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
       {"xl/sharedStrings.xml", kHead + "<sst>" + strings + "</sst>"},
       {"xl/styles.xml", kHead + "<styleSheet>" + styles + "</styleSheet>"},
       {"xl/worksheets/sheet1.xml", kHead + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

Cells first_row(const std::string& bytes) { return read_xlsx(bytes, "", {}).rows.at(0).cells; }

TEST(XlsxReader, KindsOfCells) {
  const std::string kStyles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/mm\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf "
      "numFmtId=\"170\"/></cellXfs>";
  EXPECT_EQ(
      first_row(workbook("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\"><v>424.30000000000001</v></c>"
                         "<c r=\"D3\" s=\"1\"><v>5.1999999999999998E-2</v></c><c r=\"E3\" s=\"2\"><v>44926</v></c>"
                         "<c r=\"F3\" t=\"inlineStr\"><is><t>=1+1</t></is></c><c r=\"G3\"><f>1+1</f><v>2</v></c>"
                         "<c r=\"H3\" t=\"e\"><v>#REF!</v></c><c r=\"I3\"><v>-1.5E+8</v></c></row>",
                         "<si><r><t>地</t></r><r><t>区</t></r><rPh><t>x</t></rPh></si>", kStyles)),
      (Cells{"地区", "", "424.3", "5.2%", "2022-12-31", "=1+1", "2", "", "-150000000"}));
}

TEST(XlsxReader, HostileWorkbooksAreErrors) {
  const std::string kCell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  EXPECT_EQ(first_row(workbook(kCell)), Cells{"1"});
  EXPECT_THROW(read_xlsx(workbook(kCell), "别的", {}), Error);
  EXPECT_THROW(read_xlsx(workbook("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"), "", {}), Error);
  EXPECT_THROW(read_xlsx(workbook("<row><c"), "", {}), Error);
  EXPECT_THROW(read_xlsx("PK\x03\x04 broken", "", {}), Error);
  EXPECT_THROW(read_xlsx(zip_of({{"word/document.xml", "<x/>"}}), "", {}), Error);
  std::string wide_rows;
  for (int i = 0; i < 400; ++i) wide_rows += "<row><c r=\"XFD1\"><v>1</v></c></row>";
  EXPECT_THROW(read_xlsx(workbook(wide_rows), "", {}), Error);
  const std::string kBomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
  std::string bytes = zip_of({{"xl/workbook.xml", kBomb + "<workbook>&b;</workbook>"}});
  EXPECT_THROW(read_xlsx(bytes, "", {}), Error);
  ReadLimits small;
  small.bytes = 100;
  EXPECT_THROW(read_xlsx(workbook(kCell), "", small), Error);
}
#endif

// Former bug: bytes of an argument, folded as if they were UTF-8, were written past the end of a buffer.
TEST(TableClaims, AMapIsText) {
  for (const Map& map : {Map{{"\xE5\xFF\xFF\xF0", "region"}}, Map{{"县名", "\xE5\x85"}}}) {
    EXPECT_THROW(claims_of(read_delimited("县名,年份,甲\n乙县,2022,5\n"), map), Error);
  }
}

}  // namespace
}  // namespace zhibiao::testing
