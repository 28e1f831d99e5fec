// Work on hostile input in a process of its own, where it can neither crash, nor eat up, nor hold up this one.
#pragma once

#include <functional>
#include <string>

#include "text/formats/content.h"

namespace zhibiao {

// What `work` returns. Throws the Error that it threw, or one that says which limit it passed or that it crashed.
// REQUIRES: `work` needs no lock that another thread may hold.
std::string isolated(const std::function<std::string()>& work, const ReadLimits& limits);

}  // namespace zhibiao
