// Files that are part of the program: cmake/embed.cmake.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao {

using EmbeddedFiles = std::vector<std::pair<std::string_view, std::string_view>>;

EmbeddedFiles embedded_completion_files();  // cli/completion
EmbeddedFiles embedded_topics_files();      // docs

}  // namespace zhibiao

namespace zhibiao::cli {

// The content of the file of this name; "" where there is none.
inline std::string embedded(const EmbeddedFiles& files, const std::string& name) {
  for (const auto& [path, content] : files) {
    if (path == name) return std::string(content);
  }
  return "";
}

}  // namespace zhibiao::cli
