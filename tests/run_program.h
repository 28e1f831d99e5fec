// Runs the built program as a user's shell would, in a folder of its own.
#pragma once

#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace zhibiao {

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

class ProgramFolder {
 public:
  ProgramFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "zhibiao_test_XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~ProgramFolder() { std::filesystem::remove_all(path_); }
  ProgramFolder(const ProgramFolder&) = delete;
  ProgramFolder& operator=(const ProgramFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // A command of bash in which `zhibiao` is the program; `code` is that of the last command of a pipe.
  Ran shell(const std::string& command) const {
    write("command.sh", "cd '" + path_.string() + "'\nzhibiao() { '" + program() + "' \"$@\"; }\n" + command + "\n");
    const std::string line = "bash '" + (path_ / "command.sh").string() + "' > '" + (path_ / "out").string() +
                             "' 2> '" + (path_ / "err").string() + "' < /dev/null";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("out"), read("err")};
  }

  static std::string program() {
    const char* chosen = std::getenv("ZHIBIAO_BIN");
    return chosen != nullptr ? chosen : ZHIBIAO_BIN;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace zhibiao
