// A web page → the text of its article, and what is told of the page.
#include <gtest/gtest.h>

#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/error.h"
#include "text/formats/html.h"
#include "text/read.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  const fuzz::Input input(data, size);
  try {
    const Content content = read_html(fuzz::text_of(input.rest()));
    EXPECT_TRUE(zhibiao::testing::is_utf8(content.text));
    EXPECT_TRUE(zhibiao::testing::is_utf8(content.title));
    EXPECT_TRUE(zhibiao::testing::is_utf8(content.date) && zhibiao::testing::is_utf8(content.publisher));
    EXPECT_TRUE(content.text.empty() || content.text.back() == '\n');
    ReadOptions options;
    options.format = Format::html;
    const Document document = read_document("fuzz.html", input.rest(), options);
    EXPECT_TRUE(zhibiao::testing::is_utf8(document.text));
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
  return 0;
}
