#include "cli/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/stop.h"

namespace zhibiao::cli {
namespace {

constexpr size_t kBlock = 256 * 1024;

int open_input(const std::string& path) {
  if (path == "-") return STDIN_FILENO;
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd >= 0) return fd;
  const std::string why = std::strerror(errno);
  if (errno == ENOENT || errno == ENOTDIR) throw Missing(why);
  throw Error(why);
}

}  // namespace

InputFile::InputFile(const std::string& path) : fd_(open_input(path)) {
  struct stat status {};
  if (::fstat(fd_, &status) != 0) return;
  if (S_ISDIR(status.st_mode)) {
    if (fd_ != STDIN_FILENO) ::close(fd_);
    throw Error("is a directory");
  }
  if (S_ISREG(status.st_mode)) size_hint_ = static_cast<size_t>(status.st_size);
  can_seek_ = S_ISREG(status.st_mode) && fd_ != STDIN_FILENO;
}

InputFile::~InputFile() {
  if (fd_ != STDIN_FILENO) ::close(fd_);
}

size_t InputFile::read(char* into, size_t size) {
  while (true) {
    if (!can_seek_ && !wait_to_read(fd_)) throw Error("interrupted");
    const ssize_t got = ::read(fd_, into, size);
    if (got >= 0) return static_cast<size_t>(got);
    if (errno != EINTR) throw Error(std::strerror(errno));
  }
}

int64_t InputFile::seek(int64_t offset, int whence) {
  const off_t place = ::lseek(fd_, offset, whence);
  if (place < 0) throw Error(std::strerror(errno));
  return place;
}

std::string read_head(InputFile& file, size_t size) {
  std::string head(size, '\0');
  size_t filled = 0;
  while (filled < size) {
    const size_t got = file.read(head.data() + filled, size - filled);
    if (got == 0) break;
    filled += got;
  }
  head.resize(filled);
  return head;
}

std::string read_rest(InputFile& file, std::string head, uint64_t limit) {
  const auto check = [limit](uint64_t size) {
    if (size > limit) throw Error("is larger than " + std::to_string(limit) + " bytes (--max-bytes)");
  };
  // What a writer is still at is no report yet. Devices and the like have no size.
  const auto is_as_before = [&file](uint64_t size) {
    return !file.can_seek() || file.size_hint() == 0 || size == file.size_hint();
  };
  check(file.size_hint());
  std::string bytes = std::move(head);
  size_t filled = bytes.size();
  bytes.resize(std::max(file.size_hint(), filled) + 1);  // one more, so that the end shows without growing
  while (true) {
    const size_t got = file.read(bytes.data() + filled, bytes.size() - filled);
    if (got == 0) break;
    filled += got;
    check(filled);
    if (filled > file.size_hint() && !is_as_before(filled)) break;
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2 + kBlock);
  }
  if (!is_as_before(filled)) throw Error("changes while it is read");
  bytes.resize(filled);
  return bytes;
}

std::string read_all(const std::string& path) {
  InputFile file(path);
  return read_rest(file, "", UINT32_MAX);
}

bool LineReader::fill() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const size_t old_size = buffer_.size();
  buffer_.resize(old_size + std::max(kBlock, old_size));
  const size_t got = file_.read(buffer_.data() + old_size, buffer_.size() - old_size);
  buffer_.resize(old_size + got);
  return got != 0;
}

std::optional<std::string_view> LineReader::next() {
  size_t searched = begin_;
  size_t end = buffer_.find('\n', searched);
  while (end == std::string::npos) {
    searched = buffer_.size() - begin_;
    if (!fill()) break;
    end = buffer_.find('\n', searched);
  }
  if (end == std::string::npos) {
    if (begin_ == buffer_.size()) return std::nullopt;
    end = buffer_.size();
  }
  std::string_view line(buffer_.data() + begin_, end - begin_);
  begin_ = std::min(end + 1, buffer_.size());
  if (++number_ == 1 && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  return line;
}

}  // namespace zhibiao::cli
