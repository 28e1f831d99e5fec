// Where the results of a batch go when it is not standard output: one file, or a folder with a file for each document.
// Either appears under its name only when it is whole, and a journal tells a batch that goes on what is done.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/journal.h"
#include "cli/options.h"
#include "cli/output.h"

namespace zhibiao::cli {

class Delivery {
 public:
  // `made_by`: what the results depend on beside the documents. Throws UsageError.
  Delivery(const Options& options, const std::string& made_by, Output& out);
  ~Delivery();
  Delivery(const Delivery&) = delete;
  Delivery& operator=(const Delivery&) = delete;

  bool is_folder() const { return is_folder_; }
  bool keeps_journal() const { return journal_.is_open(); }

  // One file: the entry of the next item of the input, if all items so far are done and this one is the same as before.
  // For the thread that reads.
  const JournalEntry* next_done(const std::string& id);
  // A folder: the entry of the document if it is done. For any thread.
  const JournalEntry* done(const std::string& doc, const std::string& id) const;

  // Main thread: around the lines of an item; `doc` is missing for an input that is no document.
  void begin(const std::optional<std::string>& doc);
  void end(JournalEntry entry);
  void skip();
  // Main thread: all is written. Throws OutputFailed.
  void finish();
  // Instead: what was there before stays as it is.
  void discard();

 private:
  void open_part(bool resume);
  void begin_writing();
  void begin_file();
  void end_file(const JournalEntry& entry);

  Output& out_;
  const std::string path_;
  bool is_folder_ = false;
  bool is_atomic_ = true;  // no device or pipe
  std::string part_;
  Journal journal_;
  std::string pending_;  // journal lines of what is not written yet
  std::map<std::string, const JournalEntry*> by_doc_;
  size_t asked_ = 0;                // items that next_done knew
  bool intact_ = true;              // so far all were as before
  size_t skipped_ = 0;              // items that stay as they are
  bool writes_ = false;             // beyond them
  std::optional<std::string> doc_;  // at hand
};

// docs/a.txt → docs/a.txt.ndjson: below a folder whatever the document's name is, and another one for each name.
std::string result_path(const std::string& doc);

}  // namespace zhibiao::cli
