#include "cli/guide.h"

#include <cstdlib>
#include <sstream>
#include <string_view>

#include "cli/choice.h"
#include "cli/completion.h"
#include "cli/embedded.h"
#include "cli/manual_page.h"
#include "cli/usage.h"

namespace zhibiao::cli {
namespace {

constexpr std::string_view kTopicEnd = ".md";

CLI::App* add_question(CLI::App& app, Question& question, Question::About about, const std::string& name,
                       const std::string& text) {
  CLI::App* command = app.add_subcommand(name, text);
  command->fallthrough();
  command->final_callback([&question, about] { question.about = about; });
  return command;
}

// "# The command line" of docs/cli.md
std::string title_of(std::string_view markdown) {
  const std::string line(markdown.substr(0, markdown.find('\n')));
  return line.starts_with("# ") ? line.substr(2) : line;
}

void append_padded(std::string& out, const std::string& name, const std::string& text) {
  out += "  " + name;
  out.append(name.size() < 26 ? 26 - name.size() : 1, ' ');
  out += text + "\n";
}

// FILE, N=5000; without what the parser checks. The parser writes its own for what is empty.
std::string shown_value(const OptionModel& option) {
  if (option.value.empty()) return "";
  const std::string value = option.value == option.names.front() ? " " : option.value;
  return option.usual.empty() ? value : value + "=" + option.usual;
}

std::string topics(const CLI::App& app, Language language) {
  std::string out = translated("Commands (zhibiao help COMMAND):", language) + "\n";
  for (const CommandModel& command : model_of(app).commands) {
    if (!command.hidden) append_padded(out, command.name, command.text);
  }
  out += "\n" + translated("Topics (zhibiao help TOPIC):", language) + "\n";
  append_padded(out, "exit-codes", translated("What the exit code says", language));
  append_padded(out, "environment", translated("Variables that are heeded", language));
  for (const auto& [path, markdown] : embedded_topics_files()) {
    if (path != "README.md")
      append_padded(out, std::string(path.substr(0, path.size() - kTopicEnd.size())), title_of(markdown));
  }
  return out;
}

std::string with_spaces(std::string told) {
  std::string out;
  std::istringstream lines(told);
  for (std::string line; std::getline(lines, line);) {
    const size_t tab = line.find('\t');
    append_padded(out, line.substr(0, tab), line.substr(tab + 1));
  }
  return out;
}

std::string help_on(const std::vector<std::string>& words, CLI::App& app, Language language) {
  if (words.empty()) return topics(app, language);
  const std::string topic = listed(words, " ");
  if (topic == "exit-codes") return with_spaces(exit_codes(language));
  if (topic == "environment") return with_spaces(environment(language));
  if (const std::string page = embedded(embedded_topics_files(), topic + std::string(kTopicEnd)); !page.empty()) {
    return page;
  }
  CLI::App* command = &app;
  std::string before;
  for (const std::string& word : words) {
    before += (before.empty() ? "" : " ") + command->get_name();
    command = subcommand_named(*command, word);
    if (command == nullptr) throw UsageError("no command and no topic: " + topic + " (zhibiao help lists them)");
  }
  return command->help(before);
}

std::string page_of(const std::vector<std::string>& words, const CommandModel& program, Language language) {
  if (words.empty() || words.front() == program.name) return program_page(program, language);
  const CommandModel* command = command_named(program, words.front());
  if (command == nullptr) throw UsageError("no such command: " + words.front());
  return command_page(program, *command, language);
}

}  // namespace

void add_guide(CLI::App& app, Question& question) {
  using About = Question::About;
  add_question(app, question, About::topic, "help", "Tells about a command or a topic; alone lists them")
      ->add_option("TOPIC", question.words, "A command or a topic");
  add_question(app, question, About::page, "man", "Prints the manual page of the program or of a command")
      ->add_option("COMMAND", question.words, "A command; none: the program")
      ->expected(0, 1);
  one_of(add_question(app, question, About::script, "completion", "Prints what makes a shell complete zhibiao")
             ->add_option("SHELL", question.words, "The shell")
             ->expected(1)
             ->required(),
         {"bash", "fish", "zsh"});
  add_question(app, question, About::words, "complete", "Answers a shell that completes")
      ->group("")
      ->add_option("WORD", question.words, "The words behind the program's name, up to the cursor");
}

std::string answer(const Question& question, CLI::App& app, Language language) {
  switch (question.about) {
    case Question::About::topic:
      return help_on(question.words, app, language);
    case Question::About::page:
      return page_of(question.words, model_of(app), language);
    case Question::About::script:
      return completion_script(question.words.front());
    default:
      return completion(model_of(app), question.words);
  }
}

void word_help(CLI::App& app, Language language) {
  const auto in_language = [language](const std::string& text) { return translated(text, language); };
  for (const char* label : {"Usage", "OPTIONS", "Positionals", "SUBCOMMAND"}) {
    app.get_formatter()->label(label, in_language(label));
  }
  app.description(in_language(app.get_description()));
  if (!app.get_group().empty()) app.group(in_language(app.get_group()));
  std::string footer;
  std::istringstream lines(app.get_footer());
  for (std::string line; std::getline(lines, line);) footer += in_language(line) + "\n";
  app.footer(footer);
  for (CLI::Option* option : app.get_options([](CLI::Option*) { return true; })) {
    option->option_text(shown_value(model_of(*option)));
    option->description(in_language(option->get_description()));
    option->group(in_language(option->get_group()));
  }
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) word_help(*command, language);
}

Language language_asked(int argc, const char* const* argv) {
  constexpr std::string_view kOption = "--lang";
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string_view word = argv[i];
    if (word == kOption && i + 1 < argc) return language_of(argv[i + 1]);
    if (word.starts_with(kOption) && word.substr(kOption.size()).starts_with("=")) {
      return language_of(word.substr(kOption.size() + 1));
    }
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(variable);
    if (locale != nullptr && *locale != '\0') return language_of(locale);
  }
  return Language::en;
}

}  // namespace zhibiao::cli
