#include "text/fold.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace zhibiao {
namespace {

struct Case {
  const char* text;
  const char* view;
};

const Case kCases[] = {
    {"", ""},
    {"增长5.2%", "增长5.2%"},
    {"５．２％", "5.2%"},
    {"ＧＤＰ增长＋３", "GDP增长+3"},
    {"增速−2.6%", "增速-2.6%"},
    {"增速－２．６％", "增速-2.6%"},
    {"增长５％，其中：工业（含建筑业）；", "增长5%，其中：工业（含建筑业）；"},
    {"政 府 工 作 报 告", "政府工作报告"},
    {"政　府", "政府"},
    {"國內生產總值增長，佔比高於去年後", "国内生产总值增长，占比高于去年后"},
    {"產業(yè)穩(wěn)定發(fā)展，鎮(zhèn)", "产业稳定发展，镇"},
    {"北京(běi jing)，业(ye)，业（yè）", "北京(běi jing)，业(ye)，业（yè）"},
    {"參加醫保，貳仟參佰零參", "参加医保，贰仟參佰零參"},
    {"乾隆年间，昇腾，著名", "乾隆年间，昇腾，著名"},
    {"１ ９ ９ ３ 年", "1993年"},
    {"下降到1 0 ．0 6 ‰", "下降到10.06‰"},
    {"39.8 万亿元", "39.8万亿元"},
    {"增长 5.2 %", "增长5.2%"},
    {"百分之\n九点二", "百分之九点二"},
    {"百分之\r\n九点二", "百分之九点二"},
    {"投资58.8\n            亿元，预\n      算", "投资58.8亿元，预算"},
    {"1 234.5万元", "1234.5万元"},
    {"1 234 567人", "1234567人"},
    {"5.66      0.9", "5.66      0.9"},
    {"2020 2021", "2020 2021"},
    {"3.5 200", "3.5 200"},
    {"0 123", "0 123"},
    {"增\n\n加30.7\n\f亿元，增长5%，\f\n高于", "增加30.7亿元，增长5%，高于"},
    {"收\n\n     18\n\f入5亿元，\n第 19 页\n\n\f下降5%，增18\n\f", "收入5亿元，下降5%，增18\n"},
    {"报告\n2025\n\f目录", "报告2025目录"},
    {"预算支\n   — 8 —\n出", "预算支出"},
    {"综合\n\n\n农业", "综合\n\n\n农业"},
    {"达到74.4\n\u200B\n万亿元", "达到74.4万亿元"},
    {"综合\n\u200B\n\n农业", "综合\n\n\n农业"},
    {"广义货币M\n2\n余额", "广义货币M2余额"},
    {"PM\n2.5\n）浓度", "PM2.5）浓度"},
    {"表 A 2", "表 A 2"},
    {"预算支\n— 8 —\n出1407亿元", "预算支出1407亿元"},
    {"预算支\r\n-12-\r\n出", "预算支出"},
    {"工业\n— 8 —\nabc", "工业\nabc"},
    {"工业\n— 8 —", "工业—8—"},
    {"由3— 8 —9", "由3—8—9"},
    {"覆盖率 —14— 99.91%", "覆盖率99.91%"},
    {"下降 —8— 5%，增长2—3— 4", "下降5%，增长2—3—4"},
    {"项目   金额", "项目   金额"},
    {"high tech", "high tech"},
    {"9·5", "9.5"},
    {"阿依古丽·买买提", "阿依古丽·买买提"},
    {"地区生产总值[2]增长", "地区生产总值增长"},
    {"地区生产总值［１２］", "地区生产总值"},
    {"总值【3】", "总值"},
    {"[2]地区", "[2]地区"},
    {"总值[123]", "总值[123]"},
    {"总\u200B值\uFEFF", "总值"},
    {"8.7%&nbsp;和", "8.7% 和"},
    {"企业&nbsp;1359家", "企业1359家"},
    {"<U+00A0><U+00A0>增长", "  增长"},
    {"回顾\\r\\n五年", "回顾五年"},
    {"2018—2022年", "2018—2022年"},
    {"–5", "–5"},
};

class Fold : public testing::TestWithParam<Case> {};

TEST_P(Fold, GivesTheView) {
  EXPECT_EQ(folded(GetParam().text), GetParam().view);
  EXPECT_EQ(fold(GetParam().text, 7).text, GetParam().view);
}

TEST_P(Fold, KnowsWhereEachByteCameFrom) {
  const std::string_view text = GetParam().text;
  const Folded view = fold(text, 100);
  ASSERT_EQ(view.at.size(), view.text.size());
  for (size_t i = 0; i < view.at.size(); ++i) {
    EXPECT_GE(view.at[i], 100u);
    EXPECT_LT(view.at[i], 100 + count_code_points(text));
    if (i > 0) {
      EXPECT_GE(view.at[i], view.at[i - 1] + !is_continuation(view.text[i]));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Fold, testing::ValuesIn(kCases));

TEST(FoldTest, SpansCoverWhatWasDropped) {
  const Folded view = fold("增长 ５．２ ％", 10);
  ASSERT_EQ(view.text, "增长5.2%");
  EXPECT_EQ(view.span(6, 10), (Span{13, 18}));
  EXPECT_EQ(view.byte_at(13), 6u);
  EXPECT_EQ(view.byte_at(12), 6u);
  EXPECT_EQ(view.byte_at(99), view.text.size());
}

// A law: folding twice is folding once, also over any mixture of the characters that fold.
TEST(FoldTest, IsIdempotent) {
  const std::u32string alphabet = U"年值1２ \n\r\f　％[]【】·.,&nbsp;\\rn\u200B−a";
  uint32_t x = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) append_utf8(text, alphabet[((x = x * 1664525 + 1013904223) >> 16) % alphabet.size()]);
    const std::string once = folded(text);
    ASSERT_EQ(folded(once), once) << text;
  }
}

}  // namespace
}  // namespace zhibiao
