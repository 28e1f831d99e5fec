// What several tests need: the reports that stand in the repository, text by code points, and a command's outcome.
#pragma once

#include <sys/wait.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/formats/sanitized.h"
#include "text/span.h"

namespace zhibiao::testing {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return std::string(std::istreambuf_iterator<char>(file), {});
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The .txt files of a folder of the repository, as paths relative to it ("samples/x.txt"), sorted.
inline std::vector<std::string> texts_in(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ZHIBIAO_SOURCE_DIR) / folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(folder + "/" + entry.path().filename().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline std::vector<std::string> reports() {
  std::vector<std::string> paths = texts_in("samples");
  for (std::string& path : texts_in("tests/gold")) paths.push_back(std::move(path));
  return paths;
}

inline std::string read_report(const std::string& path) {
  return read_file(std::filesystem::path(ZHIBIAO_SOURCE_DIR) / path);
}

// A UTF-8 text that is cut by code points. Counts every byte that does not continue a character.
class Points {
 public:
  explicit Points(std::string_view text) : text_(text) {
    for (uint32_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) begin_.push_back(i);
    }
    begin_.push_back(static_cast<uint32_t>(text.size()));
  }
  uint32_t size() const { return static_cast<uint32_t>(begin_.size() - 1); }
  bool holds(Span span) const { return span.begin <= span.end && span.end <= size(); }
  // REQUIRES: holds(span).
  std::string_view operator[](Span span) const {
    return text_.substr(begin_[span.begin], begin_[span.end] - begin_[span.begin]);
  }

 private:
  std::string_view text_;
  std::vector<uint32_t> begin_;
};

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
inline bool is_utf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const unsigned char lead = static_cast<unsigned char>(text[i]);
    const size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    uint32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (size_t k = 1; k < length; ++k) {
      const unsigned char next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0) != 0x80) return false;
      point = point << 6 | (next & 0x3F);
    }
    if (length == 3 && (point < 0x800 || (point >= 0xD800 && point < 0xE000))) return false;
    if (length == 4 && (point < 0x10000 || point > 0x10FFFF)) return false;
    i += length;
  }
  return true;
}

struct Outcome {
  int code = 0;
  std::string out;
};

// Runs a line of bash in the repository's folder; a pipe fails where one of its commands fails. `$zhibiao` is the
// binary.
inline Outcome run_shell(const std::string& line) {
  setenv("zhibiao", ZHIBIAO_BIN, 1);
  setenv("line", ("cd '" ZHIBIAO_SOURCE_DIR "' && " + line).c_str(), 1);
  FILE* pipe = popen("exec bash -o pipefail -c \"$line\"", "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run: " + line);
  Outcome outcome;
  char buffer[1 << 16];
  for (size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) outcome.out.append(buffer, n);
  const int status = pclose(pipe);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

}  // namespace zhibiao::testing
