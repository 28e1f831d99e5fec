// The lines of the stage before, seen by several workers at once, results in the order of the lines.
#pragma once

#include <functional>
#include <string_view>

#include "cli/session.h"

namespace zhibiao::cli {

// What a stage makes of a line. Runs in the thread of a worker, a document's lines one after the other.
using SeeLineOf = std::function<void(Line& line, std::string_view raw, Outlet& outlet)>;

// Does a line tell anything about the lines behind it?
enum class Memory { none, document };

// Calls what `make_see` makes for each NDJSON line of the named files or of standard input. With Memory::document it is
// made anew no later than at each document line; with none for every few lines. A line that does not parse becomes an
// error line; an error line from upstream is remembered.
void each_line_in_parallel(Session& session, std::string_view stage, Memory memory,
                           const std::function<SeeLineOf()>& make_see);

}  // namespace zhibiao::cli
