// Why not: the rules that came nearest to reading a value, and the element at which each failed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grammar/loader.h"
#include "grammar/skeleton.h"

namespace zhibiao {

// A rule's pattern is a row of elements (<rise>, {{mid}}, (<of>)?) with the value among them.
struct RuleElements {
  std::string name;
  std::vector<std::string> left;  // in text order
  std::string value;
  std::vector<std::string> right;
};

// nullopt for a pattern whose value does not stand at the top level. `match` as written, well-formed.
std::optional<RuleElements> rule_elements(std::string name, std::string_view match);

// From the value outwards `element` is the first that does not hold; `there` is the word that stands in its place (""
// at the end of what the value can see). `needed` of the rule's elements must stand, of these `held` do.
struct NearMiss {
  std::string rule;
  std::string element;
  bool left = false;  // of the value
  std::string there;
  int held = 0, needed = 0;
};

class NearMissFinder {
 public:
  // REQUIRES: the files load.
  explicit NearMissFinder(const GrammarFiles& files);

  // The fact rules that do not match around the value `token`, nearest first, at most `most`. Linear in the window for
  // each rule.
  std::vector<NearMiss> find(const Skeleton& skeleton, size_t token, size_t most = 3) const;

 private:
  std::vector<RuleElements> rules_;
  std::map<std::string, std::string, std::less<>> definitions_;
};

}  // namespace zhibiao
