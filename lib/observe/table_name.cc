#include "observe/table_name.h"

#include "grammar/claims.h"
#include "observe/owner.h"
#include "observe/table_area.h"
#include "segment/numbering.h"
#include "segment/table.h"
#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

bool take_front(std::string_view& text, Words words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

bool take_back(std::string_view& text, Words words) {
  for (const std::string_view word : words) {
    if (!text.ends_with(word) || text.size() == word.size()) continue;
    text.remove_suffix(word.size());
    return true;
  }
  return false;
}

// 一、 （一） 1. ＃ 其中： and whatever stands before a name, several of them.
std::string_view without_marks(std::string_view name, bool& among) {
  for (bool taken = true; taken;) {
    taken = false;
    const Numbering number = numbering_of(name);
    if (number.rank != Rank::none && number.length < name.size()) name.remove_prefix(number.length), taken = true;
    if (take_front(name, {"其中：", "其中:", "其中", "#", "＃", "*", "＊"})) among = taken = true;
    taken =
        take_front(name, {" ", "　", "—", "-", "·", "•", "●", "◆", "、", "：", ":", "加：", "减：", "（一）"}) || taken;
  }
  while (take_back(name, {" ", "：", ":", "、"})) {
  }
  return name;
}

// 粮食（万吨） → 粮食; 投资（不含农户） stays.
std::string_view without_unit(std::string_view name) {
  if (unit_in_header(name).empty() || ends_with_any(name, {"(项)", "（项）"})) return name;
  const size_t wide = name.rfind("（"), half = name.rfind('(');
  const size_t open = wide == name.npos ? half : half == name.npos ? wide : std::max(wide, half);
  return open == name.npos || open == 0 ? name : name.substr(0, open);
}

// The digits of 2025年… and 2025-2026年….
std::string first_period(const Folded& text, const ReportMeta& meta, const GrammarData& grammar, ByteSpan* where) {
  for (const Claim& claim : find_claims(text, meta, Part::none, grammar)) {
    if (claim.mention.canonical.empty()) continue;
    if (claim.mention.kind != MentionKind::period && claim.mention.kind != MentionKind::date) continue;
    if (where != nullptr) *where = claim.bytes;
    return claim.mention.canonical;
  }
  return "";
}

void take_period(std::string& name, std::string& told, const ReportMeta& meta, const GrammarData& grammar) {
  if (!contains_any(name, {"年", "月", "季"})) return;
  if (starts_with_any(name, {"上年结", "上年滚存", "上年剩余", "上年末", "以前年度", "本年"}))
    return;  // what is carried over now
  const Folded text = fold(name, 0);
  ByteSpan where;
  const std::string period = first_period(text, meta, grammar, &where);
  if (period.empty()) return;
  told = period;
  if (where.begin == 0) name = text.text.substr(where.end);
}

// What the caption says is measured: 2025年分行业固定资产投资（不含农户）增速 → 固定资产投资（不含农户）.
std::string indicator_of(std::string_view caption, ByteSpan period) {
  if (period.end > 0 && period.end < caption.size()) caption.remove_prefix(period.end);
  take_front(caption, {"末", "底", "年末", "年度"});
  take_front(caption, {"全国", "全省", "全市", "全区", "全县", "全州", "全自治区", "我市", "我省"});
  take_front(caption, {"分行业", "分地区", "分县区", "分县市区", "各县区", "各县（市、区）", "分类别", "各市县",
                       "分产业", "主要"});
  while (
      take_back(caption, {"（草案）", "(草案)",         "情况表",       "一览表",     "简表",     "明细表", "总表",
                          "表",       "情况",           "及其增长速度", "及增长速度", "及其增速", "及增速", "增长速度",
                          "增速",     "比上年涨跌幅度", "涨跌幅度",     "及其构成",   "及构成",   "构成",   "执行",
                          "完成",     "分地区",         "决算",         "预算",       "收支平衡", "数"})) {
  }
  return std::string(caption);
}

bool tells_growth_only(std::string_view caption) {
  for (const std::string_view word : {"增长速度", "增速", "涨跌幅度", "涨跌幅", "增幅", "增长情况"}) {
    const size_t at = caption.find(word);
    if (at == caption.npos) continue;
    return !ends_with_any(caption.substr(0, at), {"及其", "及", "和", "与", "、"});
  }
  return false;
}

std::optional<Status> status_in(std::string_view caption) {
  if (contains_any(caption, {"草案", "预算安排", "计划"})) return Status::target;
  if (contains_any(caption, {"执行", "决算", "完成"})) return Status::actual;
  if (contains_any(caption, {"预计"})) return Status::estimate;
  if (contains_any(caption, {"预算表", "预算收入表", "预算支出表", "预算收支表"})) return Status::target;
  return std::nullopt;
}

// 民政管理事务, 其他公共安全支出（款）: whether a group of the functional classification, or else a category.
std::optional<bool> function_of(std::string_view name, const GrammarData& grammar) {
  take_back(name, {"(款)", "（款）", "(类)", "（类）"});
  const Trie::Hit hit = grammar.functions.longest(name, 0);
  if (hit.length == 0 || hit.length != name.size()) return std::nullopt;
  return hit.value == 1;
}

// 失业保险基金 of 失业保险基金支出: what the rows below take apart.
std::string fund_of(std::string_view name, const GrammarData& grammar) {
  const Trie::Hit hit = grammar.subject_words.longest(name, 0);
  if (hit.length == 0 || hit.value != 1 || !contains(name.substr(0, hit.length), "保险")) return "";
  std::string_view rest = name.substr(hit.length);
  take_front(rest, {"基金", "预算", "（含生育保险）基金", "(含生育保险)基金"});
  if (rest != "收入" && rest != "支出" && rest != "收入合计" && rest != "支出合计") return "";
  return std::string(name.substr(0, name.size() - rest.size()));
}

}  // namespace

