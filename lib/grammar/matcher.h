// The only place that knows RE2.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

enum class Alphabet : uint8_t { utf8, bytes };

// Where a group matched, in bytes; begin < 0 when it did not.
struct Group {
  int begin = -1;
  int end = -1;
  bool matched() const { return begin >= 0; }
};

class Expression {
 public:
  // Compiled when it is first used, by whichever thread that is: many are not needed for the documents at hand.
  Expression(std::string pattern, Alphabet alphabet);
  ~Expression();
  Expression(Expression&&) noexcept;
  Expression& operator=(Expression&&) noexcept;

  // Throws Error with RE2's message, which quotes the piece at fault; so does every other use of a wrong pattern.
  void check() const { compiled(); }
  const std::vector<std::string>& group_names() const;  // [0] is the whole match
  // The first match at or after `from`; group 0 is the whole. `groups` is resized; false when there is none.
  bool find(std::string_view text, size_t from, std::vector<Group>& groups) const {
    return find(text, from, text.size(), groups);
  }
  // The same within bytes [from, to).
  bool find(std::string_view text, size_t from, size_t to, std::vector<Group>& groups) const;

 private:
  struct Lazy;
  struct Compiled;
  const Compiled& compiled() const;

  std::unique_ptr<Lazy> lazy_;
};

}  // namespace zhibiao
