// Which files a command line means: named ones, those below folders, those on a list, members of archives.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/options.h"

namespace zhibiao::cli {

struct InputPath {
  std::string path;          // of a file; "-" is standard input
  std::string member;        // a pattern: of the archive's members those that match (archive.zip!2023/*.html); "" all
  std::string problem = {};  // why it cannot be listed; then there is nothing to read
};

// In the order of the command line, then of --files-from; below a folder the files of known types, sorted by path.
// Links to files are followed, links to folders only where they are named. What cannot be listed has a problem.
std::vector<InputPath> input_paths(const Options& options);

}  // namespace zhibiao::cli
