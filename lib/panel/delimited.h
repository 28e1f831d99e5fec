// Somebody's table as a grid of text: CSV in any of its habits.
#pragma once

#include <string_view>

#include "text/formats/xlsx.h"

namespace zhibiao {

// Separated by , ; or tab, whichever the file uses (or says: sep=;); quoted cells with line breaks; UTF-8 with or
// without a byte order mark, UTF-16 or GBK. Row numbers count lines. Throws Error for bytes that are no text and for a
// quote that never ends.
Sheet read_delimited(std::string_view bytes);

}  // namespace zhibiao
