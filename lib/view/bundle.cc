#include "view/bundle.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao {

std::vector<std::pair<std::string_view, std::string_view>> embedded_page_files();

namespace {

using Files = std::map<std::string, std::string>;

// The text between two marks; "" where they are not.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const size_t at = text.find(begin);
  if (at == std::string_view::npos) return "";
  text.remove_prefix(at + begin.size());
  return text.substr(0, std::min(text.find(end), text.size()));
}

// dom.js → dom_js
std::string identifier(std::string name) {
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

// const name = …, function name(…, async function name(…
std::string declared(std::string_view statement) {
  for (const std::string_view word : {"async ", "function ", "const "}) {
    if (statement.starts_with(word)) statement.remove_prefix(word.size());
  }
  return std::string(statement.substr(0, statement.find_first_of(" (=")));
}

// Each module becomes a function that returns what it exports, behind those that it imports:
//
//   import { el } from './dom.js';   const { el } = dom_js;
//   export function table() {        function table() {        … return { table };
//
// Both words begin a line only where they are statements. What is exported never changes; nothing is imported under
// another name.
class Bundle {
 public:
  explicit Bundle(const Files& files) : files_(files) {}

  void add(const std::string& name) {
    if (!added_.insert(name).second) return;
    std::string body, exported;
    std::string_view rest = files_.at(name);
    while (!rest.empty()) {
      const bool is_import = rest.starts_with("import ");
      const size_t end = std::min(rest.find(is_import ? ";\n" : "\n"), rest.size() - 1) + (is_import ? 2 : 1);
      std::string_view statement = rest.substr(0, end);
      rest.remove_prefix(std::min(end, rest.size()));
      if (is_import) {
        const std::string module(between(statement, "'./", "'"));
        add(module);
        body += "const {" + std::string(between(statement, "{", "}")) + "} = " + identifier(module) + ";\n";
        continue;
      }
      if (statement.starts_with("export ")) {
        statement.remove_prefix(7);
        exported += declared(statement) + ", ";
      }
      body += statement;
    }
    script += "const " + identifier(name) + " = (() => {\n" + body + "return { " + exported + "};\n})();\n";
  }

  std::string script;

 private:
  const Files& files_;
  std::set<std::string> added_;
};

PageSources put_together() {
  Files files;
  for (const auto& [name, content] : embedded_page_files()) files.emplace(name, content);
  PageSources sources;
  sources.shell = files.at("shell.html");
  for (const auto& [name, content] : files) {
    if (name.ends_with(".css")) sources.style += content;
  }
  Bundle bundle(files);
  bundle.add("main.js");
  sources.script = std::move(bundle.script);
  return sources;
}

}  // namespace

const PageSources& page_sources() {
  static const PageSources sources = put_together();
  return sources;
}

}  // namespace zhibiao
