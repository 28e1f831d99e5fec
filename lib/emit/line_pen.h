// A line of JSON while it is written.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/json.h"
#include "emit/json_string.h"
#include "text/span.h"

namespace zhibiao {

// Writes to memory of its own that has room for everything of a line whose length is bounded (keys, words of lists,
// whole numbers); only texts ask whether they fit.
class LinePen {
 public:
  LinePen() { grow(0); }

  std::string_view line() const { return {room_.data(), static_cast<size_t>(at_ - room_.data())}; }
  void begin() {
    at_ = room_.data();
    free_ = room_.size() - kBounded;
  }

  template <size_t n>
  void put(const std::array<char, n>& text) {
    std::memcpy(at_, text.data(), n);
    at_ += n;
  }
  template <size_t n>
  void put(const char (&text)[n]) {
    std::memcpy(at_, text, n - 1);
    at_ += n - 1;
  }
  void put(char c) { *at_++ = c; }

  void copy(std::string_view text) {
    take(text.size());
    fill(text);
  }

  void string(std::string_view text) {
    if (plain_bytes(text) < text.size()) {
      std::string escaped;
      append_json_string(escaped, text);
      return copy(escaped);
    }
    word(text);
  }

  // What needs no escaping.
  void word(std::string_view text) {
    take(text.size() + 2);
    put('"');
    fill(text);
    put('"');
  }

  void integer(uint32_t number) { at_ = std::to_chars(at_, at_ + 10, number).ptr; }

  void span(Span span) {
    put('[');
    integer(span.begin);
    put(',');
    integer(span.end);
    put(']');
  }

  template <size_t n>
  void span(const char (&key)[n], const std::optional<Span>& one) {
    if (!one) return;
    put(key);
    span(*one);
  }

  void strings(const std::vector<std::string>& texts) {
    if (texts.empty()) return put("[]");
    char separator = '[';
    for (const std::string& text : texts) {
      copy({&separator, 1});
      string(text);
      separator = ',';
    }
    put(']');
  }

 private:
  static constexpr size_t kBounded = 4096;  // more than all keys, words and numbers of a line

  void take(size_t size) {
    if (size > free_) grow(size);
    free_ -= size;
  }

  void fill(std::string_view text) {
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }

  void grow(size_t size) {
    const size_t used = room_.empty() ? 0 : static_cast<size_t>(at_ - room_.data());
    room_.resize(2 * (used + size) + 2 * kBounded);
    at_ = room_.data() + used;
    free_ = room_.size() - used - kBounded;
  }

  std::vector<char> room_;
  char* at_ = nullptr;
  size_t free_ = 0;  // for texts
};

}  // namespace zhibiao
