#include "check/name_fit.h"

namespace zhibiao {
namespace {

NameFit of_sides(bool left, bool right, NameFit only_left) {
  const int offset = left && right ? 2 : right ? 1 : 0;
  return static_cast<NameFit>(static_cast<int>(only_left) + offset);
}

// `name` holds `least` but leaves `most`.
NameFit too_long(const std::string& least, const std::string& most, const std::string& name) {
  const size_t in_name = name.find(least);
  const std::string before = name.substr(0, in_name), after = name.substr(in_name + least.size());
  const size_t in_most = most.find(least);
  const bool left = in_most == std::string::npos || !most.substr(0, in_most).ends_with(before);
  const bool right = in_most == std::string::npos || !most.substr(in_most + least.size()).starts_with(after);
  return of_sides(left, right, NameFit::long_left);
}

// `name` stays inside `most` but lacks a piece of `least`.
NameFit too_short(const std::string& least, const std::string& most, const std::string& name) {
  const size_t begin = most.find(least), at = most.find(name);
  const bool left = begin < at, right = at + name.size() < begin + least.size();
  const bool apart = at + name.size() <= begin || begin + least.size() <= at;
  return apart ? NameFit::other : of_sides(left, right, NameFit::short_left);
}

}  // namespace

NameFit name_fit(const std::string& least, const std::string& most, const std::string& name) {
  if (name.empty()) return NameFit::missing;
  const bool holds = name.find(least) != std::string::npos, stays = most.find(name) != std::string::npos;
  if (holds && stays) return NameFit::right;
  if (holds) return too_long(least, most, name);
  if (stays && most.find(least) != std::string::npos) return too_short(least, most, name);
  return NameFit::other;
}

}  // namespace zhibiao
