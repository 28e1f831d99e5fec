// Which files a command line means: named ones, those below folders, those on a list, members of archives.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/session.h"

namespace zhibiao::cli {

struct InputPath {
  std::string path;    // of a file; "-" is standard input
  std::string member;  // a pattern: of the archive's members those that match (archive.zip!2023/*.html); "" all
};

// In the order of the command line, then of --files-from; below a folder the files of known types, sorted by path.
// Links to files are followed, links to folders only where they are named. What cannot be listed becomes an error line.
std::vector<InputPath> input_paths(Session& session);

}  // namespace zhibiao::cli
