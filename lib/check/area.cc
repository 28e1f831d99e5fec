#include "check/area.h"

#include <algorithm>
#include <array>

#include "check/compare_words.h"

namespace zhibiao {
namespace {

constexpr std::array<std::string_view, 9> kOwnArea = {"本级", "市级", "省级", "县级",  "区级",
                                                      "市直", "中央", "地方", "开发区"};
constexpr std::array<std::string_view, 6> kAll = {"全市", "全省", "全县", "全区", "全国", "全州"};
constexpr std::array<std::string_view, 18> kPublicMoney = {"调出", "调入", "收入", "支出", "预算", "税",
                                                           "基金", "债",   "财政", "资金", "结余", "转移支付",
                                                           "费用", "经费", "置费", "护费", "彩票", "资本"};
constexpr std::array<std::string_view, 5> kOtherMoney = {"人均", "居民", "农民", "旅游收入", "营业收入"};
constexpr std::array<std::string_view, 4> kTotals = {"总计", "合计", "总量", "变动"};

template <typename Words>
bool has_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool is_public_money(const Observation& o) {
  return has_any(o.indicator, kPublicMoney) && !has_any(o.indicator, kOtherMoney);
}

// 一般公共预算收入总计 is another thing than 一般公共预算收入, and its name ends before 总计.
bool is_total_of_balance(const Observation& o) {
  return has_any(text_between(o, o.spans.indicator->end, o.spans.value.begin), kTotals);
}

}  // namespace

bool is_of_budgets(const Statements& statements) {
  const auto& all = statements.all();
  const auto money = std::count_if(all.begin(), all.end(), [](const Statement& s) { return is_public_money(*s.told); });
  return 4 * static_cast<size_t>(money) > all.size();
}

bool is_of_whole_area(const Observation& o, bool of_budgets) {
  constexpr uint32_t kJustBefore = 8;
  if (is_total_of_balance(o)) return false;
  const std::string sentence = without_spaces(o.sentence);
  if (!of_budgets || !is_public_money(o)) return !has_any(sentence, kOwnArea);
  const uint32_t begin = o.spans.indicator->begin;
  const uint32_t from = std::max(begin, kJustBefore) - kJustBefore;
  return has_any(without_spaces(text_between(o, from, begin)), kAll) && sentence.find("批准") == std::string::npos;
}

}  // namespace zhibiao
