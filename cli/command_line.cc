#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "cli/chain_options.h"
#include "cli/check_options.h"
#include "cli/choice.h"
#include "cli/config.h"
#include "cli/guide.h"
#include "cli/input_options.h"
#include "cli/view_options.h"

namespace zhibiao::cli {
namespace {

void add_files(CLI::App* command, Options& options, const std::string& what) {
  command->add_option("FILE", options.files, what + "; - or none: standard input");
}

void add_read_options(CLI::App* command, Options& options) {
  add_input_options(command, options);
  add_encoding(command, options);
}

// Each subcommand, when it was named, leaves what is to run in `line`.
CLI::App* add_command(CLI::App& app, CommandLine& line, const std::string& name, const std::string& help,
                      void (*run)(Session&), const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, help);
  command->fallthrough();
  command->footer("\nExamples:\n" + examples + "\nOptions that all commands take: zhibiao --help");
  if (run != nullptr) command->final_callback([&line, run] { line.run = run; });
  return command;
}

void add_read(CLI::App& app, CommandLine& line) {
  CLI::App* read = add_command(app, line, "read", "Reports to document lines", run_read,
                               "  zhibiao read report.txt\n"
                               "  zhibiao read --text --encoding gb18030 old.txt\n"
                               "  zhibiao read --jsonl corpus.jsonl | zhibiao segment\n");
  add_read_options(read, line.options);
  read->add_flag("--text", line.options.text, "Print the decoded text and nothing else");
}

void add_stages(CLI::App& app, CommandLine& line) {
  Options& options = line.options;
  CLI::App* segment = add_command(app, line, "segment", "Documents to sentences, headings and terms", run_segment,
                                  "  zhibiao read report.txt | zhibiao segment\n");
  segment->add_flag("--keep-text", options.keep.text, "Leave the text in the document line");
  CLI::App* match = add_command(app, line, "match", "Finds numbers, dates and names in sentences", run_match,
                                "  zhibiao read report.txt | zhibiao segment | zhibiao match\n");
  CLI::App* observe = add_command(app, line, "observe", "Links what was found to observations", run_observe,
                                  "  zhibiao read report.txt | zhibiao segment | zhibiao match | zhibiao observe\n");
  CLI::App* canon = add_command(app, line, "canon", "Observations in canonical form: base units, region", run_canon,
                                "  … | zhibiao observe | zhibiao canon > observations.ndjson\n"
                                "  … | zhibiao observe | zhibiao canon --keep sentence\n");
  for (CLI::App* stage : {segment, match, observe, canon}) add_files(stage, options, "NDJSON of the stage before");
  add_keep(canon, options);
  add_offsets(canon, options);
  add_fields(canon, options);
}

void add_extract(CLI::App& app, CommandLine& line) {
  Options& options = line.options;
  CLI::App* extract = add_command(app, line, "extract", "Reports to observations: the whole chain", run_extract,
                                  "  zhibiao extract report.txt\n"
                                  "  zhibiao extract *.txt > observations.ndjson\n"
                                  "  zhibiao extract reports/ --bom -o figures.csv\n"
                                  "  cat report.txt | zhibiao extract -\n");
  add_read_options(extract, options);
  add_keep(extract, options);
  extract->add_flag("--keep-text", options.keep.text, "Leave the text in a kept document line");
  add_offsets(extract, options);
  add_fields(extract, options);
  add_extract_format(extract, options);
  add_table_options(extract, options);
  add_output_options(extract, options);
}

void add_table(CLI::App& app, CommandLine& line) {
  CLI::App* table = add_command(app, line, "table", "Observations as a table", run_table,
                                "  zhibiao extract report.txt | zhibiao table\n"
                                "  zhibiao table --columns indicator,value,unit observations.ndjson\n"
                                "  zhibiao table --format csv --bom observations.ndjson > observations.csv\n");
  add_files(table, line.options, "NDJSON with observations");
  add_table_format(table, line.options);
  add_table_options(table, line.options);
  table->add_option("-o,--output", line.options.output_file, "Write to this file; its suffix tells the format")
      ->type_name("PATH");
}

void add_view(CLI::App& app, CommandLine& line) {
  CLI::App* view =
      add_command(app, line, "view", "Reports as one HTML page, every figure beside its sentence", run_view,
                  "  zhibiao view report.txt -o report.html\n"
                  "  zhibiao view reports/ -o reports.html\n"
                  "  zhibiao extract --keep document,sentence report.txt | zhibiao view -o report.html\n");
  add_read_options(view, line.options);
  add_view_options(view, line.options);
}

void add_checks(CLI::App& app, CommandLine& line) {
  CLI::App* eval = add_command(app, line, "eval", "Scores observations against what careful readers found", run_eval,
                               "  zhibiao eval gold.jsonl observations.ndjson\n"
                               "  zhibiao eval --gold tests/gold\n"
                               "  zhibiao eval --gold tests/gold d04 d05 --errors\n"
                               "  zhibiao eval --gold tests/gold --rules\n"
                               "  zhibiao eval --decisions zhibiao-review.jsonl report.txt\n");
  add_eval_options(eval, line.options);
  CLI::App* audit = add_command(app, line, "audit", "Lists every number that nothing accounts for", run_audit,
                                "  zhibiao audit report.txt\n"
                                "  zhibiao audit --all report.txt | grep ' skipped '\n"
                                "  zhibiao audit --format json *.txt | tail -1\n"
                                "  zhibiao extract --keep document,sentence --keep-text report.txt |\n"
                                "    zhibiao audit --lines\n");
  add_read_options(audit, line.options);
  add_audit_options(audit, line.options);
}

void add_check(CLI::App& app, CommandLine& line) {
  CLI::App* check =
      add_command(app, line, "check", "Holds figures against each other, in a report and across reports", run_check,
                  "  zhibiao check report.txt\n"
                  "  zhibiao check --failed reports/\n"
                  "  zhibiao extract reports/ | zhibiao check > findings.ndjson\n"
                  "  zhibiao check --kinds parts,growth --fail-on any report.pdf\n");
  add_read_options(check, line.options);
  add_check_options(check, line.options);
}

void add_panel(CLI::App& app, CommandLine& line) {
  CLI::App* panel =
      add_command(app, line, "panel", "The figures of many reports as one table", run_panel,
                  "  zhibiao panel reports/ -o long.csv\n"
                  "  zhibiao panel reports/ --indicators 地区生产总值,财政收入 --unit 亿元 -o wide.xlsx\n"
                  "  zhibiao panel reports/ --indicators 地区生产总值 --measure level,growth --format md\n"
                  "  zhibiao panel reports/ --targets -o targets.csv\n"
                  "  zhibiao panel reports/ --conflicts --format tsv\n"
                  "  zhibiao panel reports/ -o reports.sqlite\n"
                  "  zhibiao extract --keep document reports/ | zhibiao panel > long.csv\n");
  add_read_options(panel, line.options);
  add_panel_options(panel, line.options);
}

void add_verify(CLI::App& app, CommandLine& line) {
  CLI::App* verify =
      add_command(app, line, "verify", "Holds somebody's table against the reports", run_verify,
                  "  zhibiao verify table.csv reports/ > verdicts.csv\n"
                  "  zhibiao verify table.xlsx reports/ --sheet 2022 -o verdicts.xlsx\n"
                  "  zhibiao verify table.csv reports/ --map 县名=region --map 'GDP=地区生产总值(亿元)'\n"
                  "  zhibiao verify table.csv reports/ --fail-on contradicted --format md\n");
  add_verify_options(verify, line.options);
  add_read_options(verify, line.options);
}

void add_shards(CLI::App& app, CommandLine& line) {
  CLI::App* shard =
      add_command(app, line, "shard", "Reports into even JSON Lines files for many machines", run_shard,
                  "  zhibiao shard reports/ --shards 8 -o shards/\n"
                  "  zhibiao shard --jsonl corpus.jsonl --shard-bytes 64mb -o shards/\n"
                  "  zhibiao extract --jsonl --keep document shards/shard-0001.jsonl -o results/shard-0001.ndjson\n");
  add_read_options(shard, line.options);
  add_shard_options(shard, line.options);
  CLI::App* merge = add_command(
      app, line, "merge", "Results of shards in the order of the input, with proof that none is missing", run_merge,
      "  zhibiao merge shards/ results/ -o all.ndjson\n"
      "  zhibiao merge --keep document shards/ results/ | zhibiao panel > long.csv\n");
  add_merge_options(merge, line.options);
}

void add_explain(CLI::App& app, CommandLine& line) {
  Options& options = line.options;
  CLI::App* explain =
      add_command(app, line, "explain", "Tells how each number was read, and what was tried", run_explain,
                  "  zhibiao explain 地区生产总值增长5.2%\n"
                  "  zhibiao explain --file report.txt --at 1234\n");
  explain->add_option("SENTENCE", options.sentence, "A sentence");
  explain->add_option("--file", options.explain_file, "A report instead of a sentence")->type_name("FILE");
  explain->add_option("--at", options.at, "Only the sentence at this offset (code points), read in its context")
      ->type_name("OFFSET");
}

void add_grammar(CLI::App& app, CommandLine& line) {
  CLI::App* grammar = add_command(app, line, "grammar", "Checks or lists the grammar", nullptr,
                                  "  zhibiao grammar check --grammars grammars\n"
                                  "  zhibiao grammar list\n");
  grammar->require_subcommand(1);
  CLI::App* check =
      add_command(*grammar, line, "check", "Loads the grammar, runs the examples of all rules, warns of doubtful ones",
                  run_grammar_check,
                  "  zhibiao grammar check --grammars grammars\n"
                  "  zhibiao grammar check --strict\n"
                  "  zhibiao grammar check --unused reports/*.txt\n");
  add_grammar_check_options(check, line.options);
  add_command(*grammar, line, "list", "Rules with file, line and pattern; word lists with their sizes",
              run_grammar_list, "  zhibiao grammar list\n");
}

void add_global_options(CLI::App& app, CommandLine& line) {
  Options& options = line.options;
  app.add_option("--grammars", options.grammars, "Read the grammar from this folder, not from the program")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  one_of(app.add_option("--color", options.color, "Colour in tables; auto heeds NO_COLOR"),
         {"auto", "always", "never"});
  app.add_option("-j,--jobs", options.jobs, "Documents worked on at once; default: one a core")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app.add_flag("-q,--quiet", options.quiet, "No warnings");
  app.add_flag("-v,--verbose", options.verbose, "Tell what is being done");
  app.add_flag("-e,--exit-code-if-empty", options.exit_if_empty, "Exit with 1 when nothing was found");
  const auto take_language = [&options](const std::string& given) { options.language = language_of(given); };
  one_of(app.add_option_function<std::string>("--lang", take_language,
                                              "Language of help, messages and pages; default: that of the locale"),
         {"en", "zh"});
  add_config(app);
  app.add_flag("--version", line.version, "Print the version and the hash of the grammar");
}

// The parser does not know that what stands in a command's place was meant as one.
std::string what_is_wrong(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> rest = app.remaining();
  const bool no_command = app.get_subcommands().empty() && !rest.empty() && !rest.front().starts_with('-');
  return no_command ? "no such command: " + rest.front() : error.what();
}

}  // namespace

