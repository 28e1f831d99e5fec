// Names of areas to codes of GB/T 2260: with and without the areas above, former and short names, and names of several.
#include <gtest/gtest.h>

#include "canon/region.h"
#include "grammar/data.h"
#include "tests/testing.h"
#include "zhibiao.h"

namespace zhibiao {
namespace {

struct Case {
  const char* name;
  const char* around;
  const char* code;  // "" where nothing decides
};

constexpr Case kCases[] = {
    {"安徽省", "", "340000"},
    {"盘锦市兴隆台区", "", "211103"},
    {"内蒙古呼伦贝尔市海拉尔区", "", "150702"},
    {"内蒙古自治区呼伦贝尔市海拉尔区", "", "150702"},
    {"容城县", "", "130629"},
    {"香港特别行政区", "", "810000"},
    {"宁夏", "", "640000"},
    {"海拉尔", "", "150702"},
    {"东莞市", "", "441900"},
    {"济源市", "", "419001"},
    {"宽城满族自治县", "", "130827"},
    // Former names lead to the area of today.
    {"徐水县", "", "130609"},
    {"保定市徐水县", "", "130609"},
    {"海拉尔市", "", "150702"},
    {"襄樊市", "", "420600"},
    // Several have the name; the rest of the report decides, or nobody.
    {"新华区", "", ""},
    {"新华区", "石家庄市新华区人民政府", "130105"},
    {"新华区", "沧州市和石家庄市", ""},
    {"平顶山市新华区", "石家庄", "410402"},
    {"城关区", "兰州市的城关区", "620102"},
    {"鼓楼区", "福州 福州 福州 南京", "350102"},
    {"朝阳区", "北京", "110105"},
    {"石家庄高新区", "", "130171"},
    // None.
    {"全国", "", ""},
    {"沈阳市兴隆台区", "", ""},
    {"甲市", "", ""},
    {"", "", ""},
};

TEST(Region, CodeOfName) {
  for (const Case& c : kCases) {
    const Region* region = region_named(c.name, c.around, Grammar::embedded());
    EXPECT_EQ(region == nullptr ? "" : region->code, c.code) << c.name << " | " << c.around;
  }
}

TEST(Region, LevelAndParent) {
  const Gazetteer& gazetteer = Grammar::embedded().data().gazetteer();
  const Region* district = region_by_code("211103", Grammar::embedded());
  ASSERT_NE(district, nullptr);
  EXPECT_EQ(district->level(), RegionLevel::county);
  const Region* city = gazetteer.parent_of(*district);
  ASSERT_NE(city, nullptr);
  EXPECT_EQ(city->name, "盘锦市");
  EXPECT_EQ(city->level(), RegionLevel::prefecture);
  const Region* province = gazetteer.parent_of(*city);
  ASSERT_NE(province, nullptr);
  EXPECT_EQ(province->name, "辽宁省");
  EXPECT_EQ(gazetteer.parent_of(*province), nullptr);
  // Directly under the province: no prefecture between.
  EXPECT_EQ(gazetteer.parent_of(*region_by_code("419001", Grammar::embedded()))->name, "河南省");
  EXPECT_EQ(gazetteer.parent_of(*region_by_code("110105", Grammar::embedded()))->name, "北京市");
}

TEST(Region, CodesOfFormerTimes) {
  const Region* xushui = region_by_code("130625", Grammar::embedded());
  ASSERT_NE(xushui, nullptr);
  EXPECT_EQ(xushui->code, "130609");
  EXPECT_EQ(region_by_code("999999", Grammar::embedded()), nullptr);
}

TEST(Region, EveryAreaIsFoundByItsNameInFull) {
  const Grammar& grammar = Grammar::embedded();
  const Gazetteer& gazetteer = grammar.data().gazetteer();
  EXPECT_GT(gazetteer.regions().size(), 3200u);
  for (const Region& region : gazetteer.regions()) {
    std::string name(region.name);
    for (const Region* above = gazetteer.parent_of(region); above != nullptr; above = gazetteer.parent_of(*above))
      name.insert(0, above->name);
    EXPECT_EQ(region_named(name, "", grammar), &region) << name;
  }
}

TEST(Region, ReadOnceAndCarriedByEveryObservation) {
  const std::string text = "徐水县2012年政府工作报告\n2011年,全县地区生产总值完成100亿元。\n";
  const Extraction extraction = extract(text, "a.txt", Grammar::embedded());
  EXPECT_EQ(extraction.document.meta.region_code, "130609");
  ASSERT_EQ(extraction.observations.size(), 1u);
  EXPECT_EQ(extraction.observations[0].region_code, "130609");
  EXPECT_EQ(extraction.observations[0].indicator_id, "gdp");
}

TEST(Region, WhatIsKnownWins) {
  ReadOptions options;
  options.known.region_code = "211103";
  const Extraction extraction = extract("徐水县2012年政府工作报告\n", "a.txt", Grammar::embedded(), options);
  EXPECT_EQ(extraction.document.meta.region_code, "211103");
}

TEST(Gazetteer, TellsEveryBadLine) {
  Gazetteer gazetteer;
  EXPECT_EQ(gazetteer.add("region.tsv", "110000\t北京市\n110000\t北京\n11\t天津\n1101x0\t甲\n").size(), 3u);
}

}  // namespace
}  // namespace zhibiao