RowName read_row_name(std::string_view label, const TableContext& table, const ReportMeta& meta,
                      const GrammarData& grammar) {
  RowName row;
  std::string period_of_parent;
  bool ignored = false;
  const size_t mark = label.rfind(kParentMark);
  if (mark != label.npos) {
    row.parent = without_unit(without_marks(label.substr(0, mark), ignored));
    if (row.parent.starts_with("20")) take_period(row.parent, period_of_parent, meta, grammar);
    label.remove_prefix(mark + kParentMark.size());
  }
  row.name = without_unit(without_marks(label, row.among));
  take_period(row.name, row.period, meta, grammar);
  if (row.name.starts_with("预计")) row.status = Status::estimate, row.name.erase(0, std::string_view("预计").size());
  const auto word = column_word(row.name, grammar);
  row.function = function_of(row.name, grammar);
  row.fund = fund_of(row.name, grammar);
  row.shared = word == ColumnWord::shared && (!row.function || !table.fund.empty());
  const bool misled = !row.parent.empty() && column_word(row.parent, grammar) == ColumnWord::shared;
  if (row.shared && (row.parent.empty() || misled)) row.parent = table.fund.empty() ? table.function : table.fund;
  row.part = names_part(row.name, grammar);
  const bool apart = !row.among && (names_place(row.name, grammar) || row.name == "合计" || row.name == "总计");
  if (row.part && (row.parent.empty() || names_part(row.parent, grammar))) row.parent = apart ? "" : table.whole;
  if (row.part && row.period.empty()) row.period = period_of_parent;
  if (row.part && row.period.empty() && row.parent == table.whole) row.period = table.whole_period;
  if (!table.owner.empty() || !table.fund.empty()) {
    const Folded name = fold(row.name, 0);
    // 教育支出 and 行政运行 are those of the general budget where nothing else is told.
    row.dependent = ((row.shared || row.function) && table.owner != "一般公共预算") || !table.fund.empty() ||
                    needs_owner(name, {0, static_cast<uint32_t>(name.text.size())}, grammar);
  }
  if (word == ColumnWord::growth || word == ColumnWord::updown || row.name.ends_with("比上年增长"))
    row.measure = Measure::growth;
  if (row.measure && !table.whole.empty()) row.name = table.whole;
  return row;
}

TableNames names_of(const RowName& row, const ColumnReading& column, const TableContext& table,
                    const GrammarData& grammar) {
  TableNames names;
  const bool torn = count_code_points(column.name) == 1 && !contains_any("男女城乡", {column.name});  // 收|入
  const bool named = !column.name.empty() && !torn && row.name.find(column.name) == std::string::npos;
  const bool column_part = named && names_part(column.name, grammar);
  if (row.name.empty()) {
    names.indicator = named && !column_part ? column.name : table.indicator;
    if (column_part) names.scope = column.name;
    return names;
  }
  if (!row.part && named && !names_indicator(row.name, grammar) &&
      (names_indicator(column.name, grammar) ||
       ends_with_any(column.name, {"规模", "利率", "期限", "年限", "发行量", "发行额"}))) {
    names.indicator = column.name;
    names.scope = row.name;
    return names;
  }
  if (!row.part) {
    names.indicator = row.name;
    if (named) names.scope = column.name;
    if (row.shared && (names.scope.empty() || row.parent == table.function || row.parent == table.fund))
      names.subject = row.parent;
    if (!row.shared && !row.parent.empty() && names_part(row.parent, grammar) && names.scope.empty())
      names.scope = row.parent;
    return names;
  }
  names.scope = row.name;
  if (named && !column_part)
    names.indicator = column.name;
  else
    names.indicator = row.parent.empty() ? table.indicator : row.parent;
  if (names.indicator.empty()) names.indicator = row.parent.empty() ? row.name : row.parent;
  if (names.indicator == names.scope) names.scope.clear();
  if (named && column_part) names.subject = column.name;
  return names;
}

void enter_table(Context& context, const std::string& caption, const Sentence& sentence, const GrammarData& grammar) {
  TableContext& table = context.table;
  table = {};
  table.caption = caption;
  context.lead_period.clear();  // 这五年 is not told across a table
  std::string_view title = caption;
  if (title.starts_with("表") || title.starts_with("附表") || title.starts_with("续表")) {
    const size_t year = title.find("20");
    const size_t at = year == title.npos || year > 24 ? title.find(' ') : year;
    if (at != title.npos && at < title.size()) title.remove_prefix(at);
  }
  const Folded text = fold(title, 0);
  ByteSpan where;
  table.period = first_period(text, *sentence.meta, grammar, &where);
  if (table.period.size() >= 4) table.year = std::atoi(table.period.substr(0, 4).c_str());
  if (table.period.empty()) where = {};
  table.indicator = indicator_of(text.text, where);
  table.area = area_in(text.text, where, sentence.meta->region);
  if (const std::optional<Owner> owner = owner_in(text, {0, static_cast<uint32_t>(text.text.size())}, grammar))
    table.owner = owner->text;
  table.growth = tells_growth_only(text.text);
  table.status = status_in(text.text);
}

}  // namespace zhibiao
