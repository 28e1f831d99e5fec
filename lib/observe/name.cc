#include "observe/name.h"

#include <algorithm>
#include <string_view>

#include "observe/name_token.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

using enum TokenClass;

// 将|扶贫标准|提高到, 使|在校学生数|达到: the word that hands on what the clause is about.
bool handles(const Skeleton& skeleton, size_t token) {
  const std::string_view text = skeleton.text(token);
  return skeleton.tokens[token].token_class == frame && (text == "将" || text == "把" || text == "使" || text == "让");
}

// The open bracket that the close at `at` belongs to; `at` itself when a value stands between.
size_t open_of(const std::vector<Token>& tokens, size_t at, size_t floor) {
  for (size_t i = at; i > floor;) {
    --i;
    if (tokens[i].token_class == open) return i;
    if (is_value(tokens[i].token_class) || tokens[i].token_class == close) return at;
  }
  return at;
}

// The close of a bracket of at most two words without a value; `at` itself if there is none.
size_t close_of(const std::vector<Token>& tokens, size_t at) {
  constexpr size_t kFew = 3;
  for (size_t i = at + 1; i < tokens.size() && i <= at + kFew; ++i) {
    if (tokens[i].token_class == close) return i;
    if (!is_right_noun(tokens[i].token_class)) return at;
  }
  return at;
}

// Whether a quotation or a title is open behind `text`.
bool stays_open(std::string_view text, bool open_before) {
  const bool titled = text.find("《") != text.npos || text.find("》") != text.npos;
  const size_t opened = text.rfind(titled ? "《" : "“"), closed = text.rfind(titled ? "》" : "”");
  if (opened == text.npos && closed == text.npos) return open_before;
  return closed == text.npos || (opened != text.npos && opened > closed);
}

size_t left_edge(const std::vector<Token>& tokens, size_t end, size_t floor) {
  size_t begin = end;
  while (begin > floor) {
    const TokenClass c = tokens[begin - 1].token_class;
    if (c == close) {
      const size_t opened = open_of(tokens, begin - 1, floor);
      if (opened == begin - 1) return begin;
      begin = opened;
      continue;
    }
    if (is_edge(c)) return begin;
    --begin;
  }
  return begin;
}

bool any_noun(const std::vector<Token>& tokens, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i)
    if (is_noun(tokens[i].token_class)) return true;
  return false;
}

bool skips_right(TokenClass c) {
  return c == of || c == adverb || c == pause || is_value(c) || c == at_least_post || c == about_post;
}

// A year or 我县 inside the stretch begins the name anew: 人代会批准的2019年|全市政府性基金预算收入.
// But not behind 对: 第一、二、三产业对全市经济增长的贡献率, 服务业在全区经济中的比重.
size_t after_inner_lead(const Skeleton& skeleton, size_t begin, size_t end) {
  const std::vector<Token>& tokens = skeleton.tokens;
  for (size_t i = end; i > begin; --i) {
    const TokenClass c = tokens[i - 1].token_class;
    // 比2019年调整预算收入增长7%
    const bool compared = i > begin + 1 && tokens[i - 2].token_class == basis;
    const bool affected = i > begin + 2 && skeleton.text(i - 2) == "对";
    const bool within = i > begin + 2 && i < end && skeleton.text(i - 2) == "在" && skeleton.text(i).ends_with("中");
    if (affected || within) continue;
    if ((c == period || c == own) && !compared && any_noun(tokens, i, end)) return i;
  }
  return begin;
}

// 在移动电话用户中|占比; 每年有|重大科技成果: what stands before is where, not what.
size_t after_inner_place(const Skeleton& skeleton, size_t begin, size_t end) {
  const std::vector<Token>& tokens = skeleton.tokens;
  const bool placed = begin < end && tokens[begin].token_class == frame;
  for (size_t i = end; i > begin; --i) {
    const TokenClass c = tokens[i - 1].token_class;
    const bool had = c == reach && skeleton.text(i - 1) == "有" && (i < begin + 2 || tokens[i - 2].token_class != text);
    const bool within = placed && (c == among || skeleton.text(i - 1) == "中");
    if ((had || within) && any_noun(tokens, i, end)) return i;
  }
  return begin;
}

