#include "segment/table_parted.h"

#include <algorithm>

#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

using Cells = std::vector<std::string>;

// 决算数为预 决算数为上: the cells of a line, those one space apart too.
Cells cells_of(std::string_view text, const TableLine& line) {
  constexpr size_t kShort = 6;
  Cells cells;
  for (const TablePiece& piece : line.pieces) {
    std::string_view rest = piece.in(text);
    for (size_t space = rest.find(' '); space != rest.npos; space = rest.find(' ', space + 1)) {
      if (space < kShort || rest.size() - space <= kShort || rest[space + 1] == '%') continue;
      cells.push_back(folded(rest.substr(0, space)));
      rest.remove_prefix(std::min(rest.find_first_not_of(' ', space), rest.size()));
      space = 0;
    }
    cells.push_back(folded(rest));
  }
  return cells;
}

size_t count_in(std::string_view text, std::string_view word) {
  size_t found = 0;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++found;
  return found;
}

// 执行数为 | 执行数为 | （调整）预算数 执行数 （调整）预算 | 上年执行数的% | 数的%: of a budget and what was carried
// out there is one order only: the two amounts, then what the second is of the first and of the year before.
Cells carried_out(const std::vector<Cells>& lines, size_t figures) {
  std::string all;
  for (const Cells& line : lines)
    for (const std::string& cell : line) all += cell;
  const std::string done = contains_any(all, {"决算数为"}) ? "决算数" : "执行数";
  const std::string ratio = done + "为";
  const size_t ratios = count_in(all, ratio);
  const bool last_year = contains_any(all, {"上年执行数的%", "执行数为上年", "决算数为上", "上年决"});
  const bool fits = ratios == count_in(all, "%") && figures == ratios + 2 && ratios == (last_year ? 2U : 1U);
  if (!fits || !contains_any(all, {"预算", "整）预"})) return {};
  const std::string budget = std::string(contains_any(all, {"汇总"}) ? "汇总" : "") +
                             (contains_any(all, {"（调", "(调"}) ? "（调整）预算数" : "预算数");
  Cells heads{budget, done, ratio + budget + "的%"};
  if (last_year) heads.push_back(ratio + "上年" + done + "的%");
  return heads;
}

bool heads_names(std::string_view cell) {
  return starts_with_any(cell, {"项目", "地区", "科目", "预算科目", "指标", "收入项目", "支出项目", "投向领域"});
}

std::string year_of(std::string_view cell) {
  return cell.starts_with("20") && cell.substr(4).starts_with("年") ? std::string(cell.substr(0, 4)) : "";
}

bool is_total(const std::string& cell) { return cell == "合计" || cell == "小计" || cell == "总计"; }

// 一般债务 专项债务 | 地区 合计 | 新增一 再融资 新增专 再融资 | 小计 小计 | 般债券 一般债券 项债券 专项债券: in each
// group its sum comes first.
Cells sums_and_parts(const std::vector<Cells>& lines, size_t figures) {
  if (lines.size() < 4) return {};
  const size_t n = lines.size();
  const Cells &above = lines[n - 3], &sums = lines[n - 2], &below = lines[n - 1], &groups = lines.front();
  const size_t count = sums.size();
  const bool fits = count > 0 && std::all_of(sums.begin(), sums.end(), is_total) && groups.size() == count &&
                    above.size() == below.size() && above.size() % count == 0 &&
                    std::none_of(above.begin(), above.end(), is_total);
  if (!fits) return {};
  Cells heads;
  for (size_t i = 1; i + 3 < n; ++i)
    std::copy_if(lines[i].begin(), lines[i].end(), std::back_inserter(heads), is_total);
  const size_t parts = above.size() / count;
  for (size_t g = 0; g < count; ++g) {
    heads.push_back(groups[g] + sums[g]);
    for (size_t i = g * parts; i < (g + 1) * parts; ++i) heads.push_back(above[i] + below[i]);
  }
  return heads.size() == figures ? heads : Cells();
}

