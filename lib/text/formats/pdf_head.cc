#include "text/formats/pdf_head.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace zhibiao {

namespace {

class Head {
 public:
  Head(const std::vector<PdfLine>& lines, size_t first, size_t last, const PdfColumns& columns)
      : lines_(lines), first_(first), last_(last), columns_(columns) {}

  std::vector<PdfCells> rows() const {
    PdfCells upper(columns_.all.size()), lower(columns_.all.size());
    std::vector<bool> spanned(columns_.all.size(), false);
    for (size_t i = first_; i < last_; ++i) {
      for (const auto& group : lines_[i].groups()) {
        const Span span = span_of(group, i);
        if (span.end - span.begin < 2) {
          for (const PdfWord& word : group)
            (spanned[columns_.of(word)] ? lower : upper)[columns_.of(word)].push_back(word);
          continue;
        }
        upper[span.begin] = group;
        std::fill(spanned.begin() + static_cast<std::ptrdiff_t>(span.begin),
                  spanned.begin() + static_cast<std::ptrdiff_t>(span.end), true);
      }
    }
    return {std::move(upper), std::move(lower)};
  }

 private:
  struct Span {
    size_t begin = 0, end = 0;  // columns
  };

  // The columns that the group of line `line` heads together: all else in the head that belongs to them stands in one
  // line below it, and it stands over their middle. None if it heads one column only.
  Span span_of(const std::vector<PdfWord>& group, size_t line) const {
    constexpr double kNearMiddle = 0.3, kForWidth = 0.1;  // of a column's width
    const std::vector<size_t> below = lines_of_heads(line);
    const PdfStretch realm = realm_of(group, line);
    const double centre = centre_of(group);
    Span best;
    if (heads_each(group)) return best;
    double least = 1e9;
    for (size_t begin = 1; begin < columns_.all.size(); ++begin) {
      if (below[begin] <= line || below[begin] >= last_) continue;
      for (size_t end = begin + 2; end <= columns_.all.size() && below[end - 1] == below[begin]; ++end) {
        const PdfStretch head = stretch_in(below[begin], begin), tail = stretch_in(below[begin], end - 1);
        const double off = std::abs((head.left + tail.right) / 2 - centre);
        const auto columns = static_cast<double>(end - begin);
        const double off_by = off * columns / (tail.right - head.left), cost = off_by - kForWidth * columns;
        const bool ours = realm.left < (head.left + head.right) / 2 && (tail.left + tail.right) / 2 < realm.right;
        if (ours && off_by <= kNearMiddle && cost < least) best = {begin, end}, least = cost;
      }
    }
    return best;
  }

  // 到期 应付 over 本金 利息, 2025年 2026年: the first lines of as many heads. But 2025 年执行数 is one.
  bool heads_each(const std::vector<PdfWord>& group) const {
    std::vector<std::string> parts(columns_.all.size());
    for (const PdfWord& word : group) parts[columns_.of(word)] += word.text;
    parts.erase(std::remove(parts.begin(), parts.end(), ""), parts.end());
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
             return part.size() == parts.front().size() && !is_figure(part);
           });
  }

  // What the words of a line fill of a column.
  PdfStretch stretch_in(size_t line, size_t column) const {
    PdfStretch filled{columns_.all[column].right, columns_.all[column].left};
    for (const PdfWord& word : lines_[line].words) {
      if (columns_.of(word) != column) continue;
      filled = {std::min(filled.left, word.left), std::max(filled.right, word.right)};
    }
    return filled;
  }

  // For each column the one line of the head that holds all of its words but those of `line`; `last_` when there are
  // several, 0 when there is none.
  std::vector<size_t> lines_of_heads(size_t line) const {
    std::vector<size_t> found(columns_.all.size(), 0);
    for (size_t i = first_; i < last_; ++i) {
      for (const PdfWord& word : lines_[i].words) {
        size_t& own = found[columns_.of(word)];
        if (i != line) own = own == 0 || own == i ? i : last_;
      }
    }
    return found;
  }

  // Halfway to the groups on both sides in its line.
  PdfStretch realm_of(const std::vector<PdfWord>& group, size_t line) const {
    PdfStretch realm{-1e9, 1e9};
    const double centre = centre_of(group);
    for (const auto& other : lines_[line].groups()) {
      const double halfway = (centre_of(other) + centre) / 2;
      if (centre_of(other) < centre) realm.left = std::max(realm.left, halfway);
      if (centre_of(other) > centre) realm.right = std::min(realm.right, halfway);
    }
    return realm;
  }

  static double centre_of(const std::vector<PdfWord>& group) { return (group.front().left + group.back().right) / 2; }

  const std::vector<PdfLine>& lines_;
  const size_t first_, last_;
  const PdfColumns& columns_;
};

}  // namespace

size_t PdfColumns::of(const PdfWord& word) const {
  size_t best = 0;
  double most = -1e9;
  for (size_t i = 0; i < all.size(); ++i) {
    const double shared = std::min(word.right, all[i].right) - std::max(word.left, all[i].left);
    if (shared > most) {
      most = shared;
      best = i;
    }
  }
  return best;
}

std::vector<PdfCells> head_cells(const std::vector<PdfLine>& lines, size_t first, size_t last,
                                 const PdfColumns& columns) {
  return Head(lines, first, last, columns).rows();
}

}  // namespace zhibiao
