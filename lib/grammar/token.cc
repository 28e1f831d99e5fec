#include "grammar/token.h"

namespace zhibiao {

namespace {

constexpr std::array<std::string_view, kTokenClasses> kNames = {
    "text",          "head",          "indicator",    "verb",       "adverb",   "predicate",    "scope",
    "own",           "member",        "note",         "and",        "of",       "etc",          "per",
    "pause",         "comma",         "semicolon",    "colon",      "stop",     "open",         "close",
    "rise",          "fall",          "risen_to",     "fallen_to",  "reach",    "growth_noun",  "total",
    "basis",         "share",         "share_noun",   "about_pre",  "more_pre", "less_pre",     "at_least_pre",
    "at_most_pre",   "at_least_post", "at_most_post", "about_post", "estimate", "tone",         "target_noun",
    "baseline_noun", "from",          "to",           "contain",    "among",    "respectively", "each",
    "rank_verb",     "outperform",    "underperform", "frame",      "period",   "condition",    "money",
    "count",         "one",           "people",       "measure",    "duration", "percent",      "points",
    "fraction",      "multiple",      "double",       "ratio",      "rank",     "big",          "number"};

}  // namespace

std::string_view class_name(TokenClass token_class) { return kNames[static_cast<size_t>(token_class)]; }

std::optional<TokenClass> class_named(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<TokenClass>(i);
  return std::nullopt;
}

}  // namespace zhibiao