// 全市 before 市级 before 区县.
int level_of(const std::string& head) {
  if (starts_with_any(head, {"全市", "全省"})) return 1;
  if (starts_with_any(head, {"市级", "市本级", "省级", "省本级", "本级"})) return 2;
  return starts_with_any(head, {"区县", "县区", "市县", "县市区"}) ? 3 : 0;
}

// 决算数为预 决算数为上 | 项目 预算数 决算数 | 算数的% 年决算数的%: what stands above and below the line with the
// names' header are halves; wholes in % come last. 2025年（调整） | 项目 2026年预算数 | 预算数: of two years the
// earlier is first.
Cells bracketed(const std::vector<Cells>& lines, size_t figures) {
  size_t middle = 0;
  while (middle < lines.size() && (lines[middle].empty() || !heads_names(lines[middle].front()))) ++middle;
  if (middle == 0 || middle + 1 >= lines.size()) return {};
  Cells above, below, heads(lines[middle].begin() + 1, lines[middle].end());
  for (size_t i = 0; i < middle; ++i) above.insert(above.end(), lines[i].begin(), lines[i].end());
  for (size_t i = middle + 1; i < lines.size(); ++i) below.insert(below.end(), lines[i].begin(), lines[i].end());
  if (above.size() != below.size()) return {};
  if (heads.size() > 1 && above.size() > 1 &&
      heads.size() + above.size() == figures + 1) {  // 决算数为 | 上年决算数 | 的%: one in three lines
    above.back() += heads.back();
    heads.pop_back();
  }
  if (heads.size() + above.size() != figures) return {};
  const size_t whole = heads.size();
  for (size_t i = 0; i < above.size(); ++i) heads.push_back(above[i] + below[i]);
  if (std::none_of(heads.begin(), heads.end(), [](const auto& head) { return level_of(head) == 0; })) {
    std::stable_sort(heads.begin(), heads.end(),
                     [](const auto& a, const auto& b) { return level_of(a) < level_of(b); });
    const auto same = [](const auto& a, const auto& b) { return level_of(a) == level_of(b); };
    return std::adjacent_find(heads.begin(), heads.end(), same) == heads.end() ? heads : Cells();
  }
  const auto rate = [](const std::string& head) { return head.ends_with("%"); };
  const auto begin = heads.begin(), behind = begin + static_cast<std::ptrdiff_t>(whole);
  if (std::all_of(begin, behind, is_total)) return heads;
  if (whole > 0 && std::all_of(behind, heads.end(), rate) && std::none_of(begin, behind, rate)) return heads;
  if (whole > 0 && std::none_of(behind, heads.end(), rate) && std::all_of(begin, behind, rate)) {
    std::rotate(heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(whole), heads.end());
    return heads;
  }
  if (whole != 1 || heads.size() != 2 || year_of(heads[0]).empty() || year_of(heads[1]).empty()) return {};
  if (year_of(heads[1]) < year_of(heads[0])) std::swap(heads[0], heads[1]);
  return heads;
}

// 2025年执行数 2026年预算数 | 项目 | 金额 金额 增长%: each 金额 begins what stands under the next.
Cells by_amount(const std::vector<Cells>& lines, size_t figures) {
  const Cells& inner = lines.back();
  if (inner.empty() || inner.size() != figures || inner.front() != "金额") return {};
  const auto amounts = static_cast<size_t>(std::count(inner.begin(), inner.end(), "金额"));
  Cells outer = lines.front();
  if (!outer.empty() && heads_names(outer.front())) outer.erase(outer.begin());
  if (outer.size() != amounts || amounts < 2 || amounts == inner.size()) return {};
  Cells heads;
  size_t group = 0;
  for (const std::string& cell : inner) {
    group += cell == "金额" ? 1 : 0;
    heads.push_back(outer[group - 1] + cell);
  }
  return heads;
}

