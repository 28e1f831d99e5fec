#include "emit/offsets.h"

#include <gtest/gtest.h>

#include "chain.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

// The naive version: walks from the start each time.
uint32_t walked(std::string_view text, uint32_t code_point, OffsetUnit unit) {
  uint32_t offset = 0;
  size_t byte = 0;
  for (uint32_t point = 0; point < code_point && byte < text.size(); ++point) {
    const CodePoint c = code_point_at(text, byte);
    byte += c.length;
    offset += unit == OffsetUnit::bytes                       ? static_cast<uint32_t>(c.length)
              : unit == OffsetUnit::utf16 && c.value > 0xffff ? 2
                                                              : 1;
  }
  return offset;
}

TEST(Offsets, AgreeWithWalking) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a\r\né地👍";
  const auto points = static_cast<uint32_t>(count_code_points(text));
  for (OffsetUnit unit : {OffsetUnit::codepoints, OffsetUnit::bytes, OffsetUnit::utf16}) {
    const OffsetTable table(text, unit);
    for (uint32_t point = 0; point <= points; ++point) ASSERT_EQ(table.at(point), walked(text, point, unit)) << point;
  }
}

TEST(Offsets, OfAnEmptyTextAndBeyondTheEnd) {
  EXPECT_EQ(OffsetTable("", OffsetUnit::bytes).at(5), 0u);
  EXPECT_EQ(OffsetTable("地", OffsetUnit::bytes).at(5), 3u);
}

TEST(Offsets, EverySpanOfALineIsConverted) {
  const std::string wide = "地地地地地地地地地地";
  const OffsetTable table(wide, OffsetUnit::bytes);
  Observation o;
  o.spans = {{1, 2},     {0, 10},    Span{3, 4}, Span{3, 4}, Span{3, 4}, Span{3, 4},
             Span{3, 4}, Span{3, 4}, Span{3, 4}, Span{3, 4}, Span{3, 4}, std::nullopt};
  convert_offsets(o, table);
  const Span converted{9, 12};
  const ObservationSpans want = {{3, 6},    {0, 30},   converted, converted, converted, converted,
                                 converted, converted, converted, converted, converted, std::nullopt};
  EXPECT_EQ(o.spans, want);
}

TEST(UniqueNames, CountOn) {
  UniqueNames names;
  EXPECT_EQ(names.unique("a"), "a");
  EXPECT_EQ(names.unique("a"), "a#2");
  EXPECT_EQ(names.unique("b"), "b");
  EXPECT_EQ(names.unique("a"), "a#3");
  EXPECT_EQ(names.unique("a#2"), "a#2#2");
  EXPECT_EQ(names.unique("c#2"), "c#2");
  EXPECT_EQ(names.unique("c"), "c");
  EXPECT_EQ(names.unique("c"), "c#3");
}

}  // namespace
}  // namespace zhibiao
