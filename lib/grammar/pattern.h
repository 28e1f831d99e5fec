// Turns a rule as a person writes it into the expression that the matcher runs.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/data.h"

namespace zhibiao {

using Definitions = std::map<std::string, std::string, std::less<>>;

// Replaces {{name}} by its definition, in brackets of its own, to any depth. Throws Error for an unknown or circular
// name.
std::string expand(std::string_view pattern, const Definitions& definitions);

// Throws Error for a gap of any length, which makes the automaton explode, and for more than 8 repetitions of a class;
// a few ([0-9]{4}) do not.
void refuse_gaps(const std::string& pattern);

struct FactPattern {
  std::string expression;  // over class bytes
  std::string value_role;
  std::vector<std::string> groups;  // by number, from 1: "value" and the text roles
};

// `<class>`, `<class|class>`, `<role:class|class>`, `<role:( … )>`, and the operators ( ) | ? * + ; blanks mean
// nothing. Exactly one value role. Throws Error that quotes the piece at fault.
FactPattern compile_fact(std::string_view pattern);

std::optional<ValueRole> value_role_named(std::string_view name);

}  // namespace zhibiao
