#include "text/error.h"
#include "text/read.h"

namespace zhibiao {

namespace {

// Opens archives within archives, down to limits.nesting.
class Opener {
 public:
  Opener(const ReadLimits& limits, const std::function<void(Packed)>& see) : limits_(limits), see_(see) {}

  void open(const std::string& name, const ByteSource& source, const std::function<bool(std::string_view)>& wants,
            uint32_t depth) {
    unpack(source, limits_, wants, [&](Member member) {
      if (++seen_ > limits_.members) throw Error("holds more than " + std::to_string(limits_.members) + " members");
      Packed packed{member.name.empty() ? name : name + "!" + member.name, std::move(member.bytes),
                    std::move(member.problem)};
      if (!packed.problem.empty() || !is_archive(packed)) return see_(std::move(packed));
      try {
        if (depth + 1 >= limits_.nesting) throw Error("is an archive in too many others");
        open(packed.name, source_of(packed.bytes), is_readable_name, depth + 1);
      } catch (const Error& error) {
        see_({packed.name, "", error.what()});
      }
    });
  }

 private:
  // What is no archive or nothing known is for read_document to say.
  static bool is_archive(const Packed& packed) try {
    return is_container(format_of(std::string_view(packed.bytes).substr(0, 1024), packed.name));
  } catch (const Error&) {
    return false;
  }

  const ReadLimits& limits_;
  const std::function<void(Packed)>& see_;
  uint64_t seen_ = 0;
};

}  // namespace

void each_packed(const std::string& name, const ByteSource& source, const ReadLimits& limits,
                 const std::function<bool(std::string_view)>& wants, const std::function<void(Packed)>& see) {
  Opener(limits, see).open(name, source, wants, 0);
}

}  // namespace zhibiao
