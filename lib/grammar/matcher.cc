#include "grammar/matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>

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
  Compiled(const std::string& pattern, Alphabet alphabet) : expression(pattern, options_for(alphabet)) {
    if (!expression.ok()) throw Error(expression.error());
    names.resize(static_cast<size_t>(expression.NumberOfCapturingGroups()) + 1);
    for (const auto& [name, index] : expression.NamedCapturingGroups()) names[static_cast<size_t>(index)] = name;
  }

  RE2 expression;
  std::vector<std::string> names;
};

struct Expression::Lazy {
  std::string pattern;
  Alphabet alphabet;
  std::once_flag once{};
  std::unique_ptr<Compiled> compiled{};
};

Expression::Expression(std::string pattern, Alphabet alphabet) : lazy_(new Lazy{std::move(pattern), alphabet}) {}

const Expression::Compiled& Expression::compiled() const {
  Lazy& lazy = *lazy_;
  std::call_once(lazy.once, [&lazy] { lazy.compiled = std::make_unique<Compiled>(lazy.pattern, lazy.alphabet); });
  return *lazy.compiled;
}

const std::vector<std::string>& Expression::group_names() const { return compiled().names; }

Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;

bool Expression::find(std::string_view text, size_t from, size_t to, std::vector<Group>& groups) const {
  constexpr size_t kMostGroups = 17;
  re2::StringPiece found[kMostGroups];
  const Compiled& compiled = this->compiled();
  const size_t count = std::min(compiled.names.size(), kMostGroups);
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled.expression.Match(piece, from, to, RE2::UNANCHORED, found, static_cast<int>(count))) return false;
  groups.assign(compiled.names.size(), Group{});
  for (size_t i = 0; i < count; ++i) {
    if (found[i].data() == nullptr) continue;
    const int begin = static_cast<int>(found[i].data() - text.data());
    groups[i] = {begin, begin + static_cast<int>(found[i].size())};
  }
  return true;
}

}  // namespace zhibiao
