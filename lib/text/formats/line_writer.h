// Text that comes in pieces → lines, its white space as a browser would show it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

struct WrittenLine {
  std::string text;   // without a line break; a TAB only in a table row
  size_t linked = 0;  // bytes of it that are links
};

class LineWriter {
 public:
  // Runs of spaces, TABs and line breaks become one space; none at a line's ends, and none where a line break of the
  // source stood between two Hanzi.
  void add(std::string_view piece, bool linked = false);
  // Ends the line if anything is on it.
  void end_line();
  // A whole line as it is.
  void add_line(std::string line);

  std::vector<WrittenLine>& lines() { return lines_; }
  // All that was written, on one line.
  std::string joined();

 private:
  void add_character(char32_t c, std::string_view bytes, bool linked);

  std::vector<WrittenLine> lines_;
  WrittenLine open_;
  bool space_ = false;  // white space is due
  bool broke_ = false;  // and it held a line break
  bool after_hanzi_ = false;
};

// The lines, each with a line break behind it.
std::string text_of(const std::vector<WrittenLine>& lines);

}  // namespace zhibiao
