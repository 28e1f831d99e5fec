#include "grammar/claims.h"

#include <algorithm>

#include "mention/period.h"

namespace zhibiao {

namespace {

bool guarded(const MentionRule& rule, std::string_view text, ByteSpan span) {
  const std::string_view before = text.substr(0, span.begin), after = text.substr(span.end);
  for (const std::string& word : rule.not_after)
    if (before.size() >= word.size() && before.substr(before.size() - word.size()) == word) return true;
  for (const std::string& word : rule.not_before)
    if (after.substr(0, word.size()) == word) return true;
  const auto follows = [&](const std::string& word) { return after.substr(0, word.size()) == word; };
  return !rule.before.empty() && std::none_of(rule.before.begin(), rule.before.end(), follows);
}

std::string canonical(const MentionRule& rule, std::string_view text, const std::vector<Group>& groups,
                      const ReportMeta& meta, Part part) {
  if (rule.kind != MentionKind::period && rule.kind != MentionKind::date) return "";
  PeriodParts parts;
  const std::vector<std::string>& names = rule.expression.group_names();
  for (size_t i = 1; i < groups.size(); ++i) {
    if (!groups[i].matched()) continue;
    const std::string_view piece =
        text.substr(static_cast<size_t>(groups[i].begin), static_cast<size_t>(groups[i].end - groups[i].begin));
    const std::string& name = names[i];
    if (name == "y")
      parts.y = piece;
    else if (name == "y2")
      parts.y2 = piece;
    else if (name == "m")
      parts.m = piece;
    else if (name == "m2")
      parts.m2 = piece;
    else if (name == "q")
      parts.q = piece;
    else if (name == "h")
      parts.h = piece;
    else if (name == "plan")
      parts.plan = piece;
    else if (name == "rel" || name == "rel2")
      parts.rel = piece;
    else if (name == "n" || name == "n2")
      parts.n = piece;
    else if (name == "edge")
      parts.edge = piece;
  }
  return resolve_period(parts, meta, part);
}

struct Hit {
  ByteSpan span;
  size_t rule;
  std::vector<Group> groups;
};

void collect(const MentionRule& rule, size_t index, std::string_view text, Screen::Reach reach,
             std::vector<Hit>& hits) {
  std::vector<Group> groups;
  for (size_t from = reach.begin; from <= reach.last && rule.expression.find(text, from, reach.end, groups);) {
    const ByteSpan span{static_cast<uint32_t>(groups[0].begin), static_cast<uint32_t>(groups[0].end)};
    from = std::max<size_t>(span.end, from + 1);
    if (span.empty()) break;
    if (!guarded(rule, text, span)) hits.push_back({span, index, groups});
  }
}

}  // namespace

std::vector<Claim> find_claims(const Folded& folded, const ReportMeta& meta, Part part, const GrammarData& grammar) {
  std::vector<Hit> hits;
  grammar.mention_screen.each_candidate(folded.text, [&](size_t rule, Screen::Reach reach) {
    collect(grammar.mention_rules[rule], rule, folded.text, reach, hits);
  });
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end != b.span.end ? a.span.end > b.span.end : a.rule < b.rule;
  });
  std::vector<Claim> claims;
  for (const Hit& hit : hits) {
    if (!claims.empty() && hit.span.begin < claims.back().bytes.end) continue;
    const MentionRule& rule = grammar.mention_rules[hit.rule];
    Mention mention;
    mention.kind = rule.kind;
    mention.span = folded.span(hit.span.begin, hit.span.end);
    mention.text = folded.text.substr(hit.span.begin, hit.span.end - hit.span.begin);
    mention.rule = rule.name;
    mention.canonical = canonical(rule, folded.text, hit.groups, meta, part);
    claims.push_back({hit.span, std::move(mention)});
  }
  return claims;
}

}  // namespace zhibiao
