#include <gtest/gtest.h>

#include <string>

#include "text/read.h"

namespace zhibiao {
namespace {

struct Case {
  const char* name;
  const char* text;
  const char* title;
  const char* type;
  const char* region;
  int report_year;
  int year;
  const char* date;
};

const Case kCases[] = {
    {"a.txt",
     "2023政府工作报告\n发布时间:2023-01-05\n——2022年12月30日在盘锦市兴隆台区第九届人民代表大会\n第二次会议上\n"
     "兴隆台区人民政府区长   尹久辉\n各位代表:\n一、2022年工作回顾\n二、2023年工作安排\n",
     "2023政府工作报告", "work_report", "盘锦市兴隆台区", 2023, 2022, "2023-01-05"},
    {"a.txt",
     "政府工作报告——2024年3月5日在第十四届全国人民代表大会第二次会议上国务院总理 李强\n各位代表：\n"
     "现在，我代表国务院，向大会报告政府工作，请予审议。\n一、2023年工作回顾\n",
     "政府工作报告", "work_report", "全国", 2024, 2023, "2024-03-05"},
    {"a.txt", "各位代表：\n现在，我代表国务院向大会作政府工作报告。\n　　１９９２年国民生产总值接近２４０００亿元。\n",
     "", "work_report", "全国", 1993, 1992, ""},
    {"a.txt",
     "关于三门峡市2019年财政预算执行情况\n和2020年财政预算（草案）的报告（书面）\n——2020年5月14日在三门峡市第七届"
     "人民代表大会第五次会议上\n",
     "关于三门峡市2019年财政预算执行情况和2020年财政预算（草案）的报告（书面）", "budget", "三门峡市", 2020, 2019,
     "2020-05-14"},
    {"a.txt", "首页 > 统计公报\n长沙市2025年国民经济和社会发展统计公报\n发布时间：2026-04-21 打印本页\n",
     "长沙市2025年国民经济和社会发展统计公报", "communique", "长沙市", 2026, 2025, "2026-04-21"},
    {"a.txt", "中华人民共和国1998年国民经济和社会发展统计公报\n国家统计局\n1999年2月26日\n",
     "中华人民共和国1998年国民经济和社会发展统计公报", "communique", "全国", 1999, 1998, "1999-02-26"},
    {"a.txt", "政 府 工 作 报 告\r\n\r\n----2012年2月29日在海拉尔区第十三届人民代表大会第六次会议上\r\n",
     "政府工作报告", "work_report", "海拉尔区", 2012, 2011, "2012-02-29"},
    {"a.txt", "甘肃省政府工作报告\n——二〇二六年一月二十七日在甘肃省十四届人民代表大会第四次会议上\n",
     "甘肃省政府工作报告", "work_report", "甘肃省", 2026, 2025, "2026-01-27"},
    // The file's name where the text is silent.
    {"corpus/county_gwr_2019_容城县.txt", "一年来，我们主要做了以下工作。", "", "work_report", "容城县", 2019, 2018,
     ""},
    {"2023年盘山县政府工作报告.txt", "一年来，我们主要做了以下工作。", "", "work_report", "盘山县", 2023, 2022, ""},
    {"a.txt", "今天天气很好。", "", "other", "", 0, 0, ""},
};

class Describe : public testing::TestWithParam<Case> {};

TEST_P(Describe, Reads) {
  const Case& want = GetParam();
  const Metadata meta = read_document(want.name, want.text).meta;
  EXPECT_EQ(meta.title, want.title);
  EXPECT_EQ(meta.doc_type, want.type);
  EXPECT_EQ(meta.region, want.region);
  EXPECT_EQ(meta.report_year.value_or(0), want.report_year);
  EXPECT_EQ(meta.year.value_or(0), want.year);
  EXPECT_EQ(meta.date, want.date);
}

INSTANTIATE_TEST_SUITE_P(Cases, Describe, testing::ValuesIn(kCases));

TEST(DescribeTest, KeepsWhatIsKnown) {
  Document document{"a.txt", {}, "长沙市2025年国民经济和社会发展统计公报\n"};
  document.meta.region = "湖南省长沙市";
  document.meta.year = 2024;
  describe(document);
  EXPECT_EQ(document.meta.region, "湖南省长沙市");
  EXPECT_EQ(document.meta.year, 2024);
  EXPECT_EQ(document.meta.doc_type, "communique");
}

}  // namespace
}  // namespace zhibiao
