// Rows on disk, in a file without a name that goes when the program ends, however it ends: what is too much to keep in
// memory and is read once or twice more.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace zhibiao {

class Spool {
 public:
  // Throws Error when there is no room for temporary files.
  Spool();

  // The place to read the row at.
  uint64_t add(const std::vector<std::string>& row);
  // Any order is right, that of writing is fast. REQUIRES: place is from add().
  std::vector<std::string> read(uint64_t place);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void read_bytes(void* into, size_t size);

  std::unique_ptr<std::FILE, Close> file_;
  uint64_t end_ = 0;
  uint64_t at_ = 0;       // the next byte to be read
  bool reading_ = false;  // else writing, at the end
};

}  // namespace zhibiao
