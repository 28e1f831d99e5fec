#include "grammar/match.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "grammar/claims.h"
#include "grammar/prepared.h"
#include "mention/glyph.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// Characters without which a sentence tells no number, beside the half-width digits: most sentences of prose have none
// and are passed by.
constexpr std::string_view kNumberMarks =
    "０１２３４５６７８９〇○零一二三四五六七八九十百千万亿两半倍番首廿卅双几数折"
    "壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參叄陸倆";

constexpr CharacterBits make_marks() {
  CharacterBits bits;
  for (size_t pos = 0; pos < kNumberMarks.size(); pos += 3) bits.add(kNumberMarks, pos);
  return bits;
}

constexpr CharacterBits kMarks = make_marks();

bool may_hold_number(std::string_view text) {
  for (size_t i = 0; i < text.size(); i += utf8_length(text[i])) {
    if (is_ascii_digit(static_cast<unsigned char>(text[i]))) return true;
    if (utf8_length(text[i]) != 3 || !kMarks.has(text, i)) continue;
    if (kNumberMarks.find(text.substr(i, 3)) != kNumberMarks.npos) return true;
  }
  return false;
}

bool has_value(const Mention& mention) { return mention.figure.has_value() && !mention.inside; }

void mark_inside_span(std::vector<Mention>& mentions, Span span) {
  auto mention = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                                  [](const Mention& m, uint32_t begin) { return m.span.begin < begin; });
  for (; mention != mentions.end() && mention->span.end <= span.end; ++mention)
    if (mention->figure) mention->inside = true;
}

struct Quotes {
  std::string_view open, close;
};

const Quotes* quotes_at(std::string_view text, size_t pos) {
  static constexpr Quotes kQuotes[] = {{"“", "”"}, {"\"", "\""}, {"《", "》"}, {"「", "」"}};
  const char lead = text[pos];
  if (lead != '"' && lead != '\xE2' && lead != '\xE3') return nullptr;
  for (const Quotes& quotes : kQuotes)
    if (goes_on(text, pos, quotes.open)) return &quotes;
  return nullptr;
}

// Figures of a quoted name (“15分钟便民服务圈”, 《“十四五”规划》) count nothing.
void mark_quoted(std::vector<Mention>& mentions, const Folded& folded) {
  constexpr size_t kLongestName = 40 * 3;
  const std::string_view text = folded.text;
  size_t straight = 0;  // a " before this one closes
  for (size_t at = behind_hanzi(text, 0); at < text.size(); at = behind_hanzi(text, at)) {
    const Quotes* quotes = quotes_at(text, at);
    const size_t within = at + (quotes == nullptr ? utf8_length(text[at]) : quotes->open.size());
    const bool closes = quotes != nullptr && quotes->open == quotes->close && at < straight;
    if (quotes != nullptr && !closes) {
      const size_t length = text.substr(within, kLongestName).find(quotes->close);
      if (length != std::string_view::npos) {
        const size_t end = within + length + quotes->close.size();
        mark_inside_span(mentions, folded.span(static_cast<uint32_t>(at), static_cast<uint32_t>(end)));
        if (quotes->open == quotes->close) straight = end;
      }
    }
    at = within;
  }
}

// The first rule that says of the value in focus that it is a part of a name.
const FactRule* inside_rule(std::string_view window, const GrammarData& grammar) {
  const FactRule* found = nullptr;
  std::vector<Group> groups;
  grammar.inside_screen.each_candidate(window, [&](size_t index, Screen::Reach) {
    const FactRule& rule = grammar.inside_rules[index];
    if (found == nullptr && rule.expression.find(window, 0, groups)) found = &rule;
  });
  return found;
}

// 65岁以上人口, 500万元以上项目: rules whose value is a part of a name.
bool mark_inside(std::vector<Mention>& mentions, const Skeleton& skeleton, const GrammarData& grammar) {
  bool any = false;
  for (size_t i = 0; i < skeleton.tokens.size(); ++i) {
    const Token& token = skeleton.tokens[i];
    if (!is_value(token.token_class)) continue;
    constexpr size_t kReach = 6;
    const size_t begin = i < kReach ? 0 : i - kReach;
    std::string window = skeleton.bytes.substr(begin, 2 * kReach + 1);
    window[i - begin] = focus_byte(token.token_class);
    const FactRule* rule = inside_rule(window, grammar);
    if (rule == nullptr) continue;
    Mention& mention = mentions[static_cast<size_t>(token.mention)];
    mention.inside = true;
    mention.rule = rule->name;
    any = true;
  }
  return any;
}

