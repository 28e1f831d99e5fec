#include "observe/pair.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace zhibiao {

namespace {

using enum TokenClass;

bool stands_alone(const Skeleton& skeleton, TokenRange range) {
  const TokenClass last = skeleton.tokens[range.end - 1].token_class;
  return last == head || last == indicator;
}

// Where the shared head noun of the last member begins: [C][产值] → the token of 产值.
size_t head_begin(const Skeleton& skeleton, TokenRange range) {
  size_t begin = range.end - 1;
  while (begin > range.begin && (skeleton.tokens[begin - 1].token_class == head)) --begin;
  return begin;
}

// 城乡居民… told of two values is told of 城镇 and of 农村.
std::optional<Pairing> town_and_country(const Skeleton& skeleton, TokenRange name) {
  const ByteSpan first = skeleton.tokens[name.begin].bytes;
  if (std::string_view(skeleton.folded.text).substr(first.begin, 6) != "城乡") return std::nullopt;
  Pairing pairing;
  pairing.members.push_back({name, {}, ByteSpan{first.begin, first.begin + 3}, {}});
  pairing.members.push_back({name, {}, ByteSpan{first.begin + 3, first.begin + 6}, {}});
  return pairing;
}

// 第一、二、三产业… told of three values is told of each of them.
std::optional<Pairing> three_industries(const Skeleton& skeleton, TokenRange name) {
  constexpr std::string_view kIndustries[] = {"一", "二", "三"};
  const ByteSpan first = skeleton.tokens[name.begin].bytes;
  const std::string_view text = std::string_view(skeleton.folded.text).substr(first.begin, first.end - first.begin);
  if (!text.ends_with("产业")) return std::nullopt;
  Pairing pairing;
  for (const std::string_view one : kIndustries) {
    const size_t at = text.find(one);
    if (at == text.npos) return std::nullopt;
    const auto begin = first.begin + static_cast<uint32_t>(at);
    pairing.members.push_back({name, {}, ByteSpan{begin, begin + static_cast<uint32_t>(one.size())}, {}});
  }
  return pairing;
}

// The listed scope word that a token begins with: 农村 of 农村常住居民人均可支配收入.
std::optional<ByteSpan> leading_member(const Skeleton& skeleton, size_t token, const GrammarData& grammar) {
  const uint32_t begin = skeleton.tokens[token].bytes.begin;
  std::optional<ByteSpan> found;
  grammar.words.each(skeleton.folded.text, begin, [&](uint32_t length, int32_t word) {
    if (grammar.word_info[static_cast<size_t>(word)].token_class == member) found = ByteSpan{begin, begin + length};
  });
  return found;
}

constexpr uint32_t kLongest = std::string_view("农副产品").size();

// 粮食、棉花、油料产量: the noun that a known name ends in, when what stands before it is as short as the other
// members.
std::optional<ByteSpan> head_inside(const Skeleton& skeleton, TokenRange last, const GrammarData& grammar) {
  if (last.end - last.begin != 1) return std::nullopt;
  const ByteSpan bytes = skeleton.tokens[last.begin].bytes;
  const std::string_view text = std::string_view(skeleton.folded.text).substr(0, bytes.end);
  for (uint32_t at = bytes.begin + utf8_length(text[bytes.begin]); at < bytes.end && at - bytes.begin <= kLongest;
       at += utf8_length(text[at])) {
    const Trie::Hit hit = grammar.words.longest(text, at);
    const bool ends = hit.length > 0 && at + hit.length == bytes.end;
    if (ends && grammar.word_info[static_cast<size_t>(hit.value)].token_class == head) return ByteSpan{at, bytes.end};
  }
  return std::nullopt;
}

// 交通、能源分别|完成投资|3252亿元、2140亿元: the noun between 分别 and its first value; empty if there is none.
TokenRange noun_behind(const Skeleton& skeleton, size_t respectively_token) {
  size_t end = respectively_token + 1, begin = end;
  bool has_head = false;
  for (; end < skeleton.tokens.size() && !is_value(skeleton.tokens[end].token_class); ++end) {
    const TokenClass c = skeleton.tokens[end].token_class;
    if (c == head || c == indicator || c == text || c == verb) {
      has_head |= c == head || c == indicator;
      continue;
    }
    if (begin == end && (c == adverb || c == reach)) {
      begin = end + 1;
      continue;
    }
    break;
  }
  return has_head ? TokenRange{begin, end} : TokenRange{};
}

Pairing named_members(const Skeleton& skeleton, TokenRange name, const std::vector<TokenRange>& parts,
                      const GrammarData& grammar) {
  Pairing pairing;
  const TokenRange last = parts.back();
  const bool shared =
      stands_alone(skeleton, last) && skeleton.text(last.end - 1) != "数" &&  // 托位、床位|数
      std::none_of(parts.begin(), parts.end() - 1, [&](TokenRange part) { return stands_alone(skeleton, part); });
  if (!shared) {
    for (const TokenRange part : parts) pairing.members.push_back({part, {}, {}, {}});
    return pairing;
  }
  const auto kind = [&](size_t token) { return skeleton.tokens[token].token_class == member; };
  const bool kinds = last.end - last.begin > 1 && kind(last.begin) &&  // 城镇和农村|人均住房面积
                     std::all_of(parts.begin(), parts.end() - 1,
                                 [&](TokenRange part) { return part.end - part.begin == 1 && kind(part.begin); });
  const size_t head_token = kinds ? last.begin + 1 : head_begin(skeleton, last);
  const TokenRange indicator = head_token == last.begin ? name : TokenRange{head_token, last.end};
  const bool short_parts = std::all_of(parts.begin(), parts.end() - 1, [&](TokenRange part) {
    return skeleton.tokens[part.end - 1].bytes.end - skeleton.tokens[part.begin].bytes.begin <= kLongest;
  });
  const std::optional<ByteSpan> shared_head =
      head_token == last.begin && short_parts && !leading_member(skeleton, last.begin, grammar)
          ? head_inside(skeleton, last, grammar)
          : std::nullopt;
  for (const TokenRange part : parts) {
    const bool is_last = part == last;
    PairMember one{indicator, part, {}, {}, shared_head};
    if (shared_head && is_last) {
      one.scope = {}, one.scope_bytes = ByteSpan{skeleton.tokens[last.begin].bytes.begin, shared_head->begin};
      pairing.members.push_back(one);
      continue;
    }
    if (is_last && head_token > last.begin) one.scope = {last.begin, head_token};
    if (is_last && head_token == last.begin) {
      one.scope = {}, one.scope_bytes = leading_member(skeleton, last.begin, grammar);
      if (!one.scope_bytes) one.indicator = part;  // 地表水、|近岸海域水质优良比例
    }
    pairing.members.push_back(one);
  }
  return pairing;
}

std::vector<TokenRange> split(const Skeleton& skeleton, TokenRange name, bool at_and) {
  std::vector<TokenRange> parts;
  size_t begin = name.begin;
  int depth = 0;
  for (size_t i = name.begin; i <= name.end; ++i) {
    const TokenClass c = i < name.end ? skeleton.tokens[i].token_class : pause;
    if (c == open) ++depth;
    if (c == close) --depth;
    if (depth > 0 || (c != pause && (c != and_ || !at_and))) continue;
    if (i > begin) parts.push_back({begin, i});
    begin = i + 1;
  }
  return parts;
}

// The members of one name that is told of as many values; `behind`: the noun between 分别 and the values, if there is
// one.
std::optional<Pairing> pair_name(const Skeleton& skeleton, TokenRange name, TokenRange behind, const ValueList& list,
                                 const GrammarData& grammar) {
  const std::vector<TokenRange> parts = parts_of(skeleton, name, list.count);
  std::optional<Pairing> pairing;
  if (parts.size() == 1 && list.count == 2) pairing = town_and_country(skeleton, name);
  if (parts.size() == 1 && list.count == 3) pairing = three_industries(skeleton, name);
  if (pairing || parts.size() != list.count) return pairing;
  if (behind.empty()) return named_members(skeleton, name, parts, grammar);
  pairing.emplace();
  for (const TokenRange part : parts) pairing->members.push_back({behind, part, {}, {}});
  return pairing;
}

bool is_bound_word(TokenClass c) {
  return c == at_least_post || c == about_post || c == at_most_post || c == about_pre || c == more_pre ||
         c == at_least_pre;
}

// 1324人|凭转化贡献晋升, 5家|企业: a value that counts what stands behind it.
bool is_named_behind(const Skeleton& skeleton, size_t value) {
  size_t next = value + 1;
  while (next < skeleton.tokens.size() && is_bound_word(skeleton.tokens[next].token_class)) ++next;
  if (next >= skeleton.tokens.size()) return false;
  const TokenClass c = skeleton.tokens[next].token_class;
  return c == text || c == head || c == indicator || c == verb || c == predicate || c == of;
}

}  // namespace