// 市人大批准的|支出预算.
size_t after_approval(const Skeleton& skeleton, size_t begin, size_t end) {
  for (size_t i = begin + 1; i + 1 < end; ++i)
    if (skeleton.tokens[i].token_class == of && skeleton.text(i - 1).ends_with("批准")) return i + 1;
  return begin;
}

// 通过…等方式|全力化解政府债务: behind an adverb and a verb the clause says what was done.
size_t after_inner_adverb(const std::vector<Token>& tokens, size_t begin, size_t end) {
  for (size_t i = end; i > begin + 1; --i)
    if (tokens[i - 2].token_class == adverb && acts(tokens[i - 1].token_class) && any_noun(tokens, i, end) &&
        !(i + 1 == end && tokens[i].token_class == head))  // 信访事项及时受理率
      return i - 1;
  return begin;
}

// 项目陆续投产、|新能源汽车产量: what a clause before the pause told is no part of the name.
size_t after_told_clause(const std::vector<Token>& tokens, size_t begin, size_t end) {
  for (size_t i = end; i > begin + 2; --i) {
    if (tokens[i - 1].token_class != pause) continue;
    const TokenClass c = tokens[i - 2].token_class;
    const bool told = c == predicate || (c == verb && tokens[i - 3].token_class == adverb);
    if (told && any_noun(tokens, begin, i - 2) && any_noun(tokens, i, end)) return i;
  }
  return begin;
}

// “高效|办成一件事”重点事项: a name that a quotation ends in begins where the quotation does.
size_t before_quotation(const Skeleton& skeleton, size_t begin, size_t end, size_t floor) {
  constexpr size_t kReach = 12;
  if (begin == end) return begin;
  const uint32_t first = skeleton.tokens[begin].bytes.begin;
  const std::string_view name =
      std::string_view(skeleton.folded.text).substr(first, skeleton.tokens[end - 1].bytes.end - first);
  const size_t closed = name.find("”");
  if (closed == name.npos || name.find("“") < closed) return begin;
  for (size_t i = begin; i > floor && i + kReach > begin; --i) {
    if (is_edge(skeleton.tokens[i - 1].token_class)) return begin;
    if (skeleton.text(i - 1).starts_with("“")) return i - 1;
  }
  return begin;
}

// …的投入|拟安排: a verb behind 拟 or an adverb is no part of an indicator that stands before it.
size_t before_planned_verb(const std::vector<Token>& tokens, size_t begin, size_t end) {
  if (end < begin + 3 || !acts(tokens[end - 1].token_class)) return end;
  const auto plans = [](TokenClass c) { return c == tone || c == adverb || c == estimate; };
  size_t at = end - 1;
  while (at > begin && plans(tokens[at - 1].token_class)) --at;
  const bool behind = at < end - 1 && (tokens[at - 1].token_class == head || tokens[at - 1].token_class == indicator);
  return behind ? at : end;
}

// 创新能力|全国排名上升4位.
bool trails_noun(const std::vector<Token>& tokens, size_t begin, size_t end) {
  return tokens[end - 1].token_class == scope && any_noun(tokens, begin, end - 1);
}

Name described(const std::vector<Token>& tokens, size_t begin, size_t end) {
  Name name{{begin, end}};
  if (name.empty()) return name;
  name.has_noun = any_noun(tokens, begin, end);
  size_t last = end - 1;
  while (last > begin && (tokens[last].token_class == note || tokens[last].token_class == close)) --last;
  const TokenClass tail = tokens[last].token_class;
  name.has_head = tail == head || tail == indicator || tail == share_noun || tail == total;
  name.only_scope = true;
  for (size_t i = begin; i < end; ++i)
    name.has_verb |= tokens[i].token_class == verb || tokens[i].token_class == predicate;
  for (size_t i = begin; i < end; ++i) {
    const TokenClass c = tokens[i].token_class;
    name.only_scope &= c == member || c == scope || c == and_ || c == pause || c == own;
  }
  return name;
}

}  // namespace

Name name_left(const Skeleton& skeleton, size_t end, size_t floor) {
  const std::vector<Token>& tokens = skeleton.tokens;
  size_t begin = left_edge(tokens, end, floor);
  begin = after_inner_lead(skeleton, begin, end);
  begin = after_inner_place(skeleton, begin, end);
  begin = after_inner_adverb(tokens, begin, end);
  begin = after_approval(skeleton, begin, end);
  begin = after_told_clause(tokens, begin, end);
  while (begin < end && (leads(tokens[begin].token_class) || handles(skeleton, begin))) ++begin;
  while (end > begin && (trails(tokens[end - 1].token_class) || trails_noun(tokens, begin, end))) --end;
  end = before_planned_verb(tokens, begin, end);
  begin = before_quotation(skeleton, begin, end, floor);
  return described(tokens, begin, end);
}

