// grammar check, grammar list, explain: for those who write the grammar.
#include "cli/commands.h"
#include "emit/width.h"
#include "grammar/match.h"
#include "observe/observe.h"
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
void append_story(std::string& out, std::string_view story) {
  while (!story.empty()) {
    const size_t end = std::min(story.find('\n'), story.size());
    out += plain_line(story.substr(0, end));
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
    throw UsageError(options.explain_file + ": " + error.what());
  }
}

// Where the sentence stands; of a sentence given alone there is nothing to say.
std::string place_of(const std::string& file, Span span) {
  if (file.empty()) return "";
  return plain_line(file) + " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")\n";
}

}  // namespace

void run_explain(Session& session) {
  const Options& options = session.options;
  const Document document = document_to_explain(options);
  session.has_input = true;
  const Grammar& grammar = session.grammar();
  Observer observer(grammar);
  bool seen = false;
  for (Sentence& sentence : segment(document).sentences) {
    const Span span = sentence.span;
    if (options.at && span.begin > *options.at) break;
    const bool wanted = !options.at || *options.at < span.end;
    const MatchedSentence matched = match(std::move(sentence), grammar);
    std::string story;  // sentences before the wanted one are its context
    const bool found = !(wanted ? observer.explain(matched, story) : observer.observe(matched)).empty();
    if (!wanted) continue;
    seen = true;
    session.found = session.found || found;
    session.out.buffer += place_of(options.explain_file, span);
    append_story(session.out.buffer, story);
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
  session.out.buffer += std::to_string(grammar.rules().size()) + " rules, " +
                        std::to_string(grammar.examples().size()) + " examples, " +
                        (failures == 0 ? "all hold" : std::to_string(failures) + " fail") + "\n";
  session.out.flush();
  if (failures > 0) throw GrammarProblem(problems);
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