ValueList values_side_by_side(const Skeleton& skeleton, size_t token) {
  ValueList list{1, token + 1};
  const TokenClass kind = skeleton.tokens[token].token_class;
  bool parted = false;
  for (size_t i = token + 1; i < skeleton.tokens.size(); ++i) {
    const TokenClass c = skeleton.tokens[i].token_class;
    if (c == pause || c == and_) {
      if (std::exchange(parted, true)) break;
    } else if (parted && c == kind) {
      ++list.count;
      list.end = i + 1;
      parted = false;
    } else if (!is_bound_word(c)) {
      break;
    }
  }
  return is_named_behind(skeleton, list.end - 1) ? ValueList{1, token + 1} : list;
}

ValueList values_behind(const Skeleton& skeleton, size_t respectively_token) {
  ValueList list{0, respectively_token + 1};
  for (size_t i = respectively_token + 1; i < skeleton.tokens.size(); ++i) {
    const TokenClass c = skeleton.tokens[i].token_class;
    if (is_value(c)) {
      const bool another = list.count > 0 && skeleton.tokens[i - 1].token_class == comma &&
                           (skeleton.tokens[list.end - 1].token_class != c || is_named_behind(skeleton, i));
      if (another) break;  // 分别达到69家、107家，|1324人晋升
      ++list.count;
      list.end = i + 1;
      continue;
    }
    const bool between = c == pause || c == and_ || c == comma || c == at_least_post || c == about_post ||
                         c == at_most_post || c == about_pre || c == more_pre || c == scope || c == own;
    if (list.count > 0 && !between) break;
    if (c == respectively || c == stop || c == semicolon) break;
  }
  return list;
}

