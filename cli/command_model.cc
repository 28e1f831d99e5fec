#include "cli/command_model.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <sstream>

namespace zhibiao::cli {
namespace {

// Behind a colon the parser writes what it checks.
std::string value_of(const CLI::Option& option) {
  if (option.get_expected_min() == 0) return "";
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

// Of a footer the lines that are examples: those set in.
std::vector<std::string> examples_in(const std::string& footer) {
  std::vector<std::string> examples;
  std::istringstream lines(footer);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("  ")) examples.push_back(line.substr(2));
  }
  return examples;
}

}  // namespace

OptionModel model_of(const CLI::Option& option) {
  OptionModel model;
  for (const std::string& name : option.get_snames()) model.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) model.names.push_back("--" + name);
  if (model.names.empty()) model.names.push_back(option.get_name(true));
  model.value = value_of(option);
  if (option.get_positional() && choices_of(model.value).empty()) model.value = model.names.front();
  model.usual = option.get_default_str();
  model.text = option.get_description();
  model.required = option.get_required();
  return model;
}

CommandModel model_of(const CLI::App& app) {
  CommandModel model;
  model.name = app.get_name();
  model.text = app.get_description();
  model.examples = examples_in(app.get_footer());
  model.hidden = app.get_group().empty();
  for (const CLI::Option* option : app.get_options()) {
    (option->get_positional() ? model.operands : model.options).push_back(model_of(*option));
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    model.commands.push_back(model_of(*command));
  }
  return model;
}

const CommandModel* command_named(const CommandModel& model, const std::string& name) {
  const auto found = std::find_if(model.commands.begin(), model.commands.end(),
                                  [&name](const CommandModel& command) { return command.name == name; });
  return found == model.commands.end() ? nullptr : &*found;
}

CLI::App* subcommand_named(CLI::App& app, const std::string& name) {
  const std::vector<CLI::App*> found =
      app.get_subcommands([&name](const CLI::App* command) { return command->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

std::vector<std::string> choices_of(const std::string& value) {
  if (value.empty() || std::islower(static_cast<unsigned char>(value[0])) == 0) return {};
  std::vector<std::string> words;
  for (size_t begin = 0; begin <= value.size();) {
    const size_t end = std::min(value.find_first_of("|,", begin), value.size());
    words.push_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace zhibiao::cli
