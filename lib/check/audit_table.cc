#include "check/audit_table.h"

#include <algorithm>
#include <charconv>

#include "check/line_near.h"
#include "check/run_in_line.h"
#include "segment/table_line.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// The first word of a line and whether a Hanzi stands behind it.
struct Opening {
  std::string_view word;
  bool named = false;
};

Opening opening_of(std::string_view line) {
  Opening opening;
  const size_t begin = line.find_first_not_of(" \t\r\f");
  if (begin == line.npos) return opening;
  const size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
  opening.word = line.substr(begin, end - begin);
  const size_t next = line.find_first_not_of(" \t\r", end);
  opening.named = next != line.npos && is_hanzi(code_point_at(line, next).value);
  return opening;
}

// Whether a word of it is a number: the cells of a row.
bool has_number_cell(std::string_view text) {
  for (size_t pos = 0; (pos = text.find_first_not_of(" \t", pos)) != text.npos;) {
    const size_t end = std::min(text.find_first_of(" \t", pos), text.size());
    const std::string_view word = text.substr(pos, end - pos);
    const bool year = word.size() == 4 && starts_with_any(word, {"19", "20"});
    if (!year && word.find_first_not_of("0123456789.,%-") == word.npos) return true;
    pos = end;
  }
  return false;
}

// 201, 20103, 2010301: class, item and line of the classification of budgets.
bool is_classification(std::string_view word) {
  return all_digits(word) && (word.size() == 3 || word.size() == 5 || word.size() == 7) && word[0] != '0';
}

// 2022-07.
bool is_month(std::string_view word) {
  if (word.size() != 7 || word[4] != '-' || !(word.starts_with("19") || word.starts_with("20"))) return false;
  return all_digits(word.substr(0, 4)) && all_digits(word.substr(5)) && word.substr(5) >= "01" &&
         word.substr(5) <= "12";
}

bool has_glyph_codes(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return (c >= 0 && c < '\t') || (c > '\r' && c < ' '); });
}

// — 187 —, - 188 -, 第 16 页: a number of up to four digits between marks, alone in its line.
bool is_page(std::string_view line) {
  size_t digits = 0, marks = 0;
  for (size_t pos = 0; pos < line.size();) {
    const CodePoint point = code_point_at(line, pos);
    if (is_ascii_digit(point.value))
      ++digits;
    else if (std::u32string_view(U"-－—–第页").find(point.value) != std::u32string_view::npos)
      ++marks;
    else if (!is_space(point.value))
      return false;
    pos += point.length;
  }
  return digits > 0 && digits <= 4 && marks >= 2;
}

class Marker {
 public:
  Marker(std::string_view text, ByteSpan bytes)
      : text_(text), bytes_(bytes), line_(line_at(text, bytes.begin)), view_(in(line_)), word_(word()) {}

  TableMark mark(bool row) const {
    if (line_.empty()) return TableMark::digits;
    if (has_glyph_codes(view_)) return TableMark::glyph;
    if (is_page(view_)) return TableMark::page;
    if (is_month(word_)) return TableMark::month;
    if ((!word_.empty() && project_code(word_) == word_.size()) || goes_on()) return TableMark::code;
    if (names_item()) return TableMark::code;
    if (numbers_title()) return TableMark::row;
    if (numbers_form()) return TableMark::form;
    if (heads_column()) return TableMark::year;
    const Opening opening = opening_of(view_);
    if (!row || !opening.named || opening.word.data() != word_.data()) return TableMark::digits;
    if (is_classification(word_) && in_column()) return TableMark::code;
    return counts_rows() ? TableMark::row : TableMark::digits;
  }

 private:
  std::string_view in(ByteSpan line) const { return text_.substr(line.begin, line.end - line.begin); }

  // What stands around the run up to white space.
  std::string_view word() const {
    const size_t from = bytes_.begin - line_.begin, to = bytes_.end - line_.begin;
    if (line_.empty() || to > view_.size()) return {};
    const size_t before = from == 0 ? view_.npos : view_.find_last_of(" \t\f", from - 1);
    const size_t begin = before == view_.npos ? 0 : before + 1;
    return view_.substr(begin, std::min(view_.find_first_of(" \t\r", to), view_.size()) - begin);
  }

  // The second line of a long code: XMWH22052100033300500071 | 70801160440.
  bool goes_on() const {
    if (!all_digits(word_) || word_.size() < 8) return false;
    ByteSpan line = line_;
    for (int i = 0; i < 2; ++i) {
      line = next_line(text_, line, false);
      if (line.empty()) return false;
      if (contains_any(in(line), {"XMWH", "PROJ"})) return true;
    }
    return false;
  }

  // 20133-宣传事务, [229]其他支出.
  bool names_item() const {
    const std::string_view digits = text_.substr(bytes_.begin, bytes_.end - bytes_.begin);
    if (!is_classification(digits) || bytes_.end + 1 >= text_.size()) return false;
    const char next = text_[bytes_.end];
    const bool bracket = next == ']' && bytes_.begin > 0 && text_[bytes_.begin - 1] == '[';
    return (bracket || next == '-') && is_hanzi(code_point_at(text_, bytes_.end + 1).value);
  }

