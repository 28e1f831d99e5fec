// How far a batch has come: a line on standard error while it runs, where that is a terminal, and a summary at its end.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "text/language.h"

namespace zhibiao::cli {

class Progress {
 public:
  explicit Progress(Language language) : language_(language) {}

  // Shows the line from now on. `bytes`: of all files, 0 where that is not known.
  void show(uint64_t bytes);
  void add_file(uint64_t bytes);  // one input file is done
  void add_document();
  void add_done();  // a document that was done before
  void add_failure();
  // Takes the line away, so that a message can be written.
  void clear();
  // 234 documents, 2 failed, 26.1 MB in 1.8 s; "" for a single document.
  std::string summary() const;

 private:
  void draw();
  double seconds() const;
  std::string joined(const std::vector<std::string>& parts) const;

  Language language_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_ = begin_;
  uint64_t all_bytes_ = 0, bytes_ = 0, documents_ = 0, failures_ = 0, done_ = 0;
  bool shown_ = false;
  bool on_screen_ = false;
};

}  // namespace zhibiao::cli
