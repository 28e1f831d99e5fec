// What a panel looks like outside: formats, formulas, data package, workbook, and the command itself.
#include <gtest/gtest.h>

#include <filesystem>

#include "emit/json.h"
#include "emit/json_tree.h"
#include "panel/datapackage.h"
#include "panel/rows.h"
#include "panel/xlsx.h"
#include "tests/panel_figures.h"
#include "tests/run_program.h"
#include "text/error.h"
#include "text/formats/xlsx.h"

namespace zhibiao::testing {
namespace {

const Fields kFields = {{"name", FieldType::text, "", ""},
                        {"number", FieldType::number, "", ""},
                        {"exact", FieldType::exact, "", ""},
                        {"truth", FieldType::boolean, "", ""}};

std::string written(RowFormat format, const Row& row, bool byte_order_mark = false) {
  std::string out;
  const RowSink sink =
      row_sink(kFields, {format, byte_order_mark, "row"}, [&out](std::string_view lines) { out += lines; });
  sink.add(row);
  sink.finish();
  return out;
}

TEST(PanelRows, TextIsNoFormulaAndNumbersStayNumbers) {
  const std::string kHostile[] = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"x\")"};
  for (const std::string& text : kHostile) {
    for (const RowFormat format : {RowFormat::csv, RowFormat::tsv}) {
      const std::string out = written(format, {text, "-2.6", "-3", "true"});
      const std::string line = out.substr(out.find('\n') + 1);
      EXPECT_TRUE(line.starts_with("'") || line.starts_with("\"'")) << line;
      EXPECT_NE(line.find(format == RowFormat::csv ? ",-2.6,-3,true" : "\t-2.6\t-3\ttrue"), std::string::npos) << line;
    }
  }
  EXPECT_NE(written(RowFormat::csv, {"-2.6%", "=1", "=2", ""}).find("'-2.6%,'=1,'=2,"), std::string::npos);
}

TEST(PanelRows, EachFormat) {
  const Row row = {"甲,\"县\"", "-2.6", "42400000000", ""};
  EXPECT_EQ(written(RowFormat::csv, row, true),
            "\xef\xbb\xbfname,number,exact,truth\r\n\"甲,\"\"县\"\"\",-2.6,42400000000,\r\n");
  EXPECT_EQ(written(RowFormat::tsv, row), "name\tnumber\texact\ttruth\n甲,\"县\"\t-2.6\t42400000000\t\n");
  EXPECT_EQ(written(RowFormat::ndjson, row),
            "{\"type\":\"row\",\"name\":\"甲,\\\"县\\\"\",\"number\":-2.6,\"exact\":\"42400000000\",\"truth\":null}\n");
  EXPECT_EQ(written(RowFormat::markdown, {"a|b", "1", "", ""}),
            "| name | number | exact | truth |\n| --- | ---: | ---: | --- |\n| a\\|b | 1 |  |  |\n");
}

TEST(PanelRows, ControlCharactersGo) {
  const Row row = {"红\x1b[31m\x07\xC2\x9B\xE2\x80\xAE色", "1", "", ""};
  for (const RowFormat format : {RowFormat::csv, RowFormat::tsv, RowFormat::markdown}) {
    EXPECT_NE(written(format, row).find("红[31m色"), std::string::npos) << written(format, row);
  }
  EXPECT_NE(written(RowFormat::ndjson, row).find("\\u001b"), std::string::npos);
}

TEST(Datapackage, DescribesTheFileAndKeepsOthers) {
  const std::string first = datapackage_json({"a.csv", kFields, 10}, {report("x.txt", 2023)}, "");
  const std::string both = datapackage_json({"b.csv", kFields, 20}, {}, first);
  const std::string again = datapackage_json({"b.csv", kFields, 30}, {}, both);
  const JsonNode package = parse_json_object(again);
  const JsonNode* resources = package.find("resources");
  ASSERT_NE(resources, nullptr);
  ASSERT_EQ(resources->items.size(), 2u);
  EXPECT_EQ(resources->items[0].find("path")->text, "a.csv");
  EXPECT_EQ(resources->items[0].find("sources")->items[0].find("sha256")->text, "hash of x.txt");
  EXPECT_EQ(resources->items[1].find("bytes")->text, "30");
  const JsonNode& schema = *resources->items[1].find("schema");
  EXPECT_EQ(schema.find("fields")->items[1].find("type")->text, "number");
  EXPECT_THROW(datapackage_json({"b.csv", kFields, 1}, {}, "{\"resources\":1}"), Error);
}

class PanelCommand : public ::testing::Test {
 protected:
  PanelCommand() {
    folder.write("a.txt",
                 "甲县2023年政府工作报告\n2022年，全县地区生产总值424亿元，比上年增长5.2%。\n=1+1项目投资3亿元。\n");
    folder.write("b.txt",
                 "甲县2024年政府工作报告\n2023年，全县地区生产总值450亿元，增长-1%。2022年地区生产总值425亿元。\n");
  }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  ProgramFolder folder;
};

TEST_F(PanelCommand, HelpHasExamples) {
  for (const std::string command : {"panel", "verify"}) {
    const Ran ran = shell("zhibiao " + command + " --help");
    EXPECT_EQ(ran.code, 0);
    EXPECT_NE(ran.out.find("Examples:"), std::string::npos);
  }
}

TEST_F(PanelCommand, ReportsAndTheirObservationsGiveTheSameTable) {
  const Ran direct = shell("zhibiao panel a.txt b.txt");
  EXPECT_EQ(direct.code, 0) << direct.err;
  EXPECT_NE(direct.out.find("later_report"), std::string::npos);
  EXPECT_EQ(direct.out, shell("zhibiao extract --keep document a.txt b.txt | zhibiao panel").out);
  EXPECT_EQ(direct.out, shell("zhibiao extract --keep document a.txt b.txt > o.ndjson; zhibiao panel o.ndjson").out);
  EXPECT_EQ(direct.out, shell("zhibiao panel --from o.ndjson").out);
}

TEST_F(PanelCommand, TheWidePanelHasARowForEachYear) {
  const Ran ran = shell("zhibiao panel a.txt b.txt --indicators 地区生产总值,失业率 --unit 亿元");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("甲县,,2022,425,亿元,exact,actual,2024,b.txt,"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("甲县,,2023,450,亿元,exact,actual,2024,b.txt,"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("not_stated"), std::string::npos) << ran.out;
  const Ran values = shell("zhibiao panel a.txt b.txt --indicators 地区生产总值 --measure level,growth --values-only");
  EXPECT_EQ(values.out,
            "region,region_code,year,地区生产总值,地区生产总值:growth\r\n"
            "甲县,,2022,42500000000,5.2\r\n甲县,,2023,45000000000,-1\r\n");
}

TEST_F(PanelCommand, AnEmptyColumnNamesWhatThereIs) {
  folder.write("c.txt", "甲县2022年国民经济和社会发展统计公报\n2022年，居民消费价格上涨0.2%。\n");
  const Ran ran = shell("zhibiao panel c.txt --indicators 居民消费价格,失业率");
  EXPECT_NE(ran.err.find("no value of 居民消费价格; there is 居民消费价格:growth\n"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("no value of 失业率\n"), std::string::npos) << ran.err;
}

TEST_F(PanelCommand, AFailedReportIsAReasonAndExitsWithFour) {
  folder.write("乙县2023年政府工作报告.docx", "PK\x03\x04 broken");
  const Ran ran = shell("zhibiao panel *.txt *.docx --indicators 地区生产总值");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.out.find("2022,,,,document_failed"), std::string::npos) << ran.out;
}

TEST_F(PanelCommand, ACsvFileHasItsPackageBesideIt) {
  EXPECT_EQ(shell("zhibiao panel a.txt -o long.csv && zhibiao panel a.txt --wide -o wide.csv").code, 0);
  const JsonNode package = parse_json_object(folder.read("datapackage.json"));
  EXPECT_EQ(package.find("resources")->items.size(), 2u);
  EXPECT_NE(folder.read("long.csv").find("424"), std::string::npos);
  folder.write("datapackage.json", "mine");
  const Ran kept = shell("zhibiao panel a.txt -o long.csv");
  EXPECT_EQ(kept.code, 0);
  EXPECT_EQ(folder.read("datapackage.json"), "mine");
  EXPECT_NE(kept.err.find("datapackage.json"), std::string::npos);
}

TEST_F(PanelCommand, WrongUseIsTwo) {
  for (const std::string wrong :
       {"panel a.txt -o x.exe", "panel a.txt --format xlsx", "panel a.txt --format sqlite",
        "panel a.txt --measure size", "panel a.txt --status hoped", "panel a.txt --indicators gdp --unit 斗",
        "panel a.txt --indicators gdp:size", "panel a.txt -o nowhere/x.csv", "panel a.txt --format klingon", "verify",
        "verify nowhere.csv a.txt"}) {
    const Ran ran = shell("zhibiao " + wrong);
    EXPECT_EQ(ran.code, 2) << wrong << ran.err;
    EXPECT_EQ(ran.out, "") << wrong;
  }
}

TEST_F(PanelCommand, NothingIsLeftOfAFileThatFailed) {
  folder.write("old.csv", "old");
  const Ran ran =
      shell("trap '' XFSZ; ulimit -f 4; zhibiao panel a.txt b.txt --format ndjson -o old.csv; echo $? > code; ls");
  EXPECT_EQ(ran.out.find(".part"), std::string::npos) << ran.out;
  EXPECT_EQ(folder.read("code"), "2\n");
  EXPECT_NE(ran.err.find("old.csv: cannot be written"), std::string::npos) << ran.err;
  EXPECT_EQ(folder.read("old.csv"), "old");
}

#if ZHIBIAO_XLSX && ZHIBIAO_DOCX
TEST_F(PanelCommand, AWorkbookHasTypedCellsAndNoFormula) {
  ASSERT_EQ(shell("zhibiao panel a.txt b.txt -o p.xlsx").code, 0);
  const std::string bytes = folder.read("p.xlsx");
  const Sheet panel = read_xlsx(bytes, "panel", {});
  ASSERT_EQ(panel.rows.size(), 1 + 6u);
  EXPECT_EQ(panel.rows[0].cells[0], "doc");
  EXPECT_EQ(panel.rows[1].cells[12], "424");
  const Sheet sources = read_xlsx(bytes, "sources", {});
  ASSERT_EQ(sources.rows.size(), 3u);
  EXPECT_EQ(sources.rows[1].cells[0], "a.txt");
  const Ran xml = shell(
      "mkdir x; cd x; python3 -m zipfile -e ../p.xlsx . && cat xl/worksheets/sheet1.xml "
      "xl/worksheets/_rels/sheet2.xml.rels");
  EXPECT_EQ(xml.code, 0);
  EXPECT_EQ(xml.out.find("<f>"), std::string::npos);
  EXPECT_NE(xml.out.find("<autoFilter"), std::string::npos);
  EXPECT_NE(xml.out.find("state=\"frozen\""), std::string::npos);
  EXPECT_NE(xml.out.find("Target=\"a.txt\""), std::string::npos) << xml.out.substr(xml.out.size() - 600);
  EXPECT_NE(xml.out.find("<v>-1</v>"), std::string::npos);  // a negative growth is a number
}

TEST(PanelWorkbook, TextThatLooksLikeAFormulaIsText) {
  const ProgramFolder folder;
  const std::string path =
      (std::filesystem::temp_directory_path() / ("zhibiao_" + std::to_string(getpid()) + ".xlsx")).string();
  const RowSink sink = xlsx_sink(path, kFields, {});
  sink.add({"=1+1", "-2.6", "1234567890123456789", "true"});
  sink.add({"红\x1b[31m", "", "", ""});
  sink.finish();
  const std::string bytes = [&path] {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  std::filesystem::remove(path);
  const Sheet sheet = read_xlsx(bytes, "", {});
  EXPECT_EQ(sheet.rows[1].cells, (Row{"=1+1", "-2.6", "1234567890123456789", "true"}));
  EXPECT_EQ(sheet.rows[2].cells, (Row{"红[31m"}));
}
#endif

}  // namespace
}  // namespace zhibiao::testing
