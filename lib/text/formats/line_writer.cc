#include "text/formats/line_writer.h"

#include <utility>

#include "text/utf8.h"

namespace zhibiao {

namespace {

bool is_wide(char32_t c) { return is_hanzi(c) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E); }

bool is_dropped(char32_t c) { return c < 0x20 || c == 0x7F || c == 0xFEFF; }

}  // namespace

void LineWriter::add_character(char32_t c, std::string_view bytes, bool linked) {
  if (c != 0x3000 && is_space(c)) {
    space_ = true;
    broke_ = broke_ || is_line_break(c);
    return;
  }
  if (is_dropped(c) || (c == 0x3000 && open_.text.empty())) return;
  if (space_ && !open_.text.empty() && !(broke_ && after_hanzi_ && is_wide(c))) open_.text += ' ';
  space_ = broke_ = false;
  open_.text += bytes;
  if (linked) open_.linked += bytes.size();
  after_hanzi_ = is_wide(c);
}

void LineWriter::add(std::string_view piece, bool linked) {
  for (size_t pos = 0; pos < piece.size();) {
    const CodePoint point = code_point_at(piece, pos);
    add_character(point.value, piece.substr(pos, point.length), linked);
    pos += point.length;
  }
}

void LineWriter::end_line() {
  std::string& text = open_.text;
  while (!text.empty() && is_space(code_point_before(text, text.size()).value)) {
    text.resize(text.size() - code_point_before(text, text.size()).length);
  }
  if (!text.empty()) lines_.push_back(std::move(open_));
  open_ = {};
  space_ = broke_ = after_hanzi_ = false;
}

void LineWriter::add_line(std::string line) {
  end_line();
  lines_.push_back({std::move(line), 0});
}

std::string LineWriter::joined() {
  end_line();
  std::string all;
  for (const WrittenLine& line : lines_) {
    if (!all.empty()) all += ' ';
    all += line.text;
  }
  return all;
}

std::string text_of(const std::vector<WrittenLine>& lines) {
  std::string text;
  for (const WrittenLine& line : lines) {
    text += line.text;
    text += '\n';
  }
  return text;
}

}  // namespace zhibiao