  // 1.10 2021 年一般公共预算收入决算表 below 1.9: a list of contents.
  bool numbers_title() const {
    const Opening opening = opening_of(view_);
    const size_t point = word_.find('.');
    if (opening.word.data() != word_.data() || opening.word.size() != word_.size()) return false;
    if (point == word_.npos || word_.size() > 5 || !contains_any(view_, {"表", "说明", "情况"})) return false;
    return std::any_of(std::begin(kSides), std::end(kSides), [&](bool below) {
      const ByteSpan line = next_line(text_, line_, below);
      if (line.empty()) return false;
      const std::string_view other = opening_of(in(line)).word;
      int number = 0, beside = 0;
      return other.starts_with(word_.substr(0, point + 1)) && read_number(word_.substr(point + 1), number) &&
             read_number(other.substr(point + 1), beside) && beside == number + (below ? 1 : -1);
    });
  }

  static bool ends_title(std::string_view line) {
    std::string_view title = without_space(line);
    if (title.ends_with("）") && contains(title, "（")) title = without_space(title.substr(0, title.rfind("（")));
    return ends_with_any(title, {"表", "说明"}) && !has_number_cell(title);
  }

  // 1.4 2021年一般公共预算支出决算表, alone in its line or in two; 详见表 2。
  bool numbers_form() const {
    const std::string_view digits = text_.substr(bytes_.begin, bytes_.end - bytes_.begin);
    if (digits.size() <= 2 && all_digits(digits) && names_form()) return true;
    const Opening opening = opening_of(view_);
    const size_t point = word_.find('.');
    if (opening.word.data() != word_.data() || point == word_.npos || word_.size() > 5) return false;
    if (!all_digits(word_.substr(0, point)) || !all_digits(word_.substr(point + 1))) return false;
    const std::string_view title =
        without_space(view_.substr(static_cast<size_t>(word_.data() + word_.size() - view_.data())));
    if (has_number_cell(title)) return false;
    return ends_title(title) || ends_title(in(next_line(text_, line_, true)));
  }

  // 表 before it, and no part of a longer word (代表 12 人), with 。，） or the line's end behind it.
  bool names_form() const {
    const std::string_view before = without_space(view_.substr(0, bytes_.begin - line_.begin));
    const std::string_view behind = without_space(view_.substr(bytes_.end - line_.begin));
    if (!behind.empty() && !starts_with_any(behind, {"。", "，", "、", "）", "：", "；", ")"})) return false;
    return before == "表" || ends_with_any(before, {"见表", "附表", "如表"});
  }

  // 2020决算数, 2026预算数; 年度 2026.
  bool heads_column() const {
    const std::string_view digits = text_.substr(bytes_.begin, bytes_.end - bytes_.begin);
    if (digits.size() != 4 || !all_digits(digits) || !starts_with_any(digits, {"19", "20"})) return false;
    if (starts_with_any(text_.substr(bytes_.end), {"决算数", "预算数", "执行数", "完成数"})) return true;
    return ends_with_any(without_space(view_.substr(0, bytes_.begin - line_.begin)), {"起始年度", "到期年度"});
  }

  static bool read_number(std::string_view word, int& value) {
    return word.size() <= 3 && all_digits(word) &&
           std::from_chars(word.data(), word.data() + word.size(), value).ec == std::errc();
  }

  // Another code stands above or below.
  bool in_column() const {
    return std::any_of(std::begin(kSides), std::end(kSides), [&](bool below) {
      ByteSpan line = line_;
      for (int i = 0; i < 3; ++i) {
        line = next_line(text_, line, below);
        if (line.empty()) return false;
        const Opening opening = opening_of(in(line));
        if (opening.named && is_classification(opening.word)) return true;
      }
      return false;
    });
  }

  // The number before or behind it opens a line near by.
  bool counts_rows() const {
    int number = 0, other = 0;
    if (!read_number(word_, number)) return false;
    for (const bool below : kSides) {
      ByteSpan line = line_;
      for (int i = 0; i < 6; ++i) {
        line = next_line(text_, line, below);
        if (line.empty()) break;
        const Opening opening = opening_of(in(line));
        if (opening.named && read_number(opening.word, other) && other == number + (below ? 1 : -1)) return true;
      }
    }
    return false;
  }

  static constexpr bool kSides[] = {true, false};

  const std::string_view text_;
  const ByteSpan bytes_, line_;
  const std::string_view view_, word_;
};

}  // namespace

bool numbers_item(std::string_view text, ByteSpan bytes) {
  return text.substr(bytes.end).starts_with("、") && (bytes.begin == 0 || text[bytes.begin - 1] == ' ');
}

TableMark table_mark(std::string_view text, ByteSpan bytes, bool row) { return Marker(text, bytes).mark(row); }

}  // namespace zhibiao
