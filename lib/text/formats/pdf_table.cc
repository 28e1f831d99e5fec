#include "text/formats/pdf_table.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/formats/pdf_head.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// What a line looks like to a table.
struct Shape {
  size_t groups = 0, figures = 0;
  bool is_listing = false;  // a line of a table of contents
  bool is_row() const { return groups >= 2 && figures >= 1 && !is_listing; }
};

Shape shape_of(const PdfLine& line) {
  Shape shape;
  const auto groups = line.groups();
  shape.groups = groups.size();
  for (const auto& group : groups) shape.figures += group.size() == 1 && is_figure(group.front().text);
  const std::string text = line.text();
  shape.is_listing = contains_any(text, {"……", "....", "·····"});
  // 一、 2025 年…: a numbered paragraph, not a row.
  if (groups.size() == 2 && text.size() > 90 && contains_any(text, {"，", "。"})) shape.figures = 0;
  return shape;
}

bool ends_sentence(const PdfLine& line) {
  const std::string text = line.text();
  return ends_with_any(text, {"。", "；", "："}) || (text.size() > 60 && contains(text, "，"));
}

bool is_unit_line(const PdfLine& line) { return contains_any(line.text(), {"单位：", "单位:", "單位"}); }

class Table {
 public:
  Table(const std::vector<PdfLine>& lines, const std::vector<Shape>& shapes, size_t begin, size_t end)
      : lines_(lines), shapes_(shapes), begin_(begin), end_(end) {}

  std::vector<std::string> rows() {
    find_columns();
    if (columns_.all.size() < 2) return {};
    std::vector<std::string> rows;
    for (size_t i = begin_; i < end_;) {
      const size_t next = behind_block(i);
      add_rows(i, next, rows);
      i = next;
    }
    return rows;
  }

 private:
  using Cells = PdfCells;

  // The stretches that rows with figures fill; those that overlap are one column. Beside them columns that only some
  // rows have words in: notes.
  void find_columns() {
    std::vector<PdfStretch> all;
    for (size_t i = begin_; i < end_; ++i) {
      if (shapes_[i].is_row()) add_stretches(lines_[i], all);
    }
    columns_.all = merged(std::move(all));
    std::vector<PdfStretch> beside;
    for (size_t i = begin_; i < end_ && !columns_.all.empty(); ++i) {
      for (const auto& group : lines_[i].groups()) {
        if (group.front().left > columns_.all.back().right) beside.push_back({group.front().left, group.back().right});
      }
      // Labels without figures may begin further left.
      columns_.all.front().left = std::min(columns_.all.front().left, lines_[i].left());
    }
    for (const PdfStretch& column : merged(std::move(beside))) columns_.all.push_back(column);
  }

  // Figures are cells of their own, also where they stand close to words: 930000 一、一般公共预算支出.
  static void add_stretches(const PdfLine& line, std::vector<PdfStretch>& all) {
    for (const auto& group : line.groups()) {
      for (size_t i = 0; i < group.size(); ++i) {
        const bool parts = i > 0 && is_amount(group[i].text) != is_amount(group[i - 1].text) &&
                           group[i].left - group[i - 1].right > group[i].size * 0.15 && !goes_on_date(group, i);
        if (i == 0 || parts) all.push_back({group[i].left, group[i].right});
        all.back().right = std::max(all.back().right, group[i].right);
      }
    }
  }

  // The second and third word of 6 月 23 日.
  static bool goes_on_date(const std::vector<PdfWord>& group, size_t i) {
    constexpr std::array<std::string_view, 3> kNames = {"年", "月", "日"};
    const auto names = [&](size_t k) {
      return k < group.size() && std::find(kNames.begin(), kNames.end(), group[k].text) != kNames.end();
    };
    return names(i) || (names(i - 1) && names(i + 1));
  }

  // A figure, and no year.
  static bool is_amount(std::string_view word) {
    const bool is_year = word.size() == 4 && starts_with_any(word, {"19", "20"}) && !contains_any(word, {".", ","});
    return is_figure(word) && !is_year;
  }

  static std::vector<PdfStretch> merged(std::vector<PdfStretch> all) {
    std::sort(all.begin(), all.end(), [](const PdfStretch& a, const PdfStretch& b) { return a.left < b.left; });
    std::vector<PdfStretch> columns;
    for (const PdfStretch& one : all) {
      if (!columns.empty() && one.left < columns.back().right - 1) {
        columns.back().right = std::max(columns.back().right, one.right);
      } else {
        columns.push_back(one);
      }
    }
    return columns;
  }

  // Lines that stand closer than rows do are of one row.
  size_t behind_block(size_t i) const {
    size_t next = i + 1;
    while (next < end_ && is_close(lines_[next - 1], lines_[next])) ++next;
    return next;
  }

  static bool is_close(const PdfLine& a, const PdfLine& b) {
    return std::abs(b.middle() - a.middle()) <= std::min(a.size(), b.size()) * 1.3 + 1;
  }

