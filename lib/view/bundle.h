// The page's sources, embedded at build time, put together: the shell, the style sheets, and the modules as one script.
#pragma once

#include <string>

namespace zhibiao {

struct PageSources {
  std::string shell;
  std::string style;
  std::string script;
};

const PageSources& page_sources();

}  // namespace zhibiao