// 2025年执行数 | 2025年 | 项目 | 比上年 | 预算数 | 金额 占预算% | 增长%: what an amount is told of stands above all,
// its rates behind it, what is left before it.
Cells amount_and_rates(const std::vector<Cells>& lines, size_t figures) {
  if (lines.front().size() != 1 || year_of(lines.front()[0]).empty()) return {};
  if (!ends_with_any(lines.front()[0], {"执行数", "预算数", "决算数"})) return {};
  Cells left, rates;
  std::string growth;
  size_t amounts = 0;
  for (size_t i = 1; i < lines.size(); ++i) {
    for (const std::string& cell : lines[i]) {
      if (heads_names(cell)) continue;
      if (cell == "金额")
        ++amounts;
      else if (cell.starts_with("占") && cell.ends_with("%"))
        rates.push_back(cell);
      else if (starts_with_any(cell, {"比上年", "可比"}) || cell.ends_with("增长%"))
        growth += cell;
      else
        left.push_back(cell);
    }
  }
  if (amounts != 1 || !starts_with_any(growth, {"比上年", "可比"}) || !growth.ends_with("增长%")) return {};
  const size_t half = left.size() / 2;  // 2024年 2025年 | 决算数 预算数
  const auto years = static_cast<size_t>(std::count_if(
      left.begin(), left.end(), [](const auto& cell) { return !year_of(cell).empty() && cell.size() == 7; }));
  if (years > 0 && years == half && left.size() == 2 * half && !year_of(left[half - 1]).empty()) {
    for (size_t i = 0; i < half; ++i) left[i] += left[half + i];
    left.resize(half);
  }
  if (left.size() > 2 || left.size() + 2 + rates.size() != figures) return {};
  Cells heads = left;
  heads.push_back(lines.front()[0] + "金额");
  heads.insert(heads.end(), rates.begin(), rates.end());
  heads.push_back(growth);
  return heads;
}

bool is_bare_year(const std::string& cell) { return cell.size() == 7 && !year_of(cell).empty(); }

// 2026年预算数 | 2025年 2025年 2026年 | 项目 为上年执行 | 预算数 预计执行数 预算数 | 数的%: years over amounts; what
// else there is heads the one rate, the last.
Cells years_and_ratio(const std::vector<Cells>& lines, size_t figures) {
  Cells heads;
  std::string ratio;
  bool whole = false;
  for (Cells line : lines) {
    if (!line.empty() && heads_names(line.front())) line.erase(line.begin());
    const auto amount = [](const std::string& cell) { return cell.ends_with("数") && year_of(cell).empty(); };
    if (heads.empty() && line.size() > 1 && std::all_of(line.begin(), line.end(), is_bare_year)) {
      heads = line;
    } else if (!whole && line.size() > 1 && line.size() == heads.size() &&
               std::all_of(line.begin(), line.end(), amount)) {
      whole = true;
      for (size_t i = 0; i < heads.size(); ++i) heads[i] += line[i];
    } else {
      for (const std::string& cell : line) ratio += cell;
    }
  }
  if (!whole || heads.size() + 1 != figures || !ratio.ends_with("%") || !contains_any(ratio, {"为"})) return {};
  heads.push_back(ratio);
  return heads;
}

}  // namespace

std::vector<std::string> parted_heads(std::string_view text, const std::vector<TableLine>& headers, size_t figures) {
  if (headers.size() < 2) return {};
  std::vector<Cells> lines;
  for (const TableLine& header : headers) lines.push_back(cells_of(text, header));
  Cells heads = carried_out(lines, figures);
  if (heads.empty()) heads = bracketed(lines, figures);
  if (heads.empty()) heads = sums_and_parts(lines, figures);
  if (heads.empty()) heads = by_amount(lines, figures);
  if (heads.empty()) heads = years_and_ratio(lines, figures);
  return heads.empty() ? amount_and_rates(lines, figures) : heads;
}

}  // namespace zhibiao
