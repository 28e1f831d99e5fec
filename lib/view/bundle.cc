#include "view/bundle.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao {

std::vector<std::pair<std::string, std::string>> embedded_page_files();

namespace {

using Files = std::map<std::string, std::string>;

// import { a, b } from './dom.js'; → "dom.js"
std::string imported(std::string_view statement) {
  const size_t begin = statement.find("'./");
  const size_t end = statement.rfind('\'');
  if (begin == std::string_view::npos || end < begin + 3) throw std::logic_error("page: an import of no module");
  return std::string(statement.substr(begin + 3, end - begin - 3));
}

// The modules share one scope, each after those that it imports, without `import` and `export`. Both stand at the
// beginning of a line only where they are statements; names are unique over all modules.
class Bundle {
 public:
  explicit Bundle(const Files& files) : files_(files) {}

  void add(const std::string& name) {
    if (!added_.insert(name).second) return;
    std::string body;
    std::string_view rest = files_.at(name);
    while (!rest.empty()) {
      const bool is_import = rest.starts_with("import ");
      const size_t end = std::min(is_import ? rest.find(";\n") + 1 : rest.find('\n'), rest.size() - 1) + 1;
      std::string_view statement = rest.substr(0, end);
      rest.remove_prefix(end);
      if (is_import) {
        add(imported(statement));
        continue;
      }
      if (statement.starts_with("export ")) statement.remove_prefix(7);
      body += statement;
    }
    script += body;
  }

  std::string script;

 private:
  const Files& files_;
  std::set<std::string> added_;
};

PageSources put_together() {
  Files files;
  for (auto& [name, content] : embedded_page_files()) files.emplace(name, std::move(content));
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
