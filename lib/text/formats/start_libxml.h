// libxml2 2.9 makes the lock of its dictionaries when the first dictionary is made, also after xmlInitParser(). Two
// threads that make their first at once make two locks of it, free one that the other holds, and all wait for ever.
#pragma once

#include <libxml/parser.h>

namespace zhibiao {

// To be called before any other function of libxml2. Threads may do so at once.
inline void start_libxml() {
  [[maybe_unused]] static const bool started = [] {
    xmlInitParser();
    xmlDictFree(xmlDictCreate());
    return true;
  }();
}

}  // namespace zhibiao
