#include "text/year.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// “十五” (2001 to 2005) is told from the number only by its quotes, so it is left out.
constexpr std::pair<std::string_view, int> kPlans[] = {{"十一五", 2006}, {"十二五", 2011}, {"十三五", 2016},
                                                       {"十四五", 2021}, {"十五五", 2026}, {"十六五", 2031}};

int digit_value(char32_t c) {
  constexpr std::u32string_view kHanDigits = U"〇一二三四五六七八九";
  if (is_ascii_digit(c)) return static_cast<int>(c - '0');
  if (c == U'零' || c == U'○') return 0;
  const size_t at = kHanDigits.find(c);
  return at == kHanDigits.npos ? -1 : static_cast<int>(at);
}

void widen(std::optional<Years>& years, int first, int last) {
  years = years ? Years{std::min(years->first, first), std::max(years->last, last)} : Years{first, last};
}

bool take(std::string_view text, size_t& pos, Words words) {
  for (const std::string_view word : words) {
    if (!text.substr(pos).starts_with(word)) continue;
    pos += word.size();
    return true;
  }
  return false;
}

std::optional<Date> date_at(std::string_view text, size_t year_end) {
  const int year = year_before(text, year_end);
  size_t pos = year_end;
  if (year == 0 || !take(text, pos, {"年", "-", "/", "."})) return std::nullopt;
  const int month = small_number(text, pos);
  if (month < 1 || month > 12 || !take(text, pos, {"月", "-", "/", "."})) return std::nullopt;
  const int day = small_number(text, pos);
  return day >= 1 && day <= 31 ? std::optional(Date{year, month, day}) : std::nullopt;
}

// The last two digits of a year: the 20年 of 2019/20年度, 二零年 of 二零一九至二零年度. 0 when it is none.
int short_year_at(std::string_view text, size_t pos) {
  int year = 0;
  for (int i = 0; i < 2; ++i) {
    if (pos >= text.size()) return 0;
    const CodePoint point = code_point_at(text, pos);
    const int digit = digit_value(point.value);
    if (digit < 0) return 0;
    year = year * 10 + digit;
    pos += point.length;
  }
  return text.substr(pos).starts_with("年") ? year : 0;
}

}  // namespace

int small_number(std::string_view text, size_t& pos) {
  int value = -1;
  for (int i = 0; i < 3 && pos < text.size(); ++i) {
    const CodePoint point = code_point_at(text, pos);
    const int digit = digit_value(point.value);
    if (point.value == U'十') {
      value = value < 0 ? 10 : value * 10;
    } else if (digit >= 0) {
      value = value < 0                                             ? digit
              : value >= 10 && value % 10 == 0 && point.length == 3 ? value + digit
                                                                    : value * 10 + digit;
    } else {
      break;
    }
    pos += point.length;
  }
  return value;
}

std::string Date::to_string() const {
  const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  return std::to_string(year) + two(month) + two(day);
}

std::optional<Date> date_in(std::string_view text) {
  for (size_t pos = 0; pos < text.size(); pos += utf8_length(text[pos])) {
    const bool mark = text[pos] == '-' || text[pos] == '/' || text[pos] == '.' || text.substr(pos).starts_with("年");
    if (const auto date = mark ? date_at(text, pos) : std::nullopt) return date;
  }
  return std::nullopt;
}

int year_before(std::string_view text, size_t end) {
  int year = 0;
  for (int scale = 1; scale < 10'000; scale *= 10) {
    if (end == 0) return 0;
    const CodePoint point = code_point_before(text, end);
    const int value = digit_value(point.value);
    if (value < 0) return 0;
    year += value * scale;
    end -= point.length;
  }
  return year >= 1900 && year < 2100 ? year : 0;
}

std::optional<Years> years_in(std::string_view text) {
  std::optional<Years> years;
  for (const std::string_view mark : {"年", "—", "-", "至", "～", "、", "/"}) {
    for (size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
      const int year = year_before(text, at);
      if (year == 0) continue;
      widen(years, year, year);
      if (const int last = short_year_at(text, at + mark.size())) widen(years, year, year / 100 * 100 + last);
    }
  }
  for (const auto& [name, first] : kPlans) {
    if (contains(text, name)) widen(years, first, first + 4);
  }
  return years;
}

}  // namespace zhibiao
