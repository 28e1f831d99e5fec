#include "grammar/data.h"

#include "grammar/loader.h"
#include "text/sha256.h"

namespace zhibiao {

std::string hash_of(const GrammarViews& files) {
  std::string all;
  for (const auto& [path, content] : files) all.append(path).append(1, '\0').append(content).append(1, '\0');
  return sha256_hex(all).substr(0, 16);
}

std::string embedded_grammar_hash() {
  const Image remembered = embedded_image("hash");
  return remembered ? std::string(remembered.bytes()) : hash_of(embedded_grammar_files());
}

const std::string& GrammarData::hash() const {
  std::call_once(hashed_, [this] { hash_ = is_embedded ? embedded_grammar_hash() : hash_of(files); });
  return hash_;
}

const std::vector<std::string>& GrammarData::read_catalogue() const {
  std::call_once(catalogue_read_, [this] {
    for (const auto& [file, content] : files) {
      if (!is_in_catalogue(file)) continue;
      const std::string path(file);
      const std::string_view list = stem(path);
      std::vector<std::string> wrong;
      if (list == "indicator")
        wrong = catalogue_.add_indicators(path, content);
      else if (list == "affix")
        wrong = catalogue_.add_affixes(path, content);
      else if (list == "region")
        wrong = gazetteer_.add(path, content);
      else
        wrong = {path + ":0: no stage reads a list of this name"};
      catalogue_problems_.insert(catalogue_problems_.end(), wrong.begin(), wrong.end());
    }
  });
  return catalogue_problems_;
}

}  // namespace zhibiao
