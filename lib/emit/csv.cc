#include "emit/csv.h"

#include "emit/width.h"
#include "mention/decimal.h"

namespace zhibiao {

std::string without_formula(std::string_view text) {
  constexpr std::string_view kStarts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  for (std::string_view start : kStarts) {
    if (text.starts_with(start)) return Decimal::parse(text) ? std::string(text) : "'" + std::string(text);
  }
  return std::string(text);
}

void append_csv_cell(std::string& out, std::string_view text) {
  const bool quoted = text.find_first_of(",\"\r\n\t") != std::string_view::npos || text.starts_with(' ');
  if (quoted) out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f) continue;
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

void append_markdown_cell(std::string& out, std::string_view text) {
  for (const char c : plain_line(text)) {
    if (c == '|' || c == '\\') out += '\\';
    if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
}

}  // namespace zhibiao
