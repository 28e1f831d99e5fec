#include "segment/close_heads.h"

#include <algorithm>
#include <numeric>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

using Cells = std::vector<std::string>;

constexpr size_t kMostWords = 8, kLongestCell = 72;  // of a cell; bytes

enum class CellKind : uint8_t { none, name, code, unit, figure, remark };

size_t count_in(std::string_view text, std::string_view word) {
  size_t found = 0;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++found;
  return found;
}

bool is_one_of(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text == word; });
}

std::string_view without_year(std::string_view cell) {
  if (cell.size() < 7 || !cell.starts_with("20") || !cell.substr(4).starts_with("年")) return cell;
  cell.remove_prefix(7);
  if (cell.starts_with("度")) cell.remove_prefix(3);
  return cell;
}

// 2025年执行数, 变动预算数, 上年同期数: one amount and no more.
bool is_amount(std::string_view cell) {
  const std::string_view bare = without_year(cell);
  if (is_one_of(bare, {"一般债务", "专项债务", "本金", "利息", "预算", "决算"})) return true;
  if (cell.find_first_of("0123456789%", cell.size() - bare.size()) != cell.npos) return false;
  if (starts_with_any(bare, {"为", "占", "比", "较", "增", "项目", "科目", "收入", "支出"})) return false;
  size_t amounts = 0;
  for (const std::string_view word : {"数", "金额", "合计", "小计", "总额", "余额", "限额"})
    amounts += count_in(bare, word);
  return amounts == 1 && bare.size() <= 24 &&
         ends_with_any(bare, {"数", "金额", "合计", "小计", "总额", "余额", "限额"});
}

// 为年度预算%, 较上年增减%, 完成变动预算数%.
bool is_rate(std::string_view cell) {
  constexpr size_t kLongest = 40;
  return cell.size() <= kLongest && cell.find('%') + 1 == cell.size() &&
         starts_with_any(cell, {"为", "占", "完成", "比", "较", "增", "同比", "可比"});
}

// 企业职工基本养老保险基金, 基本医疗保险统筹基金（含单建统筹）: members of a list in a row, each of some lines.
bool is_fund(std::string_view cell) {
  const size_t opened = count_in(cell, "(") + count_in(cell, "（"), closed = count_in(cell, ")") + count_in(cell, "）");
  return opened == closed && contains_any(cell, {"保险"}) && count_in(cell, "基金") == 1 &&
         ends_with_any(cell, {"基金", ")", "）"}) && !contains_any(cell, {"合计", "小计", "项目", "科目", "数", "额"});
}

CellKind kind_of_cell(std::string_view cell, size_t words) {
  if (cell.size() > kLongestCell) return CellKind::none;
  if (is_one_of(cell, {"科目编码", "科目代码", "编码", "代码", "序号", "政府经济分类科目", "支出功能科目"}))
    return CellKind::code;
  if (is_one_of(cell, {"项目", "科目", "预算科目", "科目名称", "功能科目", "功能分类科目名称", "功能科目名称", "地区",
                       "项目内容", "指标文件", "收入", "支出", "收入支出", "收入项目", "支出项目", "市县"}))
    return CellKind::name;
  if (is_one_of(cell, {"单位", "计量单位"})) return CellKind::unit;
  if (is_one_of(cell, {"备注", "项目明细", "说明"})) return CellKind::remark;
  if (is_amount(cell) || is_rate(cell) || is_fund(cell)) return CellKind::figure;
  return words == 1 && ends_with_any(cell, {"预算收入", "预算支出"}) ? CellKind::name : CellKind::none;
}

struct HeadCell {
  CellKind kind;
  std::string text;
};

// The longest cells in order; none where a word is left.
std::vector<HeadCell> cells_of(const Cells& words) {
  std::vector<HeadCell> cells;
  for (size_t i = 0; i < words.size();) {
    HeadCell best{CellKind::none, ""};
    size_t behind = i;
    std::string cell;
    for (size_t j = i; j < words.size() && j < i + kMostWords; ++j) {
      cell += words[j];
      const CellKind kind = kind_of_cell(cell, j + 1 - i);
      if (kind != CellKind::none) best = {kind, cell}, behind = j + 1;
    }
    if (best.kind == CellKind::none) return {};
    cells.push_back(std::move(best));
    i = behind;
  }
  return cells;
}