std::vector<TokenRange> parts_of(const Skeleton& skeleton, TokenRange name, size_t wanted) {
  std::vector<TokenRange> parts = split(skeleton, name, true);
  if (wanted <= 1 || parts.size() == wanted) return parts;
  std::vector<TokenRange> fewer = split(skeleton, name, false);  // 文化及相关产业、旅游及相关产业
  return fewer.size() == wanted ? fewer : parts;
}

Pairing told_members(const std::vector<Subject>& told, const ValueList& list) {
  Pairing pairing;
  pairing.until = list.end;
  for (size_t i = told.size() - list.count; i < told.size(); ++i) pairing.members.push_back({{}, {}, {}, told[i]});
  return pairing;
}

std::optional<Pairing> pair_unmarked(const Skeleton& skeleton, TokenRange name, const ValueList& list,
                                     const GrammarData& grammar) {
  std::optional<Pairing> pairing = pair_name(skeleton, name, {}, list, grammar);
  if (pairing) pairing->until = list.end;
  return pairing;
}

std::optional<Pairing> pair_members(const Skeleton& skeleton, size_t respectively_token, size_t floor,
                                    const std::optional<TokenRange>& pending, const std::vector<Subject>& told,
                                    const GrammarData& grammar) {
  const ValueList list = values_behind(skeleton, respectively_token);
  if (list.count < 2) return std::nullopt;
  Name name = name_left(skeleton, respectively_token, floor);
  if (!name.has_noun && !name.only_scope) name = {};
  if (name.empty() && pending && parts_of(skeleton, *pending, list.count).size() == list.count) name.tokens = *pending;
  std::optional<Pairing> pairing;
  if (name.empty()) {
    if (told.size() < list.count) return std::nullopt;
    pairing = told_members(told, list);
  } else {
    pairing = pair_name(skeleton, name.tokens, noun_behind(skeleton, respectively_token), list, grammar);
    if (!pairing) {
      pairing.emplace();
      pairing->members.assign(list.count, {name.tokens, {}, {}, {}});
    }
  }
  pairing->until = list.end;
  return pairing;
}

}  // namespace zhibiao
