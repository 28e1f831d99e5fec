#include "panel/spool.h"

#include <cerrno>
#include <cstring>

#include "text/error.h"

namespace zhibiao {
namespace {

[[noreturn]] void fail() { throw Error(std::string("temporary file: ") + std::strerror(errno)); }

void append_size(std::string& bytes, size_t size) {
  const auto small = static_cast<uint32_t>(size);
  bytes.append(reinterpret_cast<const char*>(&small), sizeof small);
}

}  // namespace

Spool::Spool() : file_(std::tmpfile()) {
  if (!file_) fail();
}

uint64_t Spool::add(const std::vector<std::string>& row) {
  std::string bytes;
  append_size(bytes, row.size());
  for (const std::string& cell : row) {
    append_size(bytes, cell.size());
    bytes += cell;
  }
  if (reading_ && ::fseeko(file_.get(), static_cast<off_t>(end_), SEEK_SET) != 0) fail();
  reading_ = false;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
  const uint64_t place = end_;
  end_ += bytes.size();
  return place;
}

void Spool::read_bytes(void* into, size_t size) {
  if (std::fread(into, 1, size, file_.get()) != size) fail();
  at_ += size;
}

std::vector<std::string> Spool::read(uint64_t place) {
  if ((!reading_ || at_ != place) && ::fseeko(file_.get(), static_cast<off_t>(place), SEEK_SET) != 0) fail();
  reading_ = true;
  at_ = place;
  uint32_t cells = 0;
  read_bytes(&cells, sizeof cells);
  std::vector<std::string> row(cells);
  for (std::string& cell : row) {
    uint32_t size = 0;
    read_bytes(&size, sizeof size);
    cell.resize(size);
    read_bytes(cell.data(), size);
  }
  return row;
}

}  // namespace zhibiao