void add_names(std::vector<Mention>& mentions, Skeleton& skeleton, const GrammarData& grammar) {
  std::vector<Mention> names;
  for (size_t i = 0; i < skeleton.tokens.size(); ++i) {
    Token& token = skeleton.tokens[i];
    if (token.mention >= 0) token.mention += static_cast<int>(names.size());  // names found before it move it up
    const bool indicator = token.token_class == TokenClass::indicator;
    if (!indicator && token.token_class != TokenClass::member) continue;
    Mention& mention = names.emplace_back();
    mention.kind = indicator ? MentionKind::indicator : MentionKind::scope;
    mention.span = skeleton.folded.span(token.bytes.begin, token.bytes.end);
    mention.text = skeleton.text(i);
    mention.rule = indicator ? "lexicon.indicator" : "lexicon.scope";
    mention.canonical = grammar.word_info[static_cast<size_t>(token.word)].canonical;
  }
  if (names.empty()) return;
  const auto by_place = [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; };
  std::vector<Mention> all;
  all.reserve(mentions.size() + names.size());
  std::merge(std::make_move_iterator(mentions.begin()), std::make_move_iterator(mentions.end()),
             std::make_move_iterator(names.begin()), std::make_move_iterator(names.end()), std::back_inserter(all),
             by_place);
  mentions = std::move(all);
}

void add_figure(std::vector<Mention>& mentions, FoundFigure&& found, const Folded& folded) {
  Mention& mention = mentions.emplace_back();
  mention.kind = found.kind;
  mention.span = folded.span(found.span.begin, found.span.end);
  mention.number_span = folded.span(found.number_span.begin, found.number_span.end);
  mention.text = folded.text.substr(found.span.begin, found.span.end - found.span.begin);
  mention.rule = "numeral";
  mention.figure = std::move(found.figure);
}

// 第七个 is a name that keeps its number.
bool is_ordinal_of(const FoundFigure& figure, const Claim& claim) {
  const bool ordinal = figure.kind == MentionKind::ordinal || figure.kind == MentionKind::rank;
  return ordinal && claim.mention.kind == MentionKind::name && !claim.mention.figure &&
         figure.span.begin == claim.bytes.begin && figure.number_span.end <= claim.bytes.end;
}

void keep_number(Mention& name, FoundFigure&& figure, const Folded& folded) {
  name.inside = true;
  name.number_span = folded.span(figure.number_span.begin, figure.number_span.end);
  name.figure = std::move(figure.figure);
}

// e10 of 1e10, m2 of 500m2 and 2° of 37.2°C look like names.
bool is_piece_of(const FoundFigure& figure, const Claim& claim) {
  const char first = claim.mention.text[0];
  return claim.mention.kind == MentionKind::name && (is_ascii_letter(first) || is_ascii_digit(first)) &&
         figure.span.begin < claim.bytes.begin && claim.bytes.end <= figure.span.end;
}

// A claim takes the place of every figure that it overlaps.
std::vector<Mention> merge(std::vector<Claim> claims, std::vector<FoundFigure> figures, const Folded& folded) {
  std::vector<Mention> mentions;
  mentions.reserve(claims.size() + figures.size());
  size_t next = 0;
  for (FoundFigure& figure : figures) {
    while (next < claims.size() && claims[next].bytes.end <= figure.span.begin)
      mentions.push_back(std::move(claims[next++].mention));
    if (next < claims.size() && is_piece_of(figure, claims[next])) ++next;
    const bool claimed = next < claims.size() && claims[next].bytes.begin < figure.span.end;
    if (!claimed)
      add_figure(mentions, std::move(figure), folded);
    else if (is_ordinal_of(figure, claims[next]))
      keep_number(claims[next].mention, std::move(figure), folded);
  }
  while (next < claims.size()) mentions.push_back(std::move(claims[next++].mention));
  return mentions;
}

}  // namespace

PreparedSentence prepare(Sentence sentence, const Grammar& grammar) {
  const GrammarData& data = grammar.data();
  PreparedSentence prepared{{std::move(sentence), {}}, {}};
  const Sentence& source = prepared.matched.sentence;
  if (!may_hold_number(source.text)) return prepared;
  Folded folded = fold(source.text, source.span.begin);
  std::vector<Mention>& mentions = prepared.matched.mentions;
  std::vector<FoundFigure> figures = find_figures(folded.text, data.figures);
  std::vector<Claim> claims = find_claims(folded, *source.meta, source.part, data);
  mentions = merge(std::move(claims), std::move(figures), folded);
  if (std::none_of(mentions.begin(), mentions.end(), has_value)) return prepared;
  mark_quoted(mentions, folded);
  prepared.skeleton = make_skeleton(std::move(folded), mentions, data);
  if (mark_inside(mentions, prepared.skeleton, data))
    prepared.skeleton = make_skeleton(std::move(prepared.skeleton.folded), mentions, data);
  add_names(mentions, prepared.skeleton, data);
  // All values are inside names: nothing to observe, as for the sentence read back with these mentions.
  if (std::none_of(mentions.begin(), mentions.end(), has_value)) prepared.skeleton = {};
  return prepared;
}

PreparedSentence prepare(MatchedSentence matched, const Grammar& grammar) {
  PreparedSentence prepared{std::move(matched), {}};
  const MatchedSentence& source = prepared.matched;
  if (std::any_of(source.mentions.begin(), source.mentions.end(), has_value))
    prepared.skeleton =
        make_skeleton(fold(source.sentence.text, source.sentence.span.begin), source.mentions, grammar.data());
  return prepared;
}

MatchedSentence match(Sentence sentence, const Grammar& grammar) {
  return std::move(prepare(std::move(sentence), grammar).matched);
}

}  // namespace zhibiao
