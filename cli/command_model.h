// The command line as its parser knows it, for all that describes it: completion, manual pages.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace zhibiao::cli {

struct OptionModel {
  std::vector<std::string> names;  // "-o", "--output"; of an operand "FILE"
  std::string value;               // FILE, DIR, N, a|b|c (one of them), a,b,c (a list of them); "" for a flag
  std::string usual;               // the value it has when nothing is said, "" where there is none to tell
  std::string text;                // what it does
  bool required = false;
};

struct CommandModel {
  std::string name;
  std::string text;
  std::vector<OptionModel> options;
  std::vector<OptionModel> operands;
  std::vector<std::string> examples;  // a line each
  std::vector<CommandModel> commands;
  bool hidden = false;
};

CommandModel model_of(const CLI::App& app);
OptionModel model_of(const CLI::Option& option);

// nullptr where there is none of this name.
const CommandModel* command_named(const CommandModel& model, const std::string& name);

// The same of the parser's own.
CLI::App* subcommand_named(CLI::App& app, const std::string& name);

// The words of `a|b|c` or `a,b,c`; none of FILE, N and the like.
std::vector<std::string> choices_of(const std::string& value);

}  // namespace zhibiao::cli