  void add_rows(size_t first, size_t last, std::vector<std::string>& rows) const {
    const auto anchors = std::count_if(shapes_.begin() + static_cast<std::ptrdiff_t>(first),
                                       shapes_.begin() + static_cast<std::ptrdiff_t>(last),
                                       [](const Shape& shape) { return shape.is_row(); });
    if (anchors <= 1) return add_row(first, last, rows);
    // Dense rows: what stands above the first is the head, what has no figures otherwise a row of its own.
    size_t head = first;
    while (head < last && !shapes_[head].is_row()) ++head;
    if (head > first) add_row(first, head, rows);
    for (size_t i = head; i < last; ++i) add_row(i, i + 1, rows);
  }

  void add_row(size_t first, size_t last, std::vector<std::string>& rows) const {
    const bool head = std::none_of(shapes_.begin() + static_cast<std::ptrdiff_t>(first),
                                   shapes_.begin() + static_cast<std::ptrdiff_t>(last),
                                   [](const Shape& shape) { return shape.is_row(); });
    if (head && last - first > 1) {
      for (const Cells& cells : head_cells(lines_, first, last, columns_)) add_cells(cells, rows);
      return;
    }
    Cells cells(columns_.all.size());
    for (size_t i = first; i < last; ++i) {
      for (const auto& group : lines_[i].groups()) {
        for (const PdfWord& word : group) cells[columns_.of(word)].push_back(word);
      }
    }
    add_cells(cells, rows);
  }

  static void add_cells(const Cells& cells, std::vector<std::string>& rows) {
    std::string row;
    for (const auto& cell : cells) row += (&cell == cells.data() ? "" : "\t") + joined(cell);
    if (row.find_first_not_of('\t') != std::string::npos) rows.push_back(std::move(row));
  }

  const std::vector<PdfLine>& lines_;
  const std::vector<Shape>& shapes_;
  size_t begin_, end_;
  PdfColumns columns_;
};

constexpr size_t kHeadLines = 8, kBetweenRows = 4;
constexpr double kNearHead = 4, kFarHead = 9;  // line heights

// The line behind the last row of the table whose first row is `row`.
size_t end_of_table(const std::vector<PdfLine>& lines, const std::vector<Shape>& shapes, size_t row) {
  size_t end = row + 1;
  for (size_t i = row + 1; i < lines.size() && i <= end + kBetweenRows; ++i) {
    if (shapes[i].is_listing || (ends_sentence(lines[i]) && !shapes[i].is_row())) break;
    if (shapes[i].is_row()) end = i + 1;
  }
  // A label's second half below the last row.
  while (end < lines.size() && shapes[end].figures == 0 && shapes[end].groups == 1 && !ends_sentence(lines[end]) &&
         lines[end].middle() - lines[end - 1].middle() < lines[end].size() * 1.3) {
    ++end;
  }
  return end;
}

// Is the line, or one close above it, the head of three columns and more? Such may stand far above the first row.
bool heads_columns(const std::vector<PdfLine>& lines, const std::vector<Shape>& shapes, size_t i, size_t floor) {
  for (size_t above = i;; --above) {
    if (shapes[above].groups > 2 && shapes[above].figures == 0) return true;
    if (above <= floor || i - above > 1 || lines[above].middle() - lines[above - 1].middle() > lines[i].size() * 2)
      return false;
  }
}

// The first line of its head: up to the unit line, the title, or running text.
size_t begin_of_table(const std::vector<PdfLine>& lines, const std::vector<Shape>& shapes, size_t row, size_t floor) {
  size_t begin = row;
  const double size = lines[row].size();
  while (begin > floor && begin + kHeadLines > row) {
    const PdfLine& line = lines[begin - 1];
    const bool is_title = line.size() > size * 1.25 || line.text().starts_with("表");
    if (is_title || is_unit_line(line) || ends_sentence(line) || shapes[begin - 1].is_listing) break;
    const double reach = heads_columns(lines, shapes, begin - 1, floor) ? kFarHead : kNearHead;
    if (lines[begin].middle() - line.middle() > size * reach) break;
    --begin;
  }
  return begin;
}

}  // namespace

std::vector<PdfTable> tables_among(const std::vector<PdfLine>& lines) {
  std::vector<Shape> shapes;
  for (const PdfLine& line : lines) shapes.push_back(shape_of(line));
  std::vector<PdfTable> tables;
  size_t floor = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!shapes[i].is_row()) continue;
    const size_t end = end_of_table(lines, shapes, i), begin = begin_of_table(lines, shapes, i, floor);
    const auto rows = std::count_if(shapes.begin() + static_cast<std::ptrdiff_t>(i),
                                    shapes.begin() + static_cast<std::ptrdiff_t>(end),
                                    [](const Shape& shape) { return shape.is_row(); });
    if (rows < 2 && shapes[i].figures < 2) continue;
    PdfTable table{begin, end, Table(lines, shapes, begin, end).rows()};
    if (table.rows.empty()) continue;
    tables.push_back(std::move(table));
    floor = end;
    i = end - 1;
  }
  return tables;
}

}  // namespace zhibiao
