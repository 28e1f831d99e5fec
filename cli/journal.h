// What a batch has finished, written down as it goes: a line for each document, so that a batch that was killed goes on
// where it was. A line that was cut off by the kill is no line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zhibiao::cli {

// A document, or an input that could not be read.
struct JournalEntry {
  std::string id;         // of its name and bytes
  std::string doc;        // as its results call it
  uint64_t end = 0;       // of its lines in the one file of results
  bool found = false;     // it has observations
  std::string failed_at;  // where it failed, and the error line; "" if it did not
  std::string error;
  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

class Journal {
 public:
  Journal() = default;
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // `head` tells what the results depend on beside the documents. What a journal with the same head holds stays in
  // `entries` when `resume`; else it begins anew. Throws UsageError when it cannot be written or somebody else does.
  void open(const std::string& path, const std::string& head, bool resume);
  bool is_open() const { return fd_ >= 0; }
  // Forgets all but the first `count` entries of those it was opened with. Throws OutputFailed.
  void keep(size_t count);
  // Throws OutputFailed.
  void append(const std::string& lines);
  void remove();

  std::vector<JournalEntry> entries;  // as they were when it was opened

 private:
  void read_entries(const std::string& text, size_t begin);
  void cut(uint64_t end);

  std::string path_;
  std::vector<uint64_t> ends_;  // of the head and of each entry, in bytes
  int fd_ = -1;
};

std::string journal_line(const JournalEntry& entry);

}  // namespace zhibiao::cli