namespace {

// Right before another value only the noun phrase belongs to the value on the left: 3920个|新投产项目|增加产值5100亿元,
// 30万吨|乙烯|、乙公司5万千瓦风电.
size_t noun_end(const Skeleton& skeleton, size_t begin, size_t end) {
  const std::vector<Token>& tokens = skeleton.tokens;
  bool noun_seen = false;
  size_t last_pause = end;
  for (size_t i = begin; i < end; ++i) {
    const TokenClass c = tokens[i].token_class;
    const bool done = c == reach || skeleton.text(i).starts_with("完成");  // 1596个|重大项目|完成投资1.5万亿元
    if (noun_seen && (c == verb || c == rise || c == fall || c == own || done)) return i;
    if (noun_seen && c == pause) last_pause = i;
    noun_seen |= is_right_noun(c);
  }
  return end > begin && is_right_noun(tokens[end - 1].token_class) ? last_pause : end;
}

}  // namespace

Name subject_before(const Skeleton& skeleton, size_t end, size_t floor) {
  // 粮食总产量|在上年大幅度增长的基础上，
  for (size_t i = left_edge(skeleton.tokens, end, floor); i + 1 < end; ++i) {
    const TokenClass c = skeleton.tokens[i].token_class;
    if ((c == indicator || c == head) && skeleton.text(i + 1) == "在") return name_left(skeleton, i + 1, floor);
  }
  const Name whole = name_left(skeleton, end, floor);
  if (whole.empty() || whole.has_head) return whole;
  for (size_t i = whole.tokens.begin; i + 1 < whole.tokens.end; ++i) {
    const TokenClass c = skeleton.tokens[i].token_class, next = skeleton.tokens[i + 1].token_class;
    const bool predicate_next =
        next == more_pre || next == predicate || next == reach || next == adverb || next == rise || next == period;
    if ((c == indicator || c == head) && predicate_next) return name_left(skeleton, i + 1, floor);
  }
  return {};
}

Name name_right(const Skeleton& skeleton, size_t begin) {
  const std::vector<Token>& tokens = skeleton.tokens;
  while (begin < tokens.size() && skips_right(tokens[begin].token_class)) ++begin;
  size_t end = begin;
  bool noun_seen = false, quoted = false;
  for (; end < tokens.size(); ++end) {
    const TokenClass c = tokens[end].token_class;
    if (c == text) quoted = stays_open(skeleton.text(end), quoted);
    if (quoted && !is_edge(c)) {  // “|高效|办成|一件事”
      noun_seen = true;
      continue;
    }
    if (c == open && noun_seen) {  // 9所省市|（州）|共建本科高校
      const size_t closed = close_of(tokens, end);
      if (closed > end && closed + 1 < tokens.size() && is_right_noun(tokens[closed + 1].token_class)) {
        end = closed;
        continue;
      }
    }
    if (is_edge(c) || c == close || c == among) break;
    if (c == pause && (end + 1 >= tokens.size() || !is_right_noun(tokens[end + 1].token_class))) break;
    const bool of_next = end + 1 < tokens.size() && tokens[end + 1].token_class == of;  // 地方|实施的审批事项
    if (noun_seen && ((c == predicate && !of_next) || c == adverb || c == each || c == respectively || c == reach ||
                      c == share || c == rank_verb))
      break;
    noun_seen |= is_right_noun(c);
  }
  if (end < tokens.size() && is_value(tokens[end].token_class)) end = noun_end(skeleton, begin, end);
  const size_t whole = end;
  if (end < tokens.size() && skeleton.text(end) == "了")  // 300多个城市|建立了…
    while (end > begin + 1 && acts(tokens[end - 1].token_class)) --end;
  while (end > begin && trails(tokens[end - 1].token_class)) --end;
  if (end == begin) end = whole;
  Name name = described(tokens, begin, end);
  name.has_noun |= noun_seen;
  name.only_scope = false;
  return name;
}

}  // namespace zhibiao
