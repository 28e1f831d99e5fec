// The database: what is in it, that it grows and replaces, and that a kill leaves it as it was.
#include <gtest/gtest.h>

#include "tests/run_program.h"

#if ZHIBIAO_SQLITE
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include "emit/json.h"
#include "tests/panel_figures.h"

namespace zhibiao::testing {
namespace {

class PanelDatabase : public ::testing::Test {
 protected:
  PanelDatabase() {
    folder.write("a.txt", "甲县2023年政府工作报告\n2022年，全县地区生产总值424亿元，比上年增长5.2%。\n");
    folder.write("b.txt", "甲县2024年政府工作报告\n2022年地区生产总值425亿元。2023年，全县地区生产总值450亿元。\n");
  }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  std::string path() const {
    std::string where = shell("pwd").out;
    where.pop_back();
    return where + "/p.sqlite";
  }

  // Rows with | between their columns, each with a line end.
  std::string query(const std::string& sql) const {
    sqlite3* database = nullptr;
    EXPECT_EQ(sqlite3_open_v2(path().c_str(), &database, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
    std::string rows;
    const auto see = [](void* out, int columns, char** cells, char**) {
      for (int i = 0; i < columns; ++i) {
        static_cast<std::string*>(out)->append(i == 0 ? "" : "|").append(cells[i] == nullptr ? "" : cells[i]);
      }
      static_cast<std::string*>(out)->append("\n");
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), see, &rows, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
    return rows;
  }

  ProgramFolder folder;
};

TEST_F(PanelDatabase, TheViewIsTheWidePanel) {
  const std::string kOptions = " --indicators 地区生产总值,地区生产总值:growth --unit 亿元";
  ASSERT_EQ(shell("zhibiao panel a.txt b.txt -o p.sqlite" + kOptions).code, 0);
  EXPECT_EQ(query("SELECT * FROM wide ORDER BY year"), "甲县||2022|425.0|5.2\n甲县||2023|450.0|\n");
  EXPECT_EQ(query("SELECT count(*) FROM documents"), "2\n");
  EXPECT_EQ(query("SELECT doc, region, report_year FROM documents ORDER BY doc"), "a.txt|甲县|2023\nb.txt|甲县|2024\n");
  EXPECT_EQ(query("SELECT doc, value, base_value FROM chosen WHERE period = '2022' AND measure = 'level'"),
            "b.txt|425.0|42500000000\n");
}

TEST_F(PanelDatabase, ItGrowsAndReplacesByHash) {
  ASSERT_EQ(shell("zhibiao panel a.txt -o p.sqlite").code, 0);
  const std::string before = query("SELECT count(*) FROM observations");
  ASSERT_EQ(shell("zhibiao panel a.txt -o p.sqlite").code, 0);
  EXPECT_EQ(query("SELECT count(*) FROM observations"), before);
  ASSERT_EQ(shell("cp a.txt copy.txt; zhibiao panel copy.txt b.txt -o p.sqlite").code, 0);
  EXPECT_EQ(query("SELECT doc FROM documents ORDER BY doc"), "b.txt\ncopy.txt\n");
  ASSERT_EQ(shell("echo 新增8090户。 >> a.txt; zhibiao panel a.txt -o p.sqlite").code, 0);
  EXPECT_EQ(query("SELECT count(*) FROM documents"), "3\n");
  EXPECT_EQ(query("SELECT count(*) FROM observations WHERE document_id NOT IN (SELECT document_id FROM documents)"),
            "0\n");
}

TEST_F(PanelDatabase, FailedReportsAndFindingsAreKept) {
  folder.write("c.docx", "PK\x03\x04 broken");
  shell("zhibiao extract --keep document a.txt > o.ndjson");
  folder.write(
      "f.ndjson",
      "{\"type\":\"finding\",\"doc\":\"a.txt\",\"kind\":\"parts\",\"ok\":false,\"observations\":[{\"doc\":\"a.txt\","
      "\"id\":1}],"
      "\"stated\":\"146.5\",\"computed\":\"146\",\"difference\":\"0.5\",\"tolerance\":\"0.1\",\"unit\":\"亿元\","
      "\"text\":\"它's wrong\"}\n{\"type\":\"note\"}\n");
  EXPECT_EQ(shell("zhibiao panel o.ndjson f.ndjson c.docx -o p.sqlite").code, 4);
  EXPECT_EQ(query("SELECT doc, error IS NOT NULL FROM documents ORDER BY doc"), "a.txt|0\nc.docx|1\n");
  EXPECT_EQ(query("SELECT kind, ok, stated, text, observations FROM findings"),
            "parts|0|146.5|它's wrong|[{\"doc\":\"a.txt\",\"id\":1}]\n");
}

TEST_F(PanelDatabase, ExactValuesStayExact) {
  Observation o = gdp("x", 1, "0.1");
  o.base_value = "1234567890123456789012345678.5";
  std::string lines;
  append_json(lines, o);
  folder.write("o.ndjson", lines);
  ASSERT_EQ(shell("zhibiao panel o.ndjson -o p.sqlite").code, 0);
  EXPECT_EQ(query("SELECT base_value FROM observations"), o.base_value + "\n");
}

TEST_F(PanelDatabase, AColumnIsAlsoOfTheIdThatItsNameHas) {
  Observation named = gdp("x", 1, "1"), other = gdp("x", 2, "2");
  named.indicator_id = other.indicator_id = "gdp";
  named.region = other.region = "甲县";
  other.indicator = "生产总值";
  other.period = "2023";
  std::string lines;
  append_json(lines, named);
  append_json(lines, other);
  folder.write("o.ndjson", lines);
  ASSERT_EQ(shell("zhibiao panel o.ndjson --indicators 地区生产总值 -o p.sqlite").code, 0);
  EXPECT_EQ(query("SELECT year, 地区生产总值 FROM wide ORDER BY year"), "2022|100000000.0\n2023|200000000.0\n");
}

TEST_F(PanelDatabase, OtherFilesAreLeftAlone) {
  folder.write("p.sqlite", "this is my diary, and no database at all, whatever its name may say");
  const Ran ran = shell("zhibiao panel a.txt -o p.sqlite");
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(folder.read("p.sqlite").starts_with("this is my diary"));
  std::filesystem::remove(path());
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
  sqlite3_exec(database, "CREATE TABLE mine (x)", nullptr, nullptr, nullptr);
  sqlite3_close(database);
  EXPECT_EQ(shell("zhibiao panel a.txt -o p.sqlite").code, 2);
  EXPECT_EQ(query("SELECT name FROM sqlite_master"), "mine\n");
}

// Enough rows that the transaction spills from memory into the file, then SIGKILL while it waits for more.
TEST_F(PanelDatabase, AKillLeavesItAsItWas) {
  ASSERT_EQ(shell("zhibiao panel a.txt -o p.sqlite").code, 0);
  const std::string before = query("SELECT doc, count(*) FROM figures GROUP BY doc");
  std::string lines;
  for (uint32_t id = 1; id <= 6000; ++id) {
    Observation o = gdp("many", id, std::to_string(id));
    o.sentence += std::string(900, 'x');
    append_json(lines, o);
  }
  folder.write("many.ndjson", lines);
  const uintmax_t size = std::filesystem::file_size(path());
  const Ran ran = shell("{ cat many.ndjson; echo sent > sent; exec sleep 60; } | '" + ProgramFolder::program() +
                        "' panel -o p.sqlite & "
                        "for i in $(seq 600); do [ -e sent ] && [ -e p.sqlite-journal ] && break; sleep 0.1; done; "
                        "sleep 0.5; stat -c %s p.sqlite; [ -e p.sqlite-journal ] && echo writing; "
                        "kill -9 $(jobs -p) $!; wait; true");
  EXPECT_NE(ran.out.find("writing"), std::string::npos) << ran.out << ran.err;
  EXPECT_GT(std::stoull("0" + ran.out), size) << "nothing was written before the kill";
  EXPECT_EQ(query("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(query("SELECT doc, count(*) FROM figures GROUP BY doc"), before);
  ASSERT_EQ(shell("zhibiao panel b.txt -o p.sqlite").code, 0);
  EXPECT_EQ(query("SELECT count(*) FROM documents"), "2\n");
}

}  // namespace
}  // namespace zhibiao::testing
#endif
