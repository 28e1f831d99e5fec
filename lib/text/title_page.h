// The first lines of a report, cleaned for reading: where its title, place, date and greeting stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

struct TitlePage {
  std::vector<std::string> lines;     // folded, without any white space, cut at some 100 characters
  std::vector<std::string> headings;  // short lines further on that speak of years: 一、2022年工作回顾
};

TitlePage title_page(std::string_view text);

// The line, or two lines, that name the document; verbatim but for white space. "" when there is none.
std::string title_on(const TitlePage& page);

}  // namespace zhibiao
