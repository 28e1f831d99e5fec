// What a person says of a report beforehand, key by key. It wins over what is detected.
#pragma once

#include <string>
#include <string_view>

#include "text/document.h"

namespace zhibiao {

// title, doc_type, region, region_code, report_year, year, date, speaker, meeting, or a key of one's own. Throws Error
// for a value that cannot be.
void set_known(Metadata& meta, std::string_view key, const std::string& value);

}  // namespace zhibiao
