#include "cli/check_options.h"

#include "check/checker.h"
#include "cli/choice.h"

namespace zhibiao::cli {
namespace {

void add_kinds(CLI::App* command, const std::string& name, std::vector<std::string>& into, bool with_any,
               const std::string& help) {
  std::vector<std::string> kinds(kFindingKinds.begin(), kFindingKinds.end());
  if (with_any) kinds.push_back("any");
  const auto take = [&into](const std::string& given) { into = split_list(given); };
  some_of(command->add_option_function<std::string>(name, take, help), kinds);
}

}  // namespace

void add_eval_options(CLI::App* command, Options& options) {
  command->add_option("FILE", options.files, "GOLD PREDICTED [GOLD PREDICTED ...]; with --gold: names in its folder");
  command
      ->add_option("--gold", options.gold_folder, "Extract NAME.txt for each NAME.jsonl of this folder, and score that")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  command
      ->add_option("--decisions", options.decisions_file,
                   "Score the reports FILE... against what a reader decided in the page of view")
      ->type_name("JSONL")
      ->excludes("--gold");
  command->add_flag("--errors", options.errors, "List every difference");
  command->add_flag("--rules", options.by_rule, "Tell how often each rule is right");
  command->add_flag("--json", options.json, "Print all of it as one JSON object");
}

void add_audit_options(CLI::App* command, Options& options) {
  command->add_flag("--lines", options.lines, "The input is what extract --keep document,sentence --keep-text prints");
  command->add_flag("--all", options.all, "Tell of every number what accounts for it");
  one_of(command->add_option_function<std::string>(
             "--format", [&options](const std::string& given) { options.json = given == "json"; }, "Default: table"),
         {"json", "table"});
}

void add_check_options(CLI::App* command, Options& options) {
  command->add_flag("--failed", options.failed, "Only comparisons that failed");
  add_kinds(command, "--kinds", options.kinds, false, "Only these comparisons");
  add_kinds(command, "--fail-on", options.fail_on, true, "Exit with 5 when one of these failed; any is all of them");
  command->add_flag("--lines", options.lines, "All input is NDJSON, whatever the names of the files");
  const auto take_format = [&options](const std::string& given) {
    options.ndjson = given == "ndjson";
    if (!options.ndjson) options.format = TableFormat::table;
  };
  one_of(
      command->add_option_function<std::string>("--format", take_format, "Default: table on a terminal, else ndjson"),
      {"ndjson", "table"});
}

void add_grammar_check_options(CLI::App* command, Options& options) {
  command->add_flag("--unused", options.unused, "List the rules that never fire on the reports FILE...");
  command->add_flag("--strict", options.strict, "Exit with 3 when there are warnings");
  command->add_option("FILE", options.files, "Reports for --unused; - or none: standard input");
}

}  // namespace zhibiao::cli
