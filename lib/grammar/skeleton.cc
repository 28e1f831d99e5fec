#include "grammar/skeleton.h"

#include <algorithm>

#include "text/utf8.h"

namespace zhibiao {

namespace {

using enum TokenClass;

// The unit behind its multiplier: 万平方米 → 平方米. nullptr when the list does not know it.
const UnitInfo* find_unit(std::string_view unit, const FigureWords& words) {
  const Trie::Hit whole = words.units.longest(unit, 0);
  if (whole.length == unit.size() && whole.length > 0) return &words.unit_info[static_cast<size_t>(whole.value)];
  for (const std::string_view power : {"万", "亿", "千", "百", "十"})
    if (unit.substr(0, power.size()) == power) return find_unit(unit.substr(power.size()), words);
  return whole.length > 0 ? &words.unit_info[static_cast<size_t>(whole.value)] : nullptr;
}

TokenClass quantity_class(const Mention& mention, const GrammarData& grammar) {
  const UnitInfo* info = find_unit(mention.figure->unit, grammar.figures);
  if (info == nullptr) return measure;
  if (info->category == "money") return money;
  if (info->category == "people") return people;
  // 一个, 一支 mostly count nothing; only some rules take them.
  if (info->counts || info->category == "count")
    return mention.text.starts_with("一") && mention.figure->value == Decimal(1) ? one : count;
  return info->category == "time" || info->category == "age" ? duration : measure;
}

bool ends_in_place(std::string_view ordinal) {
  return ordinal.size() > 3 &&
         (ordinal.substr(ordinal.size() - 3) == "位" || ordinal.substr(ordinal.size() - 3) == "名");
}

// Not in lines as anybody may write them.
bool lacks_figure(const Mention& mention) {
  return !mention.figure && (mention.kind <= MentionKind::rank || mention.kind == MentionKind::duration);
}

TokenClass class_of(const Mention& mention, const GrammarData& grammar) {
  if (mention.inside || lacks_figure(mention)) return text;
  if (mention.rule.starts_with("name.per")) return per;
  if (mention.rule.starts_with("frame.")) return contain;
  switch (mention.kind) {
    case MentionKind::number:
      return mention.figure && !mention.figure->multiplier.empty() ? big : number;
    case MentionKind::quantity:
      return quantity_class(mention, grammar);
    case MentionKind::percent:
      return percent;
    case MentionKind::points:
      return points;
    case MentionKind::fraction:
      return fraction;
    case MentionKind::multiple:
      return mention.figure->unit == "番" ? double_ : multiple;
    case MentionKind::ratio:
      return ratio;
    case MentionKind::rank:
      return rank;
    case MentionKind::ordinal:
      return ends_in_place(mention.text) ? rank : text;
    case MentionKind::numbering:
      // （1）, 一是, 第五，: what only counts the points of a text.
      return mention.rule.starts_with("listing.") ? note : text;
    case MentionKind::duration:
      return duration;
    case MentionKind::date:
    case MentionKind::period:
      return period;
    case MentionKind::condition:
      return condition;
    default:
      return text;
  }
}

std::optional<TokenClass> punctuation(char32_t mark) {
  switch (mark) {
    case U'，':
    case U',':
      return comma;
    case U'、':
      return pause;
    case U'；':
    case U';':
      return semicolon;
    case U'：':
    case U':':
    case U'∶':
      return colon;
    case U'。':
    case U'！':
    case U'!':
    case U'？':
    case U'?':
    case U'\n':
    case U'\r':
      return stop;
    case U'（':
    case U'(':
      return open;
    case U'）':
    case U')':
      return close;
    default:
      return std::nullopt;
  }
}

class Builder {
 public:
  Builder(Skeleton& skeleton, const std::vector<Mention>& mentions, const GrammarData& grammar)
      : skeleton_(skeleton), mentions_(mentions), grammar_(grammar) {}

  void build() {
    skeleton_.tokens.reserve(skeleton_.folded.text.size() / 8 + 8);
    uint32_t at = 0;
    for (size_t m = 0; m < mentions_.size(); ++m) {
      const Mention& mention = mentions_[m];
      if (mention.kind == MentionKind::indicator || mention.kind == MentionKind::scope) continue;
      const uint32_t begin = skeleton_.folded.byte_at(mention.span.begin);
      const uint32_t end = skeleton_.folded.byte_at(mention.span.end);
      if (begin < at || begin >= end) continue;
      words(at, begin);
      const TokenClass c = class_of(mention, grammar_);
      if (c == text)
        add_text(begin, end);
      else
        add({c, {begin, end}, static_cast<int>(m), -1});
      at = end;
    }
    words(at, static_cast<uint32_t>(skeleton_.folded.text.size()));
    settle();
    skeleton_.bytes.reserve(skeleton_.tokens.size());
    for (const Token& token : skeleton_.tokens) skeleton_.bytes += class_byte(token.token_class);
  }

