// What a page's script has to know of the reports: one JSON object. Keys that are null are left out, numbers are
// strings with their digits; sentences and sections stand in the text already.
#pragma once

#include <string>

#include "view/report.h"

namespace zhibiao {

void append_view_data(std::string& out, const ViewPage& page);
// What the script says: {"report": ["Report", "报告"], …}.
void append_view_words(std::string& out);

}  // namespace zhibiao
