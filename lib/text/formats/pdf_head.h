// The head of a table in a PDF: which words stand over one column and which over several, 2025年执行数 over 金额 and
// 增长%.
#pragma once

#include <cstddef>
#include <vector>

#include "text/formats/pdf_page.h"

namespace zhibiao {

struct PdfStretch {
  double left = 0, right = 0;
};

struct PdfColumns {
  std::vector<PdfStretch> all;  // from left to right

  // The column that shares most with the word, or is nearest to it. REQUIRES: there is one.
  size_t of(const PdfWord& word) const;
};

using PdfCells = std::vector<std::vector<PdfWord>>;  // by column

// The rows that lines [first, last), which hold no figures, make: one or two. What stands over several columns makes a
// row with the heads of the others, what stands below it a second one.
std::vector<PdfCells> head_cells(const std::vector<PdfLine>& lines, size_t first, size_t last,
                                 const PdfColumns& columns);

}  // namespace zhibiao
