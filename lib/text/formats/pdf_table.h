// Tables on a PDF's page: nothing marks them but how words and figures stand below each other.
#pragma once

#include <string>
#include <vector>

#include "text/formats/pdf_page.h"

namespace zhibiao {

struct PdfTable {
  size_t begin = 0, end = 0;      // lines of the page
  std::vector<std::string> rows;  // cells separated by TABs
};

// From top to bottom. The lines of a table's head are one row; words that wrap within a cell are joined.
std::vector<PdfTable> tables_among(const std::vector<PdfLine>& lines);

}  // namespace zhibiao
