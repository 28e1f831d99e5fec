// The words of a PDF's page where they stand, and the visual lines that they make. Nothing of this knows poppler.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

// Points from the page's upper left corner.
struct PdfWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  // of the font
  std::string text;

  double middle() const { return (top + bottom) / 2; }
  double centre() const { return (left + right) / 2; }
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfWord> words;
};

// Words at one height, from left to right.
struct PdfLine {
  std::vector<PdfWord> words;
  double height = 0;  // of the page it stands on

  double left() const { return words.front().left; }
  double right() const;
  double middle() const;
  double size() const;  // of the largest font
  std::string text() const;
  // Groups of words that a wide gap parts: what may be cells.
  std::vector<std::vector<PdfWord>> groups() const;
};

// 107,428 -13.06 101.0% - —: what stands alone in the cells of a table.
bool is_figure(std::string_view word);

// The text of words that stand side by side: a space where two Latin words meet or the gap is wide.
std::string joined(const std::vector<PdfWord>& words);

// From top to bottom; of a page in two columns first the left one.
std::vector<PdfLine> lines_of(const PdfPage& page);

}  // namespace zhibiao
