// What documents are made of, one after the other: bytes of files and of members of archives, lines of a corpus. Reads
// them and makes a job of each; to decode them is the job's.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "cli/input.h"
#include "cli/paths.h"

namespace zhibiao::cli {

// A file or a member of an archive.
struct PackedSource {
  std::string name;
  std::string bytes;
  bool is_member = false;
};

// Lines of a corpus that stand one behind the other; blank ones are left out.
struct LinesSource {
  std::string path;
  std::vector<uint64_t> numbers;
  std::vector<std::string> lines;
  bool is_last_for_now = false;  // the next may be long in coming
};

struct Opened {};  // there is an input of this name

// Something is there but cannot be read, or is not there.
struct BrokenSource {
  std::string name;
  std::string problem;
  bool is_missing = false;
};

// So many bytes of input are behind us.
struct FileEnd {
  uint64_t bytes = 0;
};

using InputSource = std::variant<PackedSource, LinesSource, Opened, BrokenSource, FileEnd>;

// In input order, until `take` says false or it is time to stop.
void each_source(const Options& options, const std::vector<InputPath>& paths,
                 const std::function<bool(InputSource)>& take);

// 0 where the system cannot tell.
uint64_t size_of(const std::string& path);

}  // namespace zhibiao::cli
