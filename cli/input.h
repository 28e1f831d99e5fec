// Files and standard input ("-"), whole or line by line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/error.h"

namespace zhibiao::cli {

// There is nothing of that name, as opposed to something that cannot be read.
struct Missing : Error {
  using Error::Error;
};

// An open file descriptor, closed at the end unless it is standard input. Throws Missing or Error.
class InputFile {
 public:
  explicit InputFile(const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  // Up to `size` bytes; 0 at the end. Throws Error.
  size_t read(char* into, size_t size);
  // What the system says of its size; 0 if it has none.
  size_t size_hint() const { return size_hint_; }
  bool can_seek() const { return can_seek_; }
  // As lseek. REQUIRES: can_seek(). Throws Error.
  int64_t seek(int64_t offset, int whence);

 private:
  int fd_ = -1;
  size_t size_hint_ = 0;
  bool can_seek_ = false;
};

// Up to `size` bytes, fewer only at the end. Throws Error.
std::string read_head(InputFile& file, size_t size);
// `head` and all that follows. Throws Error for more than `limit` bytes, and for a file whose size changes meanwhile.
std::string read_rest(InputFile& file, std::string head, uint64_t limit);
std::string read_all(const std::string& path);

// Lines without their "\n"; the last one may lack it. A byte order mark before the first is skipped.
class LineReader {
 public:
  explicit LineReader(const std::string& path) : file_(path) {}

  // Valid until the next call; nullopt at the end.
  std::optional<std::string_view> next();
  // Whether the next line is already here, so that next() does not wait.
  bool has_line() const { return buffer_.find('\n', begin_) != std::string::npos; }
  uint64_t number() const { return number_; }

 private:
  bool fill();

  InputFile file_;
  std::string buffer_;
  size_t begin_ = 0;
  uint64_t number_ = 0;
};

}  // namespace zhibiao::cli
