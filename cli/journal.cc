#include "cli/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>

#include "cli/input.h"
#include "cli/output.h"
#include "cli/usage.h"

namespace zhibiao::cli {
namespace {

// A field without tabs and line ends.
std::string escaped(const std::string& field) {
  std::string out;
  for (const char c : field) {
    if (c == '\\')
      out += "\\\\";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t') {
      fields.emplace_back();
    } else if (line[i] == '\\' && i + 1 < line.size()) {
      ++i;
      fields.back() += line[i] == 't' ? '\t' : line[i] == 'n' ? '\n' : line[i];
    } else {
      fields.back() += line[i];
    }
  }
  return fields;
}

// nullopt for a line that is damaged.
std::optional<JournalEntry> entry_of(std::string_view line) {
  std::vector<std::string> fields = fields_of(line);
  if (fields.size() != 6) return std::nullopt;
  JournalEntry entry{fields[0], fields[1], 0, fields[3] == "1", fields[4], fields[5]};
  const char* end = fields[2].data() + fields[2].size();
  const auto [stop, problem] = std::from_chars(fields[2].data(), end, entry.end);
  if (problem != std::errc() || stop != end) return std::nullopt;
  return entry;
}

// Not inherited by the processes that read PDFs, which may outlive this one for a moment.
bool lock(int fd) {
  struct flock all {};
  all.l_type = F_WRLCK;
  return ::fcntl(fd, F_SETLK, &all) == 0 || (errno != EACCES && errno != EAGAIN);
}

}  // namespace

Journal::~Journal() {
  if (fd_ >= 0) ::close(fd_);
}

void Journal::open(const std::string& path, const std::string& head, bool resume) {
  path_ = path;
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) throw UsageError(path + ": " + std::strerror(errno));
  if (!lock(fd_)) throw UsageError(path + ": another zhibiao is writing there");
  const std::string text = resume ? read_all(path) : "";
  if (text.starts_with(head + "\n")) {
    read_entries(text, head.size() + 1);
    keep(entries.size());
  } else {
    cut(0);
    append(head + "\n");
    ends_ = {head.size() + 1};
  }
}

void Journal::read_entries(const std::string& text, size_t begin) {
  ends_ = {begin};
  for (size_t end; (end = text.find('\n', begin)) != text.npos; begin = end + 1) {
    std::optional<JournalEntry> entry = entry_of(std::string_view(text).substr(begin, end - begin));
    if (!entry) return;
    entries.push_back(std::move(*entry));
    ends_.push_back(end + 1);
  }
}

void Journal::keep(size_t count) { cut(ends_[count]); }

void Journal::cut(uint64_t end) {
  if (::ftruncate(fd_, static_cast<off_t>(end)) != 0 || ::lseek(fd_, static_cast<off_t>(end), SEEK_SET) < 0) {
    throw OutputFailed(path_ + ": " + std::strerror(errno));
  }
}

void Journal::append(const std::string& lines) { write_all(fd_, lines, path_); }

void Journal::remove() { ::unlink(path_.c_str()); }

std::string journal_line(const JournalEntry& entry) {
  return escaped(entry.id) + '\t' + escaped(entry.doc) + '\t' + std::to_string(entry.end) + '\t' +
         (entry.found ? "1" : "0") + '\t' + escaped(entry.failed_at) + '\t' + escaped(entry.error) + '\n';
}

}  // namespace zhibiao::cli
