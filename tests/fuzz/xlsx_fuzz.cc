// An Excel workbook → its rows. Most inputs are the XML of its parts.
#include <gtest/gtest.h>

#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/error.h"
#include "text/formats/xlsx.h"

const std::vector<std::string> kParts = {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml",
                                         "xl/styles.xml", "xl/_rels/workbook.xml.rels"};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  const fuzz::Input input(data, size);
  ReadLimits limits;
  limits.bytes = 1 << 22;
  try {
    const Sheet sheet = read_xlsx(fuzz::zip_in(input, kParts), "", limits);
    EXPECT_TRUE(zhibiao::testing::is_utf8(sheet.name));
    for (const SheetRow& row : sheet.rows) {
      EXPECT_FALSE(row.cells.empty());
      for (const std::string& cell : row.cells) EXPECT_TRUE(zhibiao::testing::is_utf8(cell));
    }
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
  return 0;
}
