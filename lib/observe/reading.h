// What a fact rule says of one value: its role, and which tokens fill the other roles. One reading for each value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/data.h"
#include "grammar/skeleton.h"

namespace zhibiao {

// Tokens [begin, end) of a skeleton.
struct TokenRange {
  size_t begin = 0;
  size_t end = 0;
  bool empty() const { return begin >= end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

struct Reading {
  const FactRule* rule = nullptr;
  size_t value = 0;  // the token
  TokenRange match;
  std::optional<TokenRange> indicator, scope, basis, rank_scope, ratio_to;
};

// A rule that matched around a value, and how it ranks: most roles and cues filled, then fewest tokens between, then
// file order.
struct Candidate {
  size_t rule = 0;
  int filled = 0;
  int gap = 0;
  std::vector<Group> groups;  // in bytes of the window
};

// All candidates for the value `token`, best first.
std::vector<Candidate> candidates_for(std::string_view window, const GrammarData& grammar);

// The stretch of a skeleton that decides how a value is read: from the value before to the value after, the one
// in focus marked. `begin` receives the token at which the window begins.
struct Window {
  std::string bytes;
  size_t begin = 0;
};
Window window_around(const Skeleton& skeleton, size_t token);

// The best reading that does not lean on the value before; for a value that a list rule took and that does not go with
// it.
std::optional<Reading> read_alone(const Skeleton& skeleton, size_t token, const GrammarData& grammar);

// The best reading as a value like the one before it in a list.
std::optional<Reading> read_listed(const Skeleton& skeleton, size_t token, const GrammarData& grammar);

// Windows repeat, so the best candidate of each is kept: a table from windows to readings, bounded.
class ReadingTable {
 public:
  // nullopt when no rule gives the value a role.
  std::optional<Reading> read(const Skeleton& skeleton, size_t token, const GrammarData& grammar);

 private:
  std::unordered_map<std::string, std::optional<Candidate>> best_;
};

}  // namespace zhibiao
