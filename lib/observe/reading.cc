#include "observe/reading.h"

#include <algorithm>
#include <tuple>

namespace zhibiao {

namespace {

constexpr size_t kReach = 28;             // tokens to either side of a value
constexpr size_t kMostWindows = 1 << 16;  // kept at once

bool is_cue(TokenClass c) { return c >= TokenClass::rise && c <= TokenClass::frame; }

bool ends_window(TokenClass c) { return is_value(c) || c == TokenClass::semicolon || c == TokenClass::stop; }

TokenClass class_at(std::string_view window, size_t i) {
  return static_cast<TokenClass>((static_cast<unsigned char>(window[i]) & 0x7f) - 1);
}

void rate(Candidate& candidate, std::string_view window) {
  std::vector<bool> counted(window.size(), false);
  for (size_t g = 1; g < candidate.groups.size(); ++g) {
    const Group& group = candidate.groups[g];
    if (!group.matched() || group.begin == group.end) continue;
    ++candidate.filled;
    for (int i = group.begin; i < group.end; ++i) counted[static_cast<size_t>(i)] = true;
  }
  for (int i = candidate.groups[0].begin; i < candidate.groups[0].end; ++i) {
    const auto at = static_cast<size_t>(i);
    if (counted[at]) continue;
    const TokenClass c = class_at(window, at);
    if (c == TokenClass::pause || c == TokenClass::and_) continue;
    if (is_cue(c) || is_value(c))
      ++candidate.filled;
    else
      ++candidate.gap;
  }
}

std::optional<TokenRange>* range_named(Reading& reading, std::string_view role) {
  if (role == "indicator") return &reading.indicator;
  if (role == "scope") return &reading.scope;
  if (role == "basis") return &reading.basis;
  if (role == "rank_scope") return &reading.rank_scope;
  return role == "ratio_to" ? &reading.ratio_to : nullptr;
}

Reading reading_of(const Candidate& candidate, size_t origin, size_t token, const GrammarData& grammar) {
  const FactRule& rule = grammar.fact_rules[candidate.rule];
  Reading reading;
  reading.rule = &rule;
  reading.value = token;
  reading.match = {origin + static_cast<size_t>(candidate.groups[0].begin),
                   origin + static_cast<size_t>(candidate.groups[0].end)};
  for (const auto& [name, number] : rule.groups) {
    const Group& group = candidate.groups[number];
    std::optional<TokenRange>* range = range_named(reading, name);
    if (range == nullptr || *range || !group.matched() || group.begin >= group.end) continue;
    *range = {origin + static_cast<size_t>(group.begin), origin + static_cast<size_t>(group.end)};
  }
  return reading;
}

}  // namespace

std::vector<Candidate> candidates_for(std::string_view window, const GrammarData& grammar) {
  std::vector<Candidate> out;
  grammar.fact_screen.each_candidate(window, [&](size_t index, Screen::Reach) {
    const FactRule& rule = grammar.fact_rules[index];
    Candidate candidate;
    candidate.rule = index;
    if (!rule.expression.find(window, 0, candidate.groups) || !candidate.groups[rule.value_group].matched()) return;
    rate(candidate, window);
    out.push_back(std::move(candidate));
  });
  std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
    return std::make_tuple(-a.filled, a.gap, a.rule) < std::make_tuple(-b.filled, b.gap, b.rule);
  });
  return out;
}

Window window_around(const Skeleton& skeleton, size_t token) {
  const std::vector<Token>& tokens = skeleton.tokens;
  size_t begin = token;
  while (begin > 0 && token - begin < kReach) {
    --begin;
    if (ends_window(tokens[begin].token_class)) break;
  }
  size_t end = token + 1;
  while (end < tokens.size() && end - token < kReach) {
    ++end;
    if (ends_window(tokens[end - 1].token_class)) break;
  }
  Window window{skeleton.bytes.substr(begin, end - begin), begin};
  window.bytes[token - begin] = focus_byte(tokens[token].token_class);
  return window;
}

namespace {

std::optional<Reading> read_as(const Skeleton& skeleton, size_t token, const GrammarData& grammar, bool listed) {
  const Window window = window_around(skeleton, token);
  for (const Candidate& candidate : candidates_for(window.bytes, grammar))
    if ((grammar.fact_rules[candidate.rule].role == ValueRole::same) == listed)
      return reading_of(candidate, window.begin, token, grammar);
  return std::nullopt;
}

}  // namespace

std::optional<Reading> read_alone(const Skeleton& skeleton, size_t token, const GrammarData& grammar) {
  return read_as(skeleton, token, grammar, false);
}

std::optional<Reading> read_listed(const Skeleton& skeleton, size_t token, const GrammarData& grammar) {
  return read_as(skeleton, token, grammar, true);
}

std::optional<Reading> ReadingTable::read(const Skeleton& skeleton, size_t token, const GrammarData& grammar) {
  const Window window = window_around(skeleton, token);
  if (best_.size() >= kMostWindows) best_.clear();
  const auto [entry, is_new] = best_.try_emplace(window.bytes);
  if (is_new) {
    std::vector<Candidate> candidates = candidates_for(window.bytes, grammar);
    if (!candidates.empty()) entry->second = std::move(candidates.front());
  }
  if (!entry->second) return std::nullopt;
  return reading_of(*entry->second, window.begin, token, grammar);
}

}  // namespace zhibiao
