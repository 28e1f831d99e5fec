// Tables whose cells stand one space apart, with headers broken over lines: what is read, and what is left alone
// because nobody can know where it belongs.
#include <gtest/gtest.h>

#include <string>

#include "table_observations.h"

namespace zhibiao {
namespace {

class CloseTables : public testing::TestWithParam<TableCase> {};

TEST_P(CloseTables, AreObserved) { EXPECT_EQ(observations(GetParam().text), GetParam().want); }

const TableCase kCases[] = {
    // A row with fewer figures than heads is left alone.
    {"HeadersOverLines",
     "2025 年全市收入执行情况表\n表1 单位：万元\n项 目 2024 年\n决算数\n2025年\n执行数\n比上年\n增减%\n"
     "税收收入 100 120 20.0%\n其中：契税 50 45 -10.0%\n资源税\n其他税收 8\n",
     "税收收入 level 100 万元 2024 actual\n税收收入 level 120 万元 2025 actual\n税收收入 growth 20 % 2025 actual\n"
     "契税 level 50 万元 2024 actual\n契税 level 45 万元 2025 actual\n契税 growth -10 % 2025 actual\n"},
    {"CodesAndRemarks",
     "2026 年专项支出预算表\n单位：万元\n科目编码 科目名称 金额 备注\n2010101 行政运行 30 含乡镇，不含村\n"
     "2010102 会议费 12\n",
     "行政运行 level 30 万元 2026 target\n会议费 level 12 万元 2026 target\n"},
    // 上解支出: which side has the figure, the last name before it tells.
    {"TwoSides",
     "2025 年收支执行情况表\n单位：万元\n收 入 金额 支 出 金额\n预算收入 474 预算支出 273\n下级上解收入 上解支出 32\n"
     "总 计 506 总 计 305\n",
     "预算收入 level 474 万元 2025 actual\n预算支出 level 273 万元 2025 actual\n上解支出 level 32 万元 2025 actual\n"
     "收入总计 level 506 万元 2025 actual\n支出总计 level 305 万元 2025 actual\n"},
    // The name of the right side goes on in the line below.
    {"BrokenNames",
     "2025 年收支执行情况表\n单位：万元\n收 入 金额 支 出 金额\n税收收入 474 社会保障和就业\n支出 273\n"
     "契税 20 国防支出 32\n",
     "税收收入 level 474 万元 2025 actual\n社会保障和就业支出 level 273 万元 2025 actual\n"
     "契税 level 20 万元 2025 actual\n国防支出 level 32 万元 2025 actual\n"},
    {"AmountsUnderOneHead",
     "2025年收支情况表\n单位：万元\n项目 预算数\n完成数\n项目 "
     "变动\n预算数\n执行数\n金额\n完成\n预算\n数%\n上年\n同期数 "
     "增减% 金额\n完成\n变动\n预算\n数%\n上年\n同期数 增减%\n"
     "增值税 99 93 94.7 91 2.4 国防支出 186 151 81.5 118 28.3\n契税 10 10 100.0 9 11.1 教育支出 20 30 150.0 20 50.0\n",
     "增值税 level 99 万元 2025 target\n增值税 level 93 万元 2025 actual\n增值税 level 94.7 % 2025 actual of 预算数\n"
     "增值税 level 91 万元 2024 actual\n增值税 growth 2.4 % 2025 actual\n国防支出 level 186 万元 2025 target\n"
     "国防支出 level 151 万元 2025 actual\n国防支出 level 81.5 % 2025 actual of 变动预算数\n"
     "国防支出 level 118 万元 2024 actual\n国防支出 growth 28.3 % 2025 actual\n契税 level 10 万元 2025 target\n"
     "契税 level 10 万元 2025 actual\n契税 level 100 % 2025 actual of 预算数\n契税 level 9 万元 2024 actual\n"
     "契税 growth 11.1 % 2025 actual\n教育支出 level 20 万元 2025 target\n教育支出 level 30 万元 2025 actual\n"
     "教育支出 level 150 % 2025 actual of 变动预算数\n教育支出 level 20 万元 2024 actual\n"
     "教育支出 growth 50 % 2025 actual\n"},
    // 转|移支付收入: which of two lines is a name, nobody knows; 资源勘探工业 stands behind figures and is none yet.
    {"DoubtfulNames",
     "2025 年收支执行情况表\n单位：万元\n收 入 金额 支 出 金额\n契税 20 国防支出 32\n政府性基金转\n移支付收入 8\n"
     "税收收入 474 资源勘探工业\n信息等支出 273\n",
     "契税 level 20 万元 2025 actual\n国防支出 level 32 万元 2025 actual\n税收收入 level 474 万元 2025 actual\n"
     "资源勘探工业信息等支出 level 273 万元 2025 actual\n"},
    {"Funds",
     "2025年基金决算表\n单位：万元\n项 目 合计\n企业职工\n基本养老\n保险基金\n失业保险\n基金\n一、收入 124 62 62\n"
     "二、支出 120 60 60\n",
     "收入 level 124 万元 2025 actual\n收入[企业职工基本养老保险基金] level 62 万元 2025 actual\n"
     "收入[失业保险基金] level 62 万元 2025 actual\n支出 level 120 万元 2025 actual\n"
     "支出[企业职工基本养老保险基金] level 60 万元 2025 actual\n支出[失业保险基金] level 60 万元 2025 actual\n"},
    {"FundsAndUnits",
     "2026年基金情况表\n单位：见表\n项 目 单位 2025 年\n执行数\n2026年\n预算数\n参保人数 人 200 210\n"
     "缴费基数总额 万元 30.5 31\n",
     "参保人数 level 200 人 2025 actual\n参保人数 level 210 人 2026 target\n缴费基数总额 level 30.5 万元 2025 actual\n"
     "缴费基数总额 level 31 万元 2026 target\n"},
    // A word that no head is: the table is left to others.
    {"UnknownHead", "2025年收支情况表\n单位：万元\n项目 甲类 乙类\n增值税 99 93\n契税 10 10\n", ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, CloseTables, testing::ValuesIn(kCases),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace zhibiao
