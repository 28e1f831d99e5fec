// Cells for spreadsheets: CSV after RFC 4180, tab-separated, and Markdown.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao {

// Text that a spreadsheet would run as a formula (=HYPERLINK(…), +1, -1, @SUM) gets a ' in front. A cell that is a
// plain number (-2.6) is left alone.
std::string without_formula(std::string_view text);

// Appends the text, quoted where RFC 4180 asks for it; control characters but line breaks and tabs go, and marks that
// turn the direction of text.
void append_csv_cell(std::string& out, std::string_view text);

// Appends the text on one line; | and \ and < are escaped.
void append_markdown_cell(std::string& out, std::string_view text);

}  // namespace zhibiao
