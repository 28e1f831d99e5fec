// The year that a report was given or published for and the year that it reviews, from its title page, headings and
// text.
#pragma once

#include <optional>
#include <string_view>

#include "text/title_page.h"

namespace zhibiao {

struct ReportYears {
  std::optional<int> year, report_year;  // reviewed; given or published for
};

// What is being told of a report: its type, title, file name and text.
struct Report {
  std::string_view type, title, name, text;
};

ReportYears report_years_of(const Report& report, const TitlePage& page);

// Short lines that name a meeting: what stands near tells when the report was given.
bool tells_when_given(std::string_view line);

}  // namespace zhibiao
