// Writes the tables of the embedded grammar as C++: images OUTPUT. Linked with the objects of the library, to which
// what it writes is then added.
#include <cstdio>
#include <fstream>
#include <string>

#include "grammar/data.h"

namespace zhibiao {

Image embedded_image(std::string_view) { return {}; }

namespace {

bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }

// As adjacent literals.
std::string literals(std::string_view bytes) {
  constexpr size_t kLine = 4096;
  std::string out;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i % kLine == 0) out += i == 0 ? "\"" : "\"\n    \"";
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool is_plain = byte >= ' ' && byte < 0x7f && byte != '"' && byte != '\\' && byte != '?';
    const bool is_short = i + 1 == bytes.size() || !is_octal_digit(bytes[i + 1]);
    char escape[5];
    std::snprintf(escape, sizeof escape, is_short ? "\\%o" : "\\%03o", byte);
    is_plain ? out += bytes[i] : out += escape;
  }
  return out + "\"";
}

std::string images_of(const GrammarData& grammar) {
  std::string tables, names;
  const auto add = [&](const std::string& name, const Image& image) {
    tables += "alignas(64) constexpr char k_" + name + "[] =\n    " + literals(image.bytes()) + ";\n";
    names += "  if (name == \"" + name + "\") return Image({k_" + name + ", sizeof k_" + name + " - 1});\n";
  };
  grammar.each_image(add);
  add("hash", Image(grammar.hash()));
  return "// Written by cmake/images.cc; do not edit.\n#include \"text/image.h\"\n\nnamespace zhibiao {\nnamespace "
         "{\n\n" +
         tables + "\n}  // namespace\n\nImage embedded_image(std::string_view name) {\n" + names +
         "  return {};\n}\n\n}  // namespace zhibiao\n";
}

}  // namespace
}  // namespace zhibiao

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ofstream out(argv[1], std::ios::binary);
  out << zhibiao::images_of(zhibiao::Grammar::embedded().data());
  return out.flush() ? 0 : 1;
}
