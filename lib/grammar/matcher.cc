#include "grammar/matcher.h"

#include <re2/re2.h>

#include <algorithm>

#include "text/error.h"

namespace zhibiao {

namespace {

RE2::Options options_for(Alphabet alphabet) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(alphabet == Alphabet::utf8 ? RE2::Options::EncodingUTF8 : RE2::Options::EncodingLatin1);
  return options;
}

}  // namespace

struct Expression::Compiled {
  RE2 expression;
};

Expression::Expression(const std::string& pattern, Alphabet alphabet)
    : compiled_(new Compiled{RE2(pattern, options_for(alphabet))}) {
  const RE2& expression = compiled_->expression;
  if (!expression.ok()) throw Error(expression.error());
  names_.resize(static_cast<size_t>(expression.NumberOfCapturingGroups()) + 1);
  for (const auto& [name, index] : expression.NamedCapturingGroups()) names_[static_cast<size_t>(index)] = name;
}

Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;

bool Expression::find(std::string_view text, size_t from, size_t to, std::vector<Group>& groups) const {
  constexpr size_t kMostGroups = 17;
  re2::StringPiece found[kMostGroups];
  const size_t count = std::min(names_.size(), kMostGroups);
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled_->expression.Match(piece, from, to, RE2::UNANCHORED, found, static_cast<int>(count))) return false;
  groups.assign(names_.size(), Group{});
  for (size_t i = 0; i < count; ++i) {
    if (found[i].data() == nullptr) continue;
    const int begin = static_cast<int>(found[i].data() - text.data());
    groups[i] = {begin, begin + static_cast<int>(found[i].size())};
  }
  return true;
}

}  // namespace zhibiao
