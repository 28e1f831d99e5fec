// What kind of report a text is: told by its title, its greeting, its headings or its name.
#pragma once

#include <string>
#include <string_view>

#include "text/title_page.h"

namespace zhibiao {

// work_report, communique, budget, plan, other.
std::string doc_type_of(const TitlePage& page, std::string_view title, std::string_view name);

}  // namespace zhibiao
