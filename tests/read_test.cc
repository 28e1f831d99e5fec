#include "text/read.h"

#include <gtest/gtest.h>

#include <string>

#include "text/error.h"

namespace zhibiao {
namespace {

using namespace std::string_literals;

TEST(Read, AnEmptyFileIsADocument) {
  const Document document = read_document("a.txt", "");
  EXPECT_EQ(document.doc, "a.txt");
  EXPECT_EQ(document.text, "");
  EXPECT_EQ(document.meta.format, "txt");
  EXPECT_EQ(document.meta.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  ReadOptions unhashed;
  unhashed.hash = false;
  EXPECT_EQ(read_document("a.txt", "", unhashed).meta.sha256, "");
  EXPECT_TRUE(document.meta.damaged.empty());
}

TEST(Read, KeepsLineBreaks) { EXPECT_EQ(read_document("a", "增长\r\n下降\r").text, "增长\r\n下降\r"); }

TEST(Read, CountsDamage) {
  const std::string digits(41, '7');
  const Document document =
      read_document("a", "增长\0很快的一年啊各位代表\xFF "s + digits + "，" + std::string(40, '1'));
  EXPECT_EQ(document.meta.damaged, (DamageCounts{{"invalid_bytes", 1}, {"nul", 1}, {"long_digit_runs", 1}}));
}

TEST(Read, CountsFullWidthDigitsToo) {
  std::string digits;
  for (int i = 0; i < 41; ++i) digits += i % 2 == 0 ? "９" : "9";
  EXPECT_EQ(read_document("a", digits).meta.damaged, (DamageCounts{{"long_digit_runs", 1}}));
}

TEST(Read, NamesTheFileThatIsNoText) {
  try {
    read_document("photo.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\xE0\x08\x06\0\0\0\x35"s);
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "photo.png is a picture");
  }
}

}  // namespace
}  // namespace zhibiao
