// Work on hostile input in a process of its own, where it can neither crash, nor eat up, nor hold up this one.
#pragma once

#include <string>
#include <string_view>

#include "text/formats/content.h"

namespace zhibiao {

using IsolatedWork = std::string (*)(std::string_view bytes, const ReadLimits& limits);

// What `work` makes of the bytes. Throws the Error that it threw, or one that says which limit it passed or that it
// crashed.
std::string isolated(IsolatedWork work, std::string_view bytes, const ReadLimits& limits);

// From now on these processes come from one that is made here and does nothing else. Otherwise they come from this one,
// and a lock that another thread holds at that moment stays locked in them. REQUIRES: this is the only thread.
void prepare_isolation();

}  // namespace zhibiao
