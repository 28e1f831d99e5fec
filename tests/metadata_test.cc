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
    // Without a date: the session of the congress tells the year.
    {"a.txt",
     "各位代表：\n现在，我代表国务院，向大会报告过去五年的政府工作。\n第十一届全国人民代表大会第一次会议"
     "以来的五年，是极不平凡的五年。\n",
     "", "work_report", "全国", 2013, 2012, ""},
    {"a.txt", "各位代表：\n本届政府1998年3月就职。现在，我代表国务院，向第十届全国人民代表大会第一次会议报告工作。\n",
     "", "work_report", "全国", 2003, 2002, ""},
    // A government's greeting, thanks, and a province that every line names.
    {"a.txt", "各位代表：\n现在，我代表容城县第十四届人民政府，向大会报告2012年的工作。\n", "", "work_report", "容城县",
     2013, 2012, ""},
    {"a.txt",
     "一、2014年工作回顾\n2014年，全县上下共同努力，容城面貌一新。\n向关心和支持容城建设的朋友们表示感谢！容城的明天"
     "更美好，容城前景广阔，容城生机无限，容城又将迎来大发展。\n",
     "", "work_report", "容城县", 2015, 2014, ""},
    {"a.txt",
     "2020年地方政府债券使用情况表\n湖南大学\n湖南师大\n湖南一师\n湖南工大\n湖南农大\n湖南城院\n湖南文院\n湖南理院\n"
     "湖南科大\n湖南人文\n",
     "2020年地方政府债券使用情况表", "budget", "湖南省", 2021, 2020, ""},
    {"a.txt", "武汉市2025年全市政府性基金收入执行情况表\n", "武汉市2025年全市政府性基金收入执行情况表", "budget",
     "武汉市", 2026, 2025, ""},
    {"a.txt", "中山市财政局2025年工作总结与2026年工作安排\n", "中山市财政局2025年工作总结与2026年工作安排", "budget",
     "中山市", 2026, 2025, ""},
    {"a.txt",
     "財政司司長財政預算案演辭(一)\n以下是財政司司長陳茂波在立法會提交二零一九至二零年度《政府財政預算案》的"
     "演辭:\n",
     "财政司司长财政预算案演辞(一)", "budget", "香港特别行政区", 2020, 2019, ""},
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

struct Given {
  const char* text;
  const char* speaker;
  const char* meeting;
};

// Title pages of real reports.
const Given kGiven[] = {
    {"政府工作报告\n——2023年1月5日在天津市第十八届人民代表大会第一次会议上\n市长　张　工\n各位代表：\n", "张工",
     "天津市第十八届人民代表大会第一次会议"},
    {"现在，我代表市人民政府向大会报告工作，请予审议。\n", "", ""},
    {"政府工作报告——2024年3月5日在第十四届全国人民代表大会第二次会议上国务院总理 李强\n各位代表：\n", "李强",
     "第十四届全国人民代表大会第二次会议"},
    {"——2024年1月17日在高唐县第十八届\n人民代表大会第三次会议上\n高唐县县长??杨曙光\n各位代表：\n", "杨曙光",
     "高唐县第十八届人民代表大会第三次会议"},
    {"政府工作报告 \\r\\n——在阜平县第十七届人民代表大会第一次会议上 \\r\\n（ 2017年2月26日） "
     "\\r\\n阜平县人民政府县长\\r\\n刘靖 \\r\\n各位代表：",
     "刘靖", "阜平县第十七届人民代表大会第一次会议"},
    {"海拉尔区人民政府代区长 杨国宏 \n", "杨国宏", ""},
    {"——2025年1月14日自治区人民政府主席王莉霞在内蒙古自治区第十四届人民代表大会第三次会议上\n", "王莉霞",
     "内蒙古自治区第十四届人民代表大会第三次会议"},
    {"——2026年1月在新疆维吾尔自治区第十四届人民代表大会第四次会议上\n自治区主席 艾尔肯·吐尼亚孜\n", "艾尔肯·吐尼亚孜",
     "新疆维吾尔自治区第十四届人民代表大会第四次会议"},
    {"在第一届全国人民代表大会第四次会議上\n\n周恩来\n各位代表：\n", "周恩来", "第一届全国人民代表大会第四次会议"},
    {"常务委员会第三十四次会议上\n", "", ""},
    {"——在江门市第十六届人民代表大会\n常务委员会第三十四次会议上\n江门市财政局局长 王远林\n", "王远林",
     "江门市第十六届人民代表大会常务委员会第三十四次会议"},
    {"本报讯 （记者赵珺）受市人民政府委托，在2月6日召开的市十六届人大七次会议上，市财政局局长周凤松向大会提交报告。\n",
     "周凤松", "市十六届人大七次会议"},
    {"现将2018年财政预算执行情况提交市七届人大四次会议审查。\n", "", "市七届人大四次会议"},
    // Other meetings and other offices than those of the report.
    {"第五届全国人民代表大会第二次会议，号召全国各族人民实现四个现代化。\n", "", ""},
    {"第九届全国人民代表大会第一次会议以来的五年，是很不平凡的五年。\n", "", ""},
    {"县人大常委会主任续金明、县人大常委会副主任孙云龙在主席台前排就座。\n", "", ""},
    {"长沙市财政局\n各位代表：\n", "", ""},
    {"严格落实市长负责制，压实县长责任。\n", "", ""},
};

TEST(DescribeTest, TellsWhoSpokeAndWhere) {
  for (const Given& want : kGiven) {
    const Metadata meta = read_document("a.txt", want.text).meta;
    EXPECT_EQ(meta.speaker, want.speaker) << want.text;
    EXPECT_EQ(meta.meeting, want.meeting) << want.text;
  }
}

TEST(DescribeTest, TakesWhatTheCallerKnows) {
  ReadOptions options;
  options.known.speaker = "张工";
  options.known.meeting = "市人代会";
  const Metadata meta = read_document("a.txt", "在高唐县第十八届人民代表大会第三次会议上\n县长 杨曙光\n", options).meta;
  EXPECT_EQ(meta.speaker, "张工");
  EXPECT_EQ(meta.meeting, "市人代会");
}

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
