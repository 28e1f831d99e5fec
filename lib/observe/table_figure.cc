#include "observe/table_figure.h"

#include <utility>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr std::pair<std::string_view, Bound> kBefore[] = {
    {"≥", Bound::at_least}, {"≧", Bound::at_least}, {"≤", Bound::at_most}, {"≦", Bound::at_most}, {">", Bound::more},
    {"＞", Bound::more},    {"<", Bound::less},     {"＜", Bound::less},   {"约", Bound::about},  {"第", Bound::exact}};
constexpr std::pair<std::string_view, Bound> kBehind[] = {
    {"及以上", Bound::at_least}, {"以上", Bound::at_least}, {"及以内", Bound::at_most}, {"以内", Bound::at_most},
    {"以下", Bound::at_most},    {"左右", Bound::about},    {"上下", Bound::about}};

// -, －, − and ↓ make it negative; + and ↑ say nothing.
bool take_sign(std::string_view& cell) {
  for (const std::string_view sign : {"-", "－", "−", "–", "—", "↓"}) {
    if (!cell.starts_with(sign)) continue;
    cell.remove_prefix(sign.size());
    return true;
  }
  for (const std::string_view sign : {"+", "＋", "↑"})
    if (cell.starts_with(sign)) cell.remove_prefix(sign.size());
  return false;
}

std::string take_number(std::string_view& cell) {
  std::string number;
  while (!cell.empty()) {
    const CodePoint point = code_point_at(cell, 0);
    if (is_ascii_digit(point.value) || point.value == '.')
      number += cell[0];
    else if (point.value != ',' && point.value != U'，')
      break;
    cell.remove_prefix(point.length);
  }
  return number;
}

// 1,234.5: what most cells hold. nullopt for all else.
std::optional<Decimal> plain_number(std::string_view cell) {
  char digits[24];
  size_t size = 0;
  if (cell.size() > sizeof digits) return std::nullopt;
  for (const char c : cell) {
    if (c == ',') continue;
    if (!is_ascii_digit(static_cast<unsigned char>(c)) && c != '.') return std::nullopt;
    digits[size++] = c;
  }
  return Decimal::parse({digits, size});
}

// 66,3  30: spaces inside a group of three digits.
std::string regrouped(std::string_view cell) {
  std::string whole;
  size_t group = 0;  // digits behind the last comma
  bool grouped = false;
  for (const char c : cell) {
    if (c == ' ' && grouped && group < 3) continue;
    if (c != ',' && !is_ascii_digit(static_cast<unsigned char>(c))) return std::string(cell);
    group = c == ',' ? 0 : group + 1;
    grouped = grouped || c == ',';
    whole += c;
  }
  return whole;
}

}  // namespace

std::optional<TableFigure> table_figure(std::string_view written) {
  std::string whole;
  if (contains(written, " ")) whole = regrouped(written);
  std::string_view cell = whole.empty() ? written : whole;
  TableFigure figure;
  if (std::optional<Decimal> plain = plain_number(cell)) {
    figure.value = *plain;
    return figure;
  }
  for (const auto& [word, bound] : kBefore) {
    if (!cell.starts_with(word)) continue;
    figure.bound = bound;
    cell.remove_prefix(word.size());
  }
  const bool open = cell.starts_with("(") || cell.starts_with("（");
  if (open) cell.remove_prefix(cell[0] == '(' ? 1 : 3);
  const bool negative = take_sign(cell);
  const auto value = Decimal::parse(take_number(cell));
  if (!value) return std::nullopt;
  for (const std::string_view close : {")", "）"})
    if (open && cell.ends_with(close)) cell.remove_suffix(close.size());
  for (const auto& [word, bound] : kBehind) {
    if (!cell.ends_with(word)) continue;
    figure.bound = bound;
    cell.remove_suffix(word.size());
    break;
  }
  figure.value = negative != open ? -*value : *value;
  figure.unit = cell == "％" ? "%" : std::string(cell);
  return figure;
}

}  // namespace zhibiao
