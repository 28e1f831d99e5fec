#include "cli/new_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "cli/output.h"
#include "cli/usage.h"

namespace zhibiao::cli {

namespace fs = std::filesystem;

NewFile::NewFile(std::string path) : path_(std::move(path)), part_(path_ + ".part") {
  file_.open(part_, std::ios::binary | std::ios::trunc);
  if (!file_) throw UsageError(path_ + ": cannot be written: " + std::strerror(errno));
}

NewFile::~NewFile() {
  if (done_) return;
  std::error_code ignored;
  fs::remove(part_, ignored);
}

void NewFile::write(std::string_view bytes) {
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file_) throw OutputFailed(path_ + ": cannot be written: " + std::strerror(errno));
}

void NewFile::commit() {
  file_.close();
  if (!file_ || std::rename(part_.c_str(), path_.c_str()) != 0) {
    throw OutputFailed(path_ + ": cannot be written: " + std::strerror(errno));
  }
  done_ = true;
}

}  // namespace zhibiao::cli