 private:
  static bool opens_predicate(TokenClass c) {
    return c == rise || c == fall || c == risen_to || c == fallen_to || c == more_pre || c == basis || c == outperform;
  }

  // 中 and 内 take something apart only before a comma: 在出口总额中，…; 大中型 and 市内 are words.
  void settle() {
    std::vector<Token>& tokens = skeleton_.tokens;
    size_t kept = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
      Token token = tokens[i];
      const TokenClass next = i + 1 < tokens.size() ? tokens[i + 1].token_class : size_;
      const bool counted = next == reach && skeleton_.text(i + 1) == "有";  // 35个行业大类中|有21个
      if (token.token_class == among && next != comma && !counted) token = {text, token.bytes, -1, -1};
      // 、突破9万亿元 and 、达14万亿元 go on with another clause.
      const bool attains = next == reach && skeleton_.text(i + 1).starts_with("达");
      if (token.token_class == pause && (attains || opens_predicate(next))) token.token_class = comma;
      const bool joins = token.token_class == text && kept > 0 && tokens[kept - 1].token_class == text &&
                         tokens[kept - 1].bytes.end == token.bytes.begin;
      if (joins)
        tokens[kept - 1].bytes.end = token.bytes.end;
      else
        tokens[kept++] = token;
    }
    tokens.resize(kept);
  }

  void add(const Token& token) { skeleton_.tokens.push_back(token); }

  // Runs of text are one token.
  void add_text(uint32_t begin, uint32_t end) {
    if (!skeleton_.tokens.empty()) {
      Token& last = skeleton_.tokens.back();
      if (last.token_class == text && last.bytes.end == begin) {
        last.bytes.end = end;
        return;
      }
    }
    add({text, {begin, end}, -1, -1});
  }

  // 占|地区生产总值, not 占地|区…: the cue 占 and a name that reaches further than the word found.
  std::optional<Trie::Hit> before_longer(std::string_view folded, uint32_t i, const Trie::Hit& hit) const {
    constexpr std::string_view kShare = "占";
    if (hit.length <= kShare.size() || folded.substr(i, kShare.size()) != kShare) return std::nullopt;
    const Trie::Hit name = grammar_.words.longest(folded, i + kShare.size());
    if (name.length <= hit.length) return std::nullopt;
    const Trie::Hit cue = grammar_.words.longest(folded.substr(0, i + kShare.size()), i);
    return cue.length == kShare.size() ? std::optional(cue) : std::nullopt;
  }

  void words(uint32_t begin, uint32_t end) {
    const std::string_view folded = std::string_view(skeleton_.folded.text).substr(0, end);
    for (uint32_t i = begin; i < end;) {
      Trie::Hit hit = grammar_.words.longest(folded, i);
      if (hit.length > 0) {
        if (const auto shorter = before_longer(folded, i, hit)) hit = *shorter;
        const TokenClass c = grammar_.word_info[static_cast<size_t>(hit.value)].token_class;
        if (c == text)
          add_text(i, i + hit.length);
        else
          add({c, {i, i + hit.length}, -1, hit.value});
        i += hit.length;
        continue;
      }
      const CodePoint point = code_point_at(folded, i);
      const auto length = static_cast<uint32_t>(point.length);
      const auto mark = punctuation(point.value);
      if (mark)
        add({*mark, {i, i + length}, -1, -1});
      else if (folded[i] != ' ')
        add_text(i, std::min(i + length, end));
      i += length;
    }
  }

  Skeleton& skeleton_;
  const std::vector<Mention>& mentions_;
  const GrammarData& grammar_;
};

}  // namespace

Skeleton make_skeleton(Folded folded, const std::vector<Mention>& mentions, const GrammarData& grammar) {
  Skeleton skeleton;
  skeleton.folded = std::move(folded);
  Builder(skeleton, mentions, grammar).build();
  return skeleton;
}

}  // namespace zhibiao
