// Somebody's table against reports: how tables are read, and when a value is supported or contradicted.
#include "panel/verify.h"

#include <gtest/gtest.h>

#include "grammar/data.h"
#include "grammar/grammar.h"
#include "panel/claim.h"
#include "panel/delimited.h"
#include "panel/xlsx.h"
#include "tests/format_files.h"
#include "tests/panel_figures.h"
#include "tests/run_program.h"
#include "text/error.h"

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

TEST(Agree, WithinTheRoundingOfEither) {
  const auto can_be = [](const std::string& a, const std::string& b) {
    return agree(written(*Decimal::parse(a), a), written(*Decimal::parse(b), b));
  };
  EXPECT_TRUE(can_be("424", "424.3"));
  EXPECT_TRUE(can_be("424.3", "424"));
  EXPECT_TRUE(can_be("424.5", "424"));
  EXPECT_FALSE(can_be("424.6", "424"));
  EXPECT_FALSE(can_be("424.0", "424.3"));
  EXPECT_FALSE(can_be("-2.6", "2.6"));
  EXPECT_TRUE(agree(written_about(Decimal(400)), written(Decimal(449), "449")));
  EXPECT_FALSE(agree(written_about(Decimal(400)), written(Decimal(451), "451")));
}

// "verdict reason report_value report_unit difference" of one value.
std::string verdict(const std::string& header, const std::string& cell, const std::vector<Observation>& observations) {
  Verifier verifier(claims_of(read_delimited("region,year," + header + "\n甲县,2022," + cell + "\n"), {}).claims,
                    Grammar::embedded().data().figures);
  verifier.add(report("a", 2023));
  for (const Observation& observation : observations) verifier.add(observation);
  const Checked checked = verifier.results().front();
  std::string line(name_of(checked.verdict));
  for (const std::string& part : {checked.reason, checked.value, checked.unit, checked.difference}) {
    line += " " + (part.empty() ? "-" : part);
  }
  return line;
}

TEST(Verify, UnitsAreReconciled) {
  const std::vector<Observation> told = {gdp("a", 1, "424.3")};
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424.3", told), "supported - 424.3 亿元 0");
  EXPECT_EQ(verdict("地区生产总值(万元)", "4243000", told), "supported - 4243000 万元 0");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", told), "supported - 424.3 亿元 -0.3");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424.0", told), "contradicted - 424.3 亿元 -0.3");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "42.43", told), "contradicted - 424.3 亿元 -381.87");
  EXPECT_EQ(verdict("地区生产总值", "424.3", told), "supported unit_assumed 424.3 亿元 -");
  EXPECT_EQ(verdict("地区生产总值", "4243000", told), "supported unit_assumed 424.3 亿元 -");
  EXPECT_EQ(verdict("地区生产总值", "500", told), "contradicted - 424.3 亿元 75.7");
  EXPECT_EQ(verdict("地区生产总值(吨)", "424.3", told), "not_found other_unit - - -");
}

TEST(Verify, SignsAreReconciled) {
  const std::vector<Observation> fell = {growth("a", 1, "-2.6")};
  EXPECT_EQ(verdict("地区生产总值增速(%)", "-2.6", fell), "supported - -2.6 % 0");
  EXPECT_EQ(verdict("地区生产总值下降(%)", "2.6", fell), "supported - -2.6 % 0");
  EXPECT_EQ(verdict("地区生产总值增速", "-0.026", fell), "supported unit_assumed -2.6 % -");
  EXPECT_EQ(verdict("地区生产总值增速(%)", "2.6", fell), "contradicted opposite_sign -2.6 % 5.2");
}

TEST(Verify, TimesAndPerCent) {
  Observation doubled = growth("a", 1, "1.5");
  doubled.unit = "倍";
  doubled.value_text = "1.5倍";
  EXPECT_EQ(verdict("地区生产总值增速(%)", "150", {doubled}), "supported - 150 % 0");
}

TEST(Verify, OneFigureThatSupportsIsEnough) {
  EXPECT_EQ(verdict("地区生产总值(亿元)", "430", {gdp("a", 1, "424"), gdp("a", 2, "430")}), "supported - 430 亿元 0");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "430", {gdp("a", 2, "430"), gdp("a", 1, "424")}), "supported - 430 亿元 0");
}

TEST(Verify, BoundsRangesAndTargets) {
  Observation more = gdp("a", 1, "400"), target = gdp("a", 2, "430"), range = growth("a", 3, "0");
  more.bound = Bound::more;
  target.status = Status::target;
  range.value.reset();
  range.low = Decimal(5);
  range.high = Decimal(6);
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", {more}), "not_found only_a_bound 400 亿元 24");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "399", {more}), "contradicted - 400 亿元 -1");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "430", {target}), "not_found only_a_target - - -");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", {target, gdp("a", 1, "424")}), "supported - 424 亿元 0");
  EXPECT_EQ(verdict("地区生产总值增速(%)", "5.5", {range}), "supported - 5..6 % -");
  EXPECT_EQ(verdict("地区生产总值增速(%)", "7", {range}), "contradicted - 5..6 % -");
}

