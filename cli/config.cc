#include "cli/config.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_model.h"
#include "cli/usage.h"

namespace zhibiao::cli {
namespace {

CLI::App* command_of(CLI::App& app, const std::vector<std::string>& path) {
  CLI::App* command = &app;
  for (const std::string& name : path) {
    if (command != nullptr) command = subcommand_named(*command, name);
  }
  return command;
}

bool has_option(const CLI::App& command, const std::string& name) {
  return command.get_option_no_throw("--" + name) != nullptr;
}

bool any_has_option(CLI::App& command, const std::string& name) {
  if (has_option(command, name)) return true;
  for (CLI::App* sub : command.get_subcommands([](CLI::App*) { return true; })) {
    if (any_has_option(*sub, name)) return true;
  }
  return false;
}

// Commands that were named, from the outermost on.
std::vector<CLI::App*> called_commands(CLI::App& app) {
  std::vector<CLI::App*> called = {&app};
  while (!called.back()->get_subcommands().empty()) called.push_back(called.back()->get_subcommands().front());
  return called;
}

std::vector<std::string> path_of(CLI::App* command) {
  std::vector<std::string> path;
  for (; command->get_parent() != nullptr; command = command->get_parent())
    path.insert(path.begin(), command->get_name());
  return path;
}

// The parser gives every command what the file says of it; the commands share their options, so that only what is said
// of the command that runs may come through.
class Config : public CLI::ConfigTOML {
 public:
  explicit Config(CLI::App& app) : app_(app) {}

  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    const std::vector<CLI::App*> called = called_commands(app_);
    std::vector<CLI::ConfigItem> ours;
    for (CLI::ConfigItem& item : CLI::ConfigTOML::from_config(input)) {
      if (item.name == "++" || item.name == "--") continue;
      check(item);
      if (!concerns(item, called.back())) continue;
      if (CLI::App* taker = taker_of(item.name, called)) {
        item.parents = path_of(taker);
        if (taker->get_option("--" + item.name)->get_items_expected_max() == 1) join(item.inputs);
        ours.push_back(std::move(item));
      }
    }
    return ours;
  }

 private:
  void check(const CLI::ConfigItem& item) const {
    CLI::App* command = command_of(app_, item.parents);
    const bool known = command != nullptr && (any_has_option(*command, item.name) || has_option(app_, item.name));
    if (!known) throw CLI::ConversionError("the configuration names no option: " + item.fullname());
  }

  // An array for an option whose value is a list: columns = ["value", "unit"].
  static void join(std::vector<std::string>& inputs) {
    for (size_t i = 1; i < inputs.size(); ++i) inputs.front() += "," + inputs[i];
    if (inputs.size() > 1) inputs.resize(1);
  }

  // What is said of a command is said of its subcommands too.
  bool concerns(const CLI::ConfigItem& item, CLI::App* command) const {
    const std::vector<std::string> path = path_of(command);
    return item.parents.size() <= path.size() && std::equal(item.parents.begin(), item.parents.end(), path.begin());
  }

  static CLI::App* taker_of(const std::string& name, const std::vector<CLI::App*>& called) {
    for (auto command = called.rbegin(); command != called.rend(); ++command) {
      if (has_option(**command, name)) return *command;
    }
    return nullptr;
  }

  CLI::App& app_;
};

}  // namespace

void add_config(CLI::App& app) {
  const char* variable = std::getenv("ZHIBIAO_CONFIG");
  const std::string usual = variable == nullptr ? "" : variable;
  std::error_code none;
  if (!usual.empty() && !std::filesystem::is_regular_file(usual, none)) {
    throw UsageError("ZHIBIAO_CONFIG: no such file: " + usual);
  }
  app.config_formatter(std::make_shared<Config>(app));
  app.set_config("--config", usual, "Usual values for options, in TOML; ZHIBIAO_CONFIG names one too")
      ->type_name("FILE");
}

}  // namespace zhibiao::cli
