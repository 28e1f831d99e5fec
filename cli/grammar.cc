// grammar check, grammar list, explain: for those who write the grammar.
#include <algorithm>

#include "check/near_miss.h"
#include "check/rule_use.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "emit/width.h"
#include "grammar/lint.h"
#include "grammar/match.h"
#include "grammar/prepared.h"
#include "observe/observe.h"
#include "observe/reading.h"
#include "segment/outline.h"
#include "text/read.h"

namespace zhibiao::cli {
namespace {

std::string place(const std::string& file, int line) { return file + ":" + std::to_string(line); }

void append_padded(std::string& out, const std::string& text, int width) {
  out += text;
  out.append(static_cast<size_t>(std::max(1, width - display_width(text))), ' ');
}

// Line by line, so that a report's own control characters stay off the terminal.
void append_story(std::string& out, std::string_view story, Language language) {
  while (!story.empty()) {
    const size_t end = std::min(story.find('\n'), story.size());
    out += plain_line(translated(story.substr(0, end), language));
    out += '\n';
    story.remove_prefix(std::min(end + 1, story.size()));
  }
}

Document document_to_explain(const Options& options) {
  const bool from_file = !options.explain_file.empty();
  if (from_file == !options.sentence.empty()) throw UsageError("explain needs a sentence or --file, one of them");
  if (!from_file) {
    Document document;
    document.doc = "-";
    document.text = options.sentence;
    return document;
  }
  try {
    return read_document(options.explain_file, read_all(options.explain_file), options.read);
  } catch (const Error& error) {
    throw UsageError(options.explain_file + ": " + problem_of(options.explain_file, error));
  }
}

// Where the sentence stands; of a sentence given alone there is nothing to say.
std::string place_of(const std::string& file, Span span) {
  if (file.empty()) return "";
  return plain_line(file) + " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")\n";
}

GrammarFiles grammar_files(const Options& options) {
  if (!options.grammars.empty()) return read_grammar_files(options.grammars);
  const GrammarViews embedded = embedded_grammar_files();
  return GrammarFiles(embedded.begin(), embedded.end());
}

void append_near_misses(std::string& out, const std::string& value, const std::vector<NearMiss>& misses) {
  if (misses.empty()) return;
  out += "  rules that " + value + " nearly fits:\n";
  for (const NearMiss& miss : misses) {
    out += "    " + miss.rule + ": " + std::to_string(miss.held) + " of " + std::to_string(miss.needed) +
           " elements; " + (miss.left ? "left" : "right") + " of the value it wants " + miss.element + ", there is " +
           (miss.there.empty() ? "nothing" : miss.there) + "\n";
  }
}

// Why not: of the value at the offset, or of every value of the sentence where none stands there; without an offset of
// the values that no rule reads.
void explain_misses(const MatchedSentence& matched, std::optional<uint32_t> at, const NearMissFinder& finder,
                    const Grammar& grammar, std::string& story) {
  const PreparedSentence prepared = prepare(matched, grammar);
  const Skeleton& skeleton = prepared.skeleton;
  const auto mention_of = [&](const Token& token) {
    return prepared.matched.mentions[static_cast<size_t>(token.mention)];
  };
  const auto is_at = [&](const Token& token) {
    return at && is_value(token.token_class) && mention_of(token).span.contains({*at, *at + 1});
  };
  const bool any = std::any_of(skeleton.tokens.begin(), skeleton.tokens.end(), is_at);
  for (size_t i = 0; i < skeleton.tokens.size(); ++i) {
    const Token& token = skeleton.tokens[i];
    if (!is_value(token.token_class) || (any && !is_at(token))) continue;
    if (!at && !candidates_for(window_around(skeleton, i).bytes, grammar.data()).empty()) continue;
    append_near_misses(story, mention_of(token).text, finder.find(skeleton, i));
  }
}

void tell(Session& session, const std::string& what) {
  session.out.buffer += translated(what, session.options.language) + "\n";
}

// Prints each rule that none of the documents uses.
void list_unused(Session& session) {
  RuleUse use(session.grammar());
  each_document_in_turn(session, [&](const Document& document) {
    for (Sentence& sentence : segment(document).sentences) use.see(prepare(std::move(sentence), session.grammar()));
  });
  const std::vector<RuleInfo> unused = use.unused();
  for (const RuleInfo& rule : unused) {
    tell(session, place(rule.file, rule.line) + ": " + rule.name + " never fires");
  }
  tell(session, std::to_string(unused.size()) + " of " + std::to_string(session.grammar().rules().size()) +
                    " rules never fire on these reports");
}

// Doubts, to standard error; with --strict they are problems.
void lint(Session& session) {
  std::string problems;
  for (const std::string& warning : lint_grammar(grammar_files(session.options))) {
    problems += (problems.empty() ? "" : "\n") + plain_line(warning);
  }
  if (problems.empty()) return;
  if (session.options.strict) throw GrammarProblem(problems);
  for (size_t begin = 0; begin < problems.size();) {
    const size_t end = std::min(problems.find('\n', begin), problems.size());
    session.warn(problems.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

void run_explain(Session& session) {
  const Options& options = session.options;
  const Document document = document_to_explain(options);
  session.has_input = true;
  const Grammar& grammar = session.grammar();
  Observer observer(grammar);
  const NearMissFinder finder(grammar_files(options));
  bool seen = false;
  for (Sentence& sentence : segment(document).sentences) {
    const Span span = sentence.span;
    if (options.at && span.begin > *options.at) break;
    const bool wanted = !options.at || *options.at < span.end;
    const MatchedSentence matched = match(std::move(sentence), grammar);
    std::string story;  // sentences before the wanted one are its context
    const bool found = !(wanted ? observer.explain(matched, story) : observer.observe(matched)).empty();
    if (!wanted) continue;
    explain_misses(matched, options.at, finder, grammar, story);
    seen = true;
    session.found = session.found || found;
    session.out.buffer += place_of(options.explain_file, span);
    append_story(session.out.buffer, story, options.language);
    session.out.flush_if_full();
  }
  if (!seen && options.at) throw UsageError("no sentence at offset " + std::to_string(*options.at));
}

void run_grammar_check(Session& session) {
  session.has_input = true;
  const Grammar& grammar = session.grammar();
  std::string problems;
  size_t failures = 0;
  for (const Example& example : grammar.examples()) {
    const std::string what = run_example(example, grammar);
    if (what.empty()) continue;
    ++failures;
    problems += place(example.file, example.line) + ": " + example.rule + ": " + what + "\n";
  }
  tell(session, std::to_string(grammar.rules().size()) + " rules, " + std::to_string(grammar.examples().size()) +
                    " examples, " + (failures == 0 ? "all hold" : std::to_string(failures) + " fail"));
  session.out.flush();
  if (failures > 0) throw GrammarProblem(problems);
  lint(session);
  if (session.options.unused) list_unused(session);
}

void run_grammar_list(Session& session) {
  session.has_input = true;
  const Grammar& grammar = session.grammar();
  std::string& out = session.out.buffer;
  for (const RuleInfo& rule : grammar.rules()) {
    append_padded(out, rule.layer, 9);
    append_padded(out, rule.name, 28);
    append_padded(out, place(rule.file, rule.line), 32);
    out += plain_line(rule.match) + "\n";
  }
  for (const WordListInfo& list : grammar.word_lists()) {
    append_padded(out, "words", 9);
    append_padded(out, list.name, 28);
    append_padded(out, list.file, 32);
    out += std::to_string(list.words) + "\n";
  }
  session.found = !grammar.rules().empty();
}

}  // namespace zhibiao::cli
