#include "panel/delimited.h"

#include <algorithm>
#include <optional>
#include <string>

#include "text/decode.h"
#include "text/error.h"

namespace zhibiao {
namespace {

constexpr size_t kSample = 20;  // lines that are looked at for the separator

class DelimitedReader {
 public:
  DelimitedReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // nullopt at the end.
  std::optional<SheetRow> next() {
    if (at_ >= text_.size()) return std::nullopt;
    SheetRow row{line_, {}};
    do {
      row.cells.push_back(cell());
    } while (take(separator_));
    const bool returns = take('\r');  // alone it ends a line too
    if (take('\n') || returns) ++line_;
    return row;
  }

 private:
  bool take(char c) {
    const bool is_there = at_ < text_.size() && text_[at_] == c;
    at_ += is_there;
    return is_there;
  }

  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  std::string cell() {
    std::string out;
    if (take('"')) quoted(out);
    while (at_ < text_.size() && !ends_cell(text_[at_])) out += text_[at_++];
    return out;
  }

  void quoted(std::string& out) {
    const uint32_t begin = line_;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (c == '"' && !take('"')) return;
      out += c;
    }
    throw Error("line " + std::to_string(begin) + ": a quote without its end");
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
  uint32_t line_ = 1;
};

// How many of the first lines have as many cells as the first, times how many those are.
size_t fit(std::string_view text, char separator) try {
  DelimitedReader reader(text, separator);
  size_t cells = 0, agreeing = 0;
  for (size_t i = 0; i < kSample; ++i) {
    const std::optional<SheetRow> row = reader.next();
    if (!row) break;
    if (cells == 0 || row->cells.size() > cells) {
      cells = row->cells.size();
      agreeing = 0;
    }
    agreeing += row->cells.size() == cells;
  }
  return cells < 2 ? 0 : agreeing * 100 + cells;
} catch (const Error&) {
  return 0;
}

char separator_of(std::string_view text) {
  char best = ',';
  for (const char separator : {';', '\t'}) {
    if (fit(text, separator) > fit(text, best)) best = separator;
  }
  return best;
}

// Excel's first line "sep=;". A separator of more than one byte is none: it would cut characters in two.
std::optional<char> separator_told(std::string_view text) {
  if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
  const bool ends = text[5] == '\r' || text[5] == '\n';
  return ends && text[4] > 0 ? std::optional(text[4]) : std::nullopt;
}

}  // namespace

Sheet read_delimited(std::string_view bytes) {
  const std::string decoded = decode(bytes).text;
  std::string_view text = decoded;
  const std::optional<char> told = separator_told(text);
  if (told) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  DelimitedReader reader(text, told ? *told : separator_of(text));
  Sheet sheet;
  while (std::optional<SheetRow> row = reader.next()) {
    row->number += told.has_value();
    const auto is_empty = [](const std::string& cell) { return cell.empty(); };
    if (!std::all_of(row->cells.begin(), row->cells.end(), is_empty)) sheet.rows.push_back(std::move(*row));
  }
  return sheet;
}

}  // namespace zhibiao
