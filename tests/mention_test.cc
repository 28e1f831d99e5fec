// What a sentence's mentions are where a rule and the reading of numbers meet: names keep their ordinal, numbers keep
// what looks like a name.
#include <gtest/gtest.h>

#include <string>

#include "zhibiao.h"

namespace zhibiao {
namespace {

constexpr const char* kInside = " inside";

// "text=number" of the mentions that have one, one after the other.
std::string numbers(const std::string& text) {
  Document document;
  document.doc = "case";
  document.text = text;
  std::string out;
  for (const Sentence& sentence : segment(document).sentences) {
    for (const Mention& mention : match(sentence, Grammar::embedded()).mentions) {
      if (!mention.figure || !mention.figure->number) continue;
      if (!out.empty()) out += "; ";
      out += mention.text + "=" + mention.figure->number->to_string() + (mention.inside ? kInside : "");
    }
  }
  return out;
}

TEST(Mention, NameKeepsItsOrdinal) {
  EXPECT_EQ(numbers("第七个"), "第七个=7 inside");
  EXPECT_EQ(numbers("第十一届博览会签约120亿元"), "第十一届=11 inside; 120亿元=12000000000");
  EXPECT_EQ(numbers("从居世界第三十九位跃升到第二位"), "第三十九位=39; 第二位=2");
  EXPECT_EQ(numbers("经市人大常委会第三十二、三十四次会议批准，新增就业5万人"),
            "第三十二、三十四次=32 inside; 5万人=50000");
}

TEST(Mention, NumberKeepsWhatLooksLikeAName) {
  EXPECT_EQ(numbers("1e10"), "1e10=10000000000");
  EXPECT_EQ(numbers("建筑面积2000m2，占地3km2，容积5m3"), "2000m2=2000; 3km2=3; 5m3=5");
  EXPECT_EQ(numbers("最高气温37.2°C"), "37.2°C=37.2");
  EXPECT_EQ(numbers("PM2.5浓度32微克"), "32微克=32");
}

TEST(Mention, DiscountNeedsNoDigit) { EXPECT_EQ(numbers("打对折"), "对折=50"); }

}  // namespace
}  // namespace zhibiao
