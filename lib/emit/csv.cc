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

namespace {

// How many bytes at text[at] are a control character other than a line break or a tab, or turn the direction of text:
// they do nothing in a table and something on a terminal.
size_t control_at(std::string_view text, size_t at) {
  const auto byte = [&text, at](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned first = byte(0);
  if (first < 0x20) return first != '\n' && first != '\r' && first != '\t' ? 1 : 0;
  if (first == 0x7f) return 1;
  if (first == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return 2;
  if (first != 0xE2) return 0;
  const bool overrides = byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE;
  return overrides || (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) ? 3 : 0;
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
  const bool quoted = text.find_first_of(",\"\r\n\t") != std::string_view::npos || text.starts_with(' ');
  if (quoted) out += '"';
  for (size_t at = 0; at < text.size();) {
    if (const size_t control = control_at(text, at); control > 0) {
      at += control;
      continue;
    }
    if (text[at] == '"') out += '"';
    out += text[at++];
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
