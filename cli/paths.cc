#include "cli/paths.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "cli/session.h"
#include "text/formats/detect.h"

namespace zhibiao::cli {
namespace {

namespace fs = std::filesystem;

class Lister {
 public:
  void add(const std::string& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (path != "-" && fs::is_directory(status)) return add_folder(path);
    const size_t mark = path.find('!');
    if (path == "-" || fs::exists(status) || mark == std::string::npos || !fs::is_regular_file(path.substr(0, mark))) {
      paths.push_back({path, ""});
    } else {
      paths.push_back({path.substr(0, mark), path.substr(mark + 1)});
    }
  }

  std::vector<InputPath> paths;

 private:
  void add_folder(const std::string& folder) {
    const size_t before = paths.size();
    walk(folder);
    if (paths.size() == before) paths.push_back({folder, "", "holds no file of a known type"});
  }

  // Goes down to folders, not through links to folders: no loops.
  void walk(const std::string& folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code problem;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
      if (!entry->path().filename().string().starts_with(".")) entries.push_back(*entry);
    }
    if (problem) paths.push_back({folder, "", problem.message()});
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
      const std::string path = entry.path().string();
      if (entry.is_directory(problem)) {
        if (!entry.is_symlink(problem)) walk(path);
      } else if (is_readable_name(path)) {
        paths.push_back({path, ""});
      }
    }
  }
};

void add_listed(const Options& options, Lister& lister) {
  std::string list;
  try {
    list = read_all(options.files_from);
  } catch (const Error& error) {
    throw UsageError("--files-from " + options.files_from + ": " + error.what());
  }
  const char separator = options.null_separated ? '\0' : '\n';
  for (size_t begin = 0; begin < list.size();) {
    const size_t end = std::min(list.find(separator, begin), list.size());
    std::string path = list.substr(begin, end - begin);
    if (separator == '\n' && path.ends_with('\r')) path.pop_back();
    if (!path.empty()) lister.add(path);
    begin = end + 1;
  }
}

}  // namespace

std::vector<InputPath> input_paths(const Options& options) {
  Lister lister;
  if (options.files_from.empty() || !options.files.empty()) {
    for (const std::string& path : inputs(options)) lister.add(path);
  }
  if (!options.files_from.empty()) add_listed(options, lister);
  return std::move(lister.paths);
}

}  // namespace zhibiao::cli
