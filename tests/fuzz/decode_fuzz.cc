// Bytes → text: whatever comes, it is valid UTF-8, and decoded and folded once it stays as it is.
#include <gtest/gtest.h>

#include <optional>

#include "emit/offsets.h"
#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/decode.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/read.h"
#include "text/utf8.h"

namespace zhibiao::fuzz {
namespace {

using namespace zhibiao::testing;

constexpr std::string_view kEncodings[] = {"", "utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "gbk", "nonsense"};

std::optional<Decoded> decoded(std::string_view bytes, std::string_view encoding) try {
  return decode(bytes, encoding);
} catch (const Error& error) {
  EXPECT_STRNE(error.what(), "");
  return std::nullopt;
}

void check_fold(const std::string& text) {
  const Folded view = fold(text, 0);
  ASSERT_TRUE(is_utf8(view.text));
  ASSERT_EQ(view.at.size(), view.text.size());
  for (size_t i = 0; i < view.at.size(); ++i) {
    ASSERT_LT(view.at[i], count_code_points(text));
    if (i > 0) ASSERT_GE(view.at[i], view.at[i - 1] + !is_continuation(view.text[i]));
  }
  ASSERT_EQ(folded(view.text), view.text);
  ASSERT_EQ(FoldedView(text).get(), view.text);
}

void check_offsets(const std::string& text) {
  const Points points(text);
  const OffsetTable bytes(text, OffsetUnit::bytes), utf16(text, OffsetUnit::utf16);
  uint32_t before = 0;
  for (uint32_t i = 0; i <= points.size(); ++i) {
    ASSERT_EQ(bytes.at(i), (points[{0, i}].size()));
    ASSERT_GE(utf16.at(i), before);
    before = utf16.at(i);
  }
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao::fuzz;
  Input input(data, size);
  const std::string_view encoding = kEncodings[input.choose(std::size(kEncodings))];
  const auto read = decoded(input.rest(), encoding);
  if (!read) return 0;
  EXPECT_TRUE(is_utf8(read->text));
  EXPECT_EQ(zhibiao::valid_utf8_prefix(read->text), read->text.size());
  const auto again = decoded(read->text, "utf-8");
  EXPECT_TRUE(again && (again->text == read->text || read->text.starts_with("\xEF\xBB\xBF")));
  check_fold(read->text);
  check_offsets(read->text);
  return 0;
}
