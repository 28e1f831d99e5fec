// Prints the figures of a report, one a line: period, indicator, value as written, value in its base unit.
#include <zhibiao/zhibiao.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::cerr << "usage: example FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const zhibiao::Grammar& grammar = zhibiao::Grammar::embedded();  // loaded once, for every thread
  const zhibiao::Extraction extraction = zhibiao::extract(bytes, argv[1], grammar);
  for (const zhibiao::Observation& o : extraction.observations) {
    std::cout << o.period << '\t' << o.indicator << '\t' << o.value_text << '\t' << o.base_value << o.base_unit << '\n';
  }
  return 0;
} catch (const zhibiao::Error& error) {
  std::cerr << error.what() << '\n';
  return 4;
}
