// Years and dates as reports write them: 2023年, １９９３年, 一九五七年, “十四五”时期, 2022年12月30日.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhibiao {

struct Years {
  int first = 0, last = 0;
};

// The year whose four digits end at byte `end` (before 年, say); 0 if there is none from 1900 to 2099.
int year_before(std::string_view folded_text, size_t end);

// The first and last year that a text names with 年 or in a range, also as a five-year plan.
std::optional<Years> years_in(std::string_view folded_text);

// A number of one or two digits, 十二 too, read from `pos` on, which moves behind it; -1 when there is none.
int small_number(std::string_view text, size_t& pos);

struct Date {
  int year = 0, month = 0, day = 0;

  std::string to_string() const;  // 2023-01-05
};

// The first full date: 2022年12月30日, 二〇二六年一月二十七日, 2023-01-05, 2023/1/5.
std::optional<Date> date_in(std::string_view folded_text);

}  // namespace zhibiao