CommandLine parse_command_line(int argc, char** argv) {
  CommandLine line;
  line.options.language = language_asked(argc, argv);
  Question question;
  CLI::App app("Finds every claim with a number in Chinese government reports.", "zhibiao");
  app.footer(
      "\nExamples:\n"
      "  zhibiao extract report.txt\n"
      "  zhibiao extract report.txt | zhibiao table --format csv > report.csv\n"
      "  zhibiao read report.txt | zhibiao segment | zhibiao match | zhibiao observe | zhibiao canon\n");
  app.require_subcommand(0, 1);
  add_global_options(app, line);
  add_read(app, line);
  add_stages(app, line);
  add_extract(app, line);
  add_table(app, line);
  add_view(app, line);
  add_checks(app, line);
  add_check(app, line);
  add_panel(app, line);
  add_verify(app, line);
  add_shards(app, line);
  add_explain(app, line);
  add_grammar(app, line);
  add_guide(app, question);
  try {
    app.parse(argc, argv);
    const bool asks = question.about != Question::About::nothing;
    if (!line.run && !line.version && !asks) throw CLI::RequiredError("A subcommand");
    if (asks) {
      word_help(app, line.options.language);
      line.message = answer(question, app, line.options.language);
    }
  } catch (const CLI::ParseError& error) {
    word_help(app, line.options.language);
    std::ostringstream help;
    std::ostringstream problem;
    if (app.exit(error, help, problem) != 0) throw UsageError(what_is_wrong(app, error));
    line.message = help.str();
  }
  return line;
}

}  // namespace zhibiao::cli
