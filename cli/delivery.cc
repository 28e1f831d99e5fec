#include "cli/delivery.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/usage.h"
#include "text/sha256.h"

namespace zhibiao::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestName = 200;  // of a component; systems take 255

int open_to_write(const std::string& path, int how) {
  return ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | how, 0666);
}

void rename_whole(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) throw OutputFailed(to + ": " + std::strerror(errno));
}

void append_percent(std::string& out, unsigned char byte) {
  constexpr char kHex[] = "0123456789ABCDEF";
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

// No component of a path is empty, ".", "..", hidden, holds control characters or is too long.
std::string component(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '%' || c == 0x7f || (c == '.' && out.empty()))
      append_percent(out, static_cast<unsigned char>(c));
    else
      out += c;
  }
  if (out.empty()) return "%";
  if (out.size() > kLongestName) out = out.substr(0, kLongestName - 70) + "%" + sha256_hex(name);
  return out;
}

}  // namespace

std::string result_path(const std::string& doc) {
  std::string path;
  for (size_t begin = 0; begin <= doc.size();) {
    const size_t end = std::min(doc.find('/', begin), doc.size());
    if (end > begin || end == doc.size()) {
      path += component(std::string_view(doc).substr(begin, end - begin));
      if (end < doc.size()) path += '/';
    } else {
      path += "%2F";  // a slash that begins the name or follows another
    }
    begin = end + 1;
  }
  return path + ".ndjson";
}

Delivery::Delivery(const Options& options, const std::string& made_by, Output& out) : out_(out), path_(options.output) {
  std::error_code none;
  is_folder_ = path_.ends_with('/') || fs::is_directory(path_, none);
  is_atomic_ = is_folder_ || !fs::exists(path_, none) || fs::is_regular_file(path_, none);
  const bool is_table = options.format.has_value();
  if (is_folder_ && is_table) throw UsageError("--output DIR is for ndjson");
  if (options.resume && (is_table || !is_atomic_)) throw UsageError("--resume needs --output FILE or DIR, and ndjson");
  if (is_folder_) {
    fs::create_directories(path_, none);
    if (none) throw UsageError(path_ + ": " + none.message());
    part_ = path_ + "/.zhibiao.part";
    journal_.open(path_ + "/.zhibiao.journal", made_by, options.resume);
    for (const JournalEntry& entry : journal_.entries) by_doc_[entry.doc] = &entry;
    return;
  }
  part_ = is_atomic_ ? path_ + ".part" : path_;
  if (const fs::path folder = fs::path(path_).parent_path(); !folder.empty() && !fs::is_directory(folder, none)) {
    throw UsageError(path_ + ": cannot be written: " + std::strerror(ENOENT));
  }
  if (is_atomic_ && !is_table) journal_.open(part_ + ".journal", made_by, options.resume);
  open_part(options.resume);
}

Delivery::~Delivery() {
  if (out_.fd != STDOUT_FILENO) ::close(out_.fd);
  out_.fd = STDOUT_FILENO;
}

void Delivery::open_part(bool resume) {
  const int fd = open_to_write(part_, resume || !is_atomic_ ? 0 : O_TRUNC);
  if (fd < 0) throw UsageError(part_ + ": " + std::strerror(errno));
  out_.fd = fd;
  out_.name = part_;
  struct stat status {};
  const auto size = ::fstat(fd, &status) == 0 ? static_cast<uint64_t>(status.st_size) : 0;
  // A part that is shorter than its journal says: lost with the machine, not the process.
  while (!journal_.entries.empty() && journal_.entries.back().end > size) journal_.entries.pop_back();
}

const JournalEntry* Delivery::next_done(const std::string& id) {
  intact_ = intact_ && !is_folder_ && asked_ < journal_.entries.size() && journal_.entries[asked_].id == id;
  return intact_ ? &journal_.entries[asked_++] : nullptr;
}

const JournalEntry* Delivery::done(const std::string& doc, const std::string& id) const {
  const auto found = by_doc_.find(doc);
  if (found == by_doc_.end() || found->second->id != id) return nullptr;
  std::error_code none;
  return fs::exists(path_ + "/" + result_path(doc), none) ? found->second : nullptr;
}

void Delivery::skip() { ++skipped_; }

void Delivery::begin(const std::optional<std::string>& doc) {
  doc_ = doc;
  if (is_folder_) return begin_file();
  if (keeps_journal()) begin_writing();
}

void Delivery::end(JournalEntry entry) {
  if (is_folder_) return end_file(entry);
  if (!keeps_journal()) return;
  entry.end = out_.written + out_.buffer.size();
  pending_ += journal_line(entry);
}

// What stands behind the items that stay is of no use.
void Delivery::begin_writing() {
  if (std::exchange(writes_, true)) return;
  const uint64_t end = skipped_ == 0 ? 0 : journal_.entries[skipped_ - 1].end;
  if (::ftruncate(out_.fd, static_cast<off_t>(end)) != 0 || ::lseek(out_.fd, static_cast<off_t>(end), SEEK_SET) < 0) {
    throw OutputFailed(part_ + ": " + std::strerror(errno));
  }
  out_.written = end;
  journal_.keep(skipped_);
  out_.flushed = [this] {
    journal_.append(pending_);
    pending_.clear();
  };
}

void Delivery::begin_file() {
  if (!doc_) return;
  out_.flush();
  out_.name = part_;
  out_.fd = open_to_write(part_, O_TRUNC);
  if (out_.fd >= 0) return;
  const int problem = errno;
  out_.fd = STDOUT_FILENO;
  throw OutputFailed(part_ + ": " + std::strerror(problem));
}

// The journal tells of a file only when it is there.
void Delivery::end_file(const JournalEntry& entry) {
  if (!doc_) return;
  if (entry.failed_at.empty()) out_.flush();
  out_.buffer.clear();
  const int closed = ::close(std::exchange(out_.fd, STDOUT_FILENO));
  if (!entry.failed_at.empty()) return;
  if (closed != 0) throw OutputFailed(part_ + ": " + std::strerror(errno));
  const std::string path = path_ + "/" + result_path(*doc_);
  std::error_code problem;
  fs::create_directories(fs::path(path).parent_path(), problem);
  if (problem) throw OutputFailed(path + ": " + problem.message());
  rename_whole(part_, path);
  journal_.append(journal_line(entry));
}

void Delivery::discard() {
  if (is_folder_ || !is_atomic_) return finish();
  out_.buffer.clear();
  out_.flushed = nullptr;
  ::close(std::exchange(out_.fd, STDOUT_FILENO));
  ::unlink(part_.c_str());
  if (keeps_journal()) journal_.remove();
}

void Delivery::finish() {
  if (is_folder_) {
    ::unlink(part_.c_str());
    return;
  }
  if (keeps_journal()) begin_writing();  // where nothing was left to do
  out_.flush();
  const int closed = ::close(std::exchange(out_.fd, STDOUT_FILENO));
  out_.flushed = nullptr;
  if (closed != 0) throw OutputFailed(part_ + ": " + std::strerror(errno));
  if (!is_atomic_) return;
  rename_whole(part_, path_);
  if (keeps_journal()) journal_.remove();
}

}  // namespace zhibiao::cli
