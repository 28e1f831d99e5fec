// A file that appears under its name when it is whole.
#pragma once

#include <fstream>
#include <string>
#include <string_view>

namespace zhibiao::cli {

// A file under another name until commit(); without that it goes.
class NewFile {
 public:
  // Throws UsageError when there can be no such file.
  explicit NewFile(std::string path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  const std::string& part() const { return part_; }
  void write(std::string_view bytes);
  // Throws OutputFailed.
  void commit();

 private:
  std::string path_, part_;
  std::ofstream file_;
  bool done_ = false;
};

}  // namespace zhibiao::cli
