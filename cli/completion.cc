#include "cli/completion.h"

#include <algorithm>
#include <utility>

#include "cli/embedded.h"

namespace zhibiao::cli {
namespace {

// What the words before the cursor say: the commands that they go down to, and the option whose value comes next.
struct Typed {
  std::vector<const CommandModel*> commands;
  const OptionModel* option = nullptr;
  bool operands_only = false;

  const CommandModel& command() const { return *commands.back(); }

  const OptionModel* find(const std::string& name) const {
    for (const CommandModel* one : commands) {
      for (const OptionModel& option_of : one->options) {
        if (std::find(option_of.names.begin(), option_of.names.end(), name) != option_of.names.end()) return &option_of;
      }
    }
    return nullptr;
  }
};

void take(Typed& typed, const std::string& word) {
  if (word == "=" && typed.option != nullptr) return;  // bash parts --format=csv
  if (std::exchange(typed.option, nullptr) != nullptr || typed.operands_only) return;
  if (word == "--") {
    typed.operands_only = true;
  } else if (word.starts_with("-")) {
    const OptionModel* option = typed.find(word);
    if (option != nullptr && !option->value.empty()) typed.option = option;
  } else if (const CommandModel* command = command_named(typed.command(), word)) {
    typed.commands.push_back(command);
  }
}

void add(std::string& out, const std::string& word, const std::string& text) { out += word + '\t' + text + '\n'; }

std::string paths_for(const std::string& value) {
  if (value == "DIR" || value == "SHARDS" || value == "RESULTS") return "folders\n";
  for (const char* file : {"FILE", "FILE|DIR", "PATH", "PAGE", "TSV", "JSONL", "NDJSON", "LIST", "TABLE"}) {
    if (value == file) return "files\n";
  }
  return "words\n";
}

// `before` is what stands in the word already: --format=, document,
std::string values_for(const OptionModel& option, const std::string& before, const std::string& begun) {
  const std::vector<std::string> choices = choices_of(option.value);
  if (choices.empty()) return paths_for(option.value);
  const size_t comma = option.value.find('|') == std::string::npos ? begun.rfind(',') : std::string::npos;
  const std::string said = comma == std::string::npos ? "" : begun.substr(0, comma + 1);
  std::string out = "words\n";
  for (const std::string& choice : choices) {
    const bool is_said = ("," + said).find("," + choice + ",") != std::string::npos;
    if (!is_said && choice.starts_with(begun.substr(said.size()))) add(out, before + said + choice, option.text);
  }
  return out;
}

std::string options_for(const Typed& typed, const std::string& begun) {
  std::string out = "words\n";
  for (auto command = typed.commands.rbegin(); command != typed.commands.rend(); ++command) {
    for (const OptionModel& option : (*command)->options) {
      const bool is_again = command != typed.commands.rbegin() && option.names.back() == "--help";
      const std::string& name = option.names.back();
      if (!is_again && name.starts_with(begun)) add(out, name, option.text);
    }
  }
  return out;
}

std::string commands_of(const CommandModel& command, const std::string& begun) {
  std::string out = "words\n";
  for (const CommandModel& sub : command.commands) {
    if (!sub.hidden && sub.name.starts_with(begun)) add(out, sub.name, sub.text);
  }
  return out;
}

std::string operands_for(const Typed& typed, const std::string& begun) {
  const CommandModel& command = typed.command();
  if (!command.commands.empty() || command.operands.empty()) return commands_of(command, begun);
  const OptionModel& operand = command.operands.front();
  const bool names_command = operand.value == "COMMAND" || operand.value == "TOPIC";
  return names_command ? commands_of(*typed.commands.front(), begun) : values_for(operand, "", begun);
}

}  // namespace

std::string completion(const CommandModel& program, const std::vector<std::string>& words) {
  Typed typed{{&program}};
  for (size_t i = 0; i + 1 < words.size(); ++i) take(typed, words[i]);
  std::string begun = words.empty() ? "" : words.back();
  if (typed.option != nullptr) return values_for(*typed.option, "", begun == "=" ? "" : begun);
  if (typed.operands_only || !begun.starts_with("-")) return operands_for(typed, begun);
  const size_t equals = begun.find('=');
  if (equals == std::string::npos) return options_for(typed, begun);
  const OptionModel* option = typed.find(begun.substr(0, equals));
  if (option == nullptr || option->value.empty()) return "words\n";
  return values_for(*option, begun.substr(0, equals + 1), begun.substr(equals + 1));
}

std::string completion_script(const std::string& shell) {
  return embedded(embedded_completion_files(), "zhibiao." + shell);
}

}  // namespace zhibiao::cli