// 预算数 完成数 | 金额 完成预算数% 增减%: what 金额 begins stands under the last head before it; the amount itself
// takes that head's name.
Cells spread_out(Cells heads, const Cells& below) {
  if (heads.empty() || below.empty()) return {};
  heads.insert(heads.end(), below.begin() + 1, below.end());
  return heads;
}

bool is_sum(const std::string& head) { return head == "合计" || head == "小计"; }

// 债务限额 债务余额 | 合计 一般债务 专项债务 合计 一般债务 专项债务: groups, and the same parts under each.
Cells crossed(const Cells& heads) {
  const auto sum = std::find_if(heads.begin(), heads.end(), is_sum);
  const auto groups = static_cast<size_t>(sum - heads.begin());
  if (sum == heads.end() || groups < 2 || (heads.size() - groups) % groups != 0) return heads;
  const size_t parts = (heads.size() - groups) / groups;
  Cells out;
  for (size_t i = groups; i < heads.size(); ++i) {
    if (heads[i] != heads[groups + (i - groups) % parts]) return heads;
    out.push_back(heads[(i - groups) / parts] + (is_sum(heads[i]) ? "" : heads[i]));
  }
  return out;
}

// 项目 预算数 完成数 项目 变动预算数 执行数 | 金额 增减% 金额 增减%: the second line is that of both sides.
void part_amounts(std::vector<Cells>& sides) {
  Cells& last = sides.back();
  const auto amounts = static_cast<size_t>(std::count(last.begin(), last.end(), "金额"));
  const auto first = std::find(last.begin(), last.end(), "金额");
  if (amounts != sides.size() || first == last.begin()) return;
  if (sides.size() == 2 && std::find(sides[0].begin(), sides[0].end(), "金额") != sides[0].end()) return;
  const Cells below(first, last.end());
  last.erase(first, last.end());
  auto begin = below.begin();
  for (Cells& side : sides) {
    const auto end = std::find(begin + 1, below.end(), "金额");
    side = spread_out(std::move(side), Cells(begin, end));
    begin = end;
  }
}

}  // namespace

std::vector<std::string> close_words(std::string_view line) {
  const auto lone = [](std::string_view word) { return word.size() == 3 && is_hanzi_lead(word[0]); };
  Cells words;
  bool joins = false;  // the word before is one Hanzi, or several that were
  for (size_t begin = 0; begin < line.size();) {
    const size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) {
      std::string word = folded(line.substr(begin, end - begin));
      const bool now = lone(word);
      if (now && joins)
        words.back() += word;
      else
        words.push_back(std::move(word));
      joins = now;
    }
    begin = end + 1;
  }
  return words;
}

std::optional<CloseHeads> close_heads(std::string_view text, const std::vector<TextLine>& lines, size_t first,
                                      size_t last) {
  Cells words;
  for (size_t i = first; i < last; ++i)
    for (std::string& word : close_words(lines[i].in(text))) words.push_back(std::move(word));
  CloseHeads heads;
  bool named = false, revenue = false;
  for (HeadCell& cell : cells_of(words)) {
    const bool side = cell.kind == CellKind::name;
    revenue = revenue || (side && cell.text.ends_with("收入"));
    heads.revenue_first = heads.revenue_first || (side && revenue && cell.text.ends_with("支出"));
    heads.numbered = heads.numbered || cell.kind == CellKind::code;
    heads.measured = heads.measured || cell.kind == CellKind::unit;
    heads.remarked = cell.kind == CellKind::remark;
    if (cell.kind == CellKind::figure) {
      if (named || heads.sides.empty()) heads.sides.emplace_back();
      heads.sides.back().push_back(std::move(cell.text));
    }
    named = cell.kind == CellKind::name || cell.kind == CellKind::code || cell.kind == CellKind::unit;
  }
  if (heads.sides.empty() || heads.sides.size() > 2 || (heads.remarked && heads.sides.size() > 1)) return std::nullopt;
  part_amounts(heads.sides);
  for (Cells& side : heads.sides) side = crossed(side);
  const bool whole =
      std::none_of(heads.sides.begin(), heads.sides.end(), [](const Cells& side) { return side.empty(); });
  return whole ? std::optional(std::move(heads)) : std::nullopt;
}

}  // namespace zhibiao
