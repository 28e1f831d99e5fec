// Where the report proper begins and ends: site chrome, title and date before it; glossary, licence and page footer
// behind.
#pragma once

#include <string_view>
#include <vector>

#include "segment/line.h"

namespace zhibiao {

enum class Zone : unsigned char { front, body, glossary, footer };

// The zone of each line. A page may hold a report more than once: a greeting or a first heading opens the body again.
std::vector<Zone> zones_of(std::string_view text, const std::vector<TextLine>& lines);

}  // namespace zhibiao
