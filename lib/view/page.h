// Reports → one HTML page that needs nothing but a browser: text, data, style and script in one file, no request.
#pragma once

#include <string>

#include "view/report.h"

namespace zhibiao {

void append_page(std::string& out, const ViewPage& page);

}  // namespace zhibiao