TEST(Verify, OtherCellsDoNotSupport) {
  Observation year = gdp("a", 1, "424"), place = year, part = year, share = year;
  year.period = "2021";
  place.region = "乙县";
  part.scope = "区本级";
  share.ratio_to = "全市";
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", {year, place, part, share, growth("a", 5, "424")}),
            "not_found no_figure - - -");
}

TEST(Verify, RegionsByNameAndCode) {
  const auto matches = [](const std::string& ours, const std::string& code, const std::string& theirs) {
    Verifier verifier(
        claims_of(read_delimited("region,region_code,year,地区生产总值(亿元)\n" + ours + "," + code + ",2022,424\n"),
                  {})
            .claims,
        Grammar::embedded().data().figures);
    Source source = report("a", 2023, theirs);
    source.meta.region_code = "211103";
    verifier.add(source);
    verifier.add(gdp("a", 1, "424"));
    return verifier.results().front().verdict == Verdict::supported;
  };
  EXPECT_TRUE(matches("兴隆台区", "", "盘锦市兴隆台区"));
  EXPECT_TRUE(matches("盘锦市兴隆台区", "", "兴隆台区"));
  EXPECT_TRUE(matches("兴隆台", "", "盘锦市兴隆台区"));
  EXPECT_TRUE(matches("Xinglongtai", "211103", "盘锦市兴隆台区"));
  EXPECT_FALSE(matches("兴隆台区", "211102", "盘锦市兴隆台区"));
  EXPECT_FALSE(matches("双台子区", "", "盘锦市兴隆台区"));
  EXPECT_FALSE(matches("甲县", "", ""));
}

class VerifyCommand : public ::testing::Test {
 protected:
  VerifyCommand() {
    folder.write("a.txt",
                 "甲县2023年政府工作报告\n2022年，全县地区生产总值424亿元，比上年增长5.2%，财政收入-3亿元。\n");
    folder.write("t.csv", "地区,年份,地区生产总值(亿元),粮食产量(吨)\n甲县,2022,424,5\n甲县,2022,425,\n乙县,2022,1,\n");
  }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  ProgramFolder folder;
};

TEST_F(VerifyCommand, EveryCellHasAVerdictAndItsPlace) {
  const Ran ran = shell("zhibiao verify t.csv a.txt --format ndjson");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("\"row\":2,\"column\":\"地区生产总值(亿元)\""), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\"verdict\":\"supported\""), std::string::npos);
  EXPECT_NE(ran.out.find("\"span_begin\":28,\"span_end\":33"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\"verdict\":\"contradicted\""), std::string::npos);
  EXPECT_NE(ran.out.find("\"reason\":\"no_figure\""), std::string::npos);
  EXPECT_NE(ran.out.find("\"reason\":\"no_report\""), std::string::npos);
  EXPECT_NE(ran.err.find("4 values: 1 supported, 1 contradicted, 2 not found"), std::string::npos) << ran.err;
}

TEST_F(VerifyCommand, FailOnIsFive) {
  EXPECT_EQ(shell("zhibiao verify t.csv a.txt --fail-on contradicted").code, 5);
  EXPECT_EQ(shell("zhibiao verify t.csv a.txt --fail-on not-found").code, 5);
  folder.write("good.csv", "地区,年份,地区生产总值(亿元)\n甲县,2022,424\n");
  EXPECT_EQ(shell("zhibiao verify good.csv a.txt --fail-on contradicted,not-found").code, 0);
  EXPECT_EQ(shell("zhibiao verify t.csv a.txt --fail-on everything").code, 2);
}

TEST_F(VerifyCommand, ABadCellIsToldWithItsPlace) {
  folder.write("bad.csv", "地区,年份,地区生产总值(亿元)\n甲县,2022,四百\n甲县,2022,424\n");
  const Ran ran = shell("zhibiao verify bad.csv a.txt");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("bad.csv:2: 地区生产总值(亿元): no number: 四百"), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("supported"), std::string::npos);
}

#if ZHIBIAO_XLSX && ZHIBIAO_DOCX
TEST_F(VerifyCommand, OurOwnPanelIsSupported) {
  for (const std::string table : {"w.csv", "w.xlsx", "w.tsv"}) {
    ASSERT_EQ(
        shell("zhibiao panel a.txt --indicators 地区生产总值,地区生产总值:growth,财政收入 --unit 亿元 -o " + table)
            .code,
        0);
    const Ran ran = shell("zhibiao verify " + table + " a.txt --fail-on contradicted,not-found");
    EXPECT_EQ(ran.code, 0) << table << ran.out;
    EXPECT_NE(ran.err.find("3 values: 3 supported"), std::string::npos) << table << ran.err;
  }
}
#endif

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

}  // namespace
}  // namespace zhibiao::testing
