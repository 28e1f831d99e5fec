// help, man, completion, complete: what the program tells of itself. They ask while the command line is parsed, and are
// answered when all of it is known.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "text/language.h"

namespace zhibiao::cli {

struct Question {
  enum class About { nothing, topic, page, script, words };
  About about = About::nothing;
  std::vector<std::string> words;
};

void add_guide(CLI::App& app, Question& question);

// Throws UsageError where there is no such topic, command or shell. REQUIRES: about is not `nothing`.
std::string answer(const Question& question, CLI::App& app, Language language);

// The help of the app and of its commands: types as people write them, all in that language.
void word_help(CLI::App& app, Language language);

// What --lang says, else LC_ALL, LC_MESSAGES or LANG, the first of them that is set.
Language language_asked(int argc, const char* const* argv);

}  // namespace zhibiao::cli
