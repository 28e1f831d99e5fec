// A Word document → text. Most inputs are the XML of its parts.
#include <gtest/gtest.h>

#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/error.h"
#include "text/formats/docx.h"

const std::vector<std::string> kParts = {"word/document.xml", "word/numbering.xml", "word/styles.xml",
                                         "word/footnotes.xml", "word/endnotes.xml"};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  const fuzz::Input input(data, size);
  ReadLimits limits;
  limits.bytes = 1 << 22;
  try {
    const Content content = read_docx(fuzz::zip_in(input, kParts), limits);
    EXPECT_TRUE(zhibiao::testing::is_utf8(content.text));
    EXPECT_TRUE(zhibiao::testing::is_utf8(content.title));
    EXPECT_TRUE(content.text.empty() || content.text.back() == '\n');
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
  return 0;
}
