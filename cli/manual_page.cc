#include "cli/manual_page.h"

#include <array>
#include <sstream>
#include <utility>

namespace zhibiao::cli {
namespace {

using Told = std::pair<const char*, const char*>;

constexpr std::array<Told, 7> kExitCodes = {{
    {"0", "done, also when nothing was found or the reader closed the pipe"},
    {"1", "nothing found, only with -e"},
    {"2", "nothing could be started: a wrong command line, no input, no output"},
    {"3", "the grammar is wrong"},
    {"4", "at least one document or line failed and is told in an error line; everything else was written"},
    {"5", "what --fail-on names was found"},
    {"130", "interrupted"},
}};

constexpr std::array<Told, 4> kEnvironment = {{
    {"ZHIBIAO_CONFIG", "a file of usual values for options, as --config FILE; what the command line says wins"},
    {"LC_ALL, LC_MESSAGES, LANG", "the first that is set decides the language of help and messages, as --lang does"},
    {"NO_COLOR", "no colour where --color is auto"},
    {"TERM", "no colour on a terminal that is dumb"},
}};

template <size_t N>
std::string told(const std::array<Told, N>& all, Language language) {
  std::string out;
  for (const auto& [name, text] : all) {
    out += std::string(name) + '\t' + translated(text, language) + '\n';
  }
  return out;
}

// Text as troff takes it: no line of it is a request, no character of it an escape.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string bold(const std::string& text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + plain(text) + "\\fR"; }

class Page {
 public:
  // The macros of zh know where a line of Hanzi may end.
  Page(const std::string& name, Language language) : language_(language) {
    if (language == Language::zh) out_ = ".mso zh.tmac\n";
    out_ += ".TH \"" + name + "\" 1 \"\" \"zhibiao " ZHIBIAO_VERSION "\" \"" + word("User commands") + "\"\n";
    out_ += ".nh\n.ad l\n";
  }

  void section(const char* title) { out_ += ".SH " + plain(word(title)) + "\n"; }
  void line(const std::string& roff) { out_ += roff + "\n"; }
  std::string word(const char* english) const { return translated(english, language_); }

  void entries(const std::string& told_lines) {
    std::istringstream lines(told_lines);
    for (std::string entry; std::getline(lines, entry);) {
      const size_t tab = entry.find('\t');
      line(".TP\n" + bold(entry.substr(0, tab)) + "\n" + plain(entry.substr(tab + 1)));
    }
  }

  void options(const std::vector<OptionModel>& all) {
    for (const OptionModel& option : all) {
      std::string head;
      for (const std::string& name : option.names) head += (head.empty() ? "" : ", ") + bold(name);
      if (!option.value.empty() && option.value != option.names.front()) head += " " + italic(option.value);
      line(".TP\n" + head + "\n" + plain(option.text));
      if (!option.usual.empty()) line("(" + plain(word("default:") + " " + option.usual) + ")");
    }
  }

  void examples(const std::vector<std::string>& all) {
    if (all.empty()) return;
    section("EXAMPLES");
    line(".nf");
    for (const std::string& example : all) line(plain(example));
    line(".fi");
  }

  std::string take() { return std::move(out_); }

 private:
  Language language_;
  std::string out_;
};

std::string page_name(const CommandModel& program, const std::string& command) {
  return program.name + (command.empty() ? "" : "-" + command);
}

std::string synopsis(const std::string& name, const CommandModel& command) {
  std::string out = bold(name) + " [" + italic("OPTIONS") + "]";
  for (const OptionModel& operand : command.operands) {
    const std::string shown = italic(operand.names.front());
    out += operand.required ? " " + shown : " [" + shown + "...]";
  }
  return out + (command.commands.empty() ? "" : " " + italic("COMMAND"));
}

void append_commands(Page& page, const CommandModel& of) {
  for (const CommandModel& command : of.commands) {
    if (!command.hidden) page.line(".TP\n" + bold(command.name) + "\n" + plain(command.text));
  }
}

void append_ends(Page& page, Language language) {
  page.section("EXIT STATUS");
  page.entries(exit_codes(language));
  page.section("ENVIRONMENT");
  page.entries(environment(language));
}

}  // namespace

std::string exit_codes(Language language) { return told(kExitCodes, language); }
std::string environment(Language language) { return told(kEnvironment, language); }

std::string program_page(const CommandModel& program, Language language) {
  Page page(program.name, language);
  page.section("NAME");
  page.line(plain(program.name) + " \\- " + plain(program.text));
  page.section("SYNOPSIS");
  page.line(synopsis(program.name, program));
  page.section("COMMANDS");
  append_commands(page, program);
  page.section("OPTIONS");
  page.options(program.options);
  append_ends(page, language);
  page.examples(program.examples);
  page.section("SEE ALSO");
  for (const CommandModel& command : program.commands) {
    if (!command.hidden) page.line(".BR " + plain(page_name(program, command.name)) + " (1)");
  }
  return page.take();
}

std::string command_page(const CommandModel& program, const CommandModel& command, Language language) {
  Page page(page_name(program, command.name), language);
  page.section("NAME");
  page.line(plain(page_name(program, command.name)) + " \\- " + plain(command.text));
  page.section("SYNOPSIS");
  page.line(synopsis(program.name + " " + command.name, command));
  if (!command.commands.empty()) {
    page.section("COMMANDS");
    append_commands(page, command);
  }
  page.section("OPTIONS");
  page.options(command.operands);
  page.options(command.options);
  for (const CommandModel& sub : command.commands) {
    page.line(".SS " + plain(command.name + " " + sub.name));
    page.options(sub.operands);
    page.options(sub.options);
  }
  page.section("GLOBAL OPTIONS");
  page.options(program.options);
  append_ends(page, language);
  page.examples(command.examples);
  page.section("SEE ALSO");
  page.line(".BR " + plain(program.name) + " (1)");
  return page.take();
}

}  // namespace zhibiao::cli
