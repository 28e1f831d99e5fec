// Uses what crosses the border of the shared library: values, an exception, an observer, JSON both ways. Prints the
// lines that the command prints.
#include <zhibiao/extractor.h>
#include <zhibiao/zhibiao.h>

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

bool catches() {
  try {
    zhibiao::read_document("no.pdf", "%PDF-1.7");
  } catch (const zhibiao::Error& error) {
    return *error.what() != '\0';
  }
  return false;
}

std::string line_of(const zhibiao::Observation& observation) {
  std::string json;
  zhibiao::append_json(json, observation);
  return json;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !catches()) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  zhibiao::Extractor extractor(zhibiao::Grammar::embedded());
  for (const zhibiao::Observation& observation : extractor.extract(bytes, argv[1]).observations) {
    const std::string json = line_of(observation);
    const zhibiao::Line line = zhibiao::parse_line(json.substr(0, json.size() - 1));
    if (std::get<zhibiao::Observation>(line) != observation) return 1;
    std::cout << json;
  }
}
