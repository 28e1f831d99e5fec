#include "cli/check_options.h"

namespace zhibiao::cli {

void add_eval_options(CLI::App* command, Options& options) {
  command->add_option("FILE", options.files, "GOLD PREDICTED [GOLD PREDICTED ...]; with --gold: names in its folder");
  command
      ->add_option("--gold", options.gold_folder, "Extract NAME.txt for each NAME.jsonl of this folder, and score that")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  command->add_flag("--errors", options.errors, "List every difference");
  command->add_flag("--rules", options.by_rule, "Tell how often each rule is right");
  command->add_flag("--json", options.json, "Print all of it as one JSON object");
}

void add_audit_options(CLI::App* command, Options& options) {
  command->add_flag("--lines", options.lines, "The input is what extract --keep document,sentence --keep-text prints");
  command->add_flag("--all", options.all, "Tell of every number what accounts for it");
  command
      ->add_option_function<std::string>(
          "--format", [&options](const std::string& given) { options.json = given == "json"; }, "json or table")
      ->check(CLI::IsMember({"json", "table"}));
}

void add_grammar_check_options(CLI::App* command, Options& options) {
  command->add_flag("--unused", options.unused, "List the rules that never fire on the reports FILE...");
  command->add_flag("--strict", options.strict, "Exit with 3 when there are warnings");
  command->add_option("FILE", options.files, "Reports for --unused; - or none: standard input");
}

}  // namespace zhibiao::cli
