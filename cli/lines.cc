#include "cli/lines.h"

#include <memory>
#include <vector>

#include "cli/input.h"
#include "cli/stop.h"

namespace zhibiao::cli {
namespace {

// Enough that a job is worth its while; a document's lines are parted only where there are many.
constexpr size_t kGroup = 64 * 1024;
constexpr size_t kLargeGroup = 256 * 1024;

bool begins_document(std::string_view line) { return line.starts_with("{\"type\":\"document\""); }

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

struct RawLine {
  std::string text;
  uint64_t number = 0;
};

// Lines that one job takes. Those of a document that the group before began are seen when that one is done.
struct Group {
  std::vector<RawLine> lines;
  size_t bytes = 0;
  std::shared_ptr<SeeLineOf> see;
  bool goes_on = false;
  bool pause = false;
};

class LineGroups {
 public:
  LineGroups(Session& session, std::string_view stage, Memory memory, const std::function<SeeLineOf()>& make_see,
             const PutJob& put)
      : session_(session), stage_(stage), memory_(memory), make_see_(make_see), put_(put) {}

  void read(const std::string& path) {
    path_ = path;
    try {
      LineReader reader(path);
      put_({[&session = session_](size_t, Outlet& outlet) { outlet.then([&session] { session.has_input = true; }); }});
      read(reader);
    } catch (const Missing& error) {
      fail(error.what(), true);
    } catch (const Error& error) {
      fail(error.what(), false);
    }
  }

 private:
  void read(LineReader& reader) {
    while (const std::optional<std::string_view> line = asked_to_stop() ? std::nullopt : reader.next()) {
      if (!is_blank(*line)) add(*line, reader.number());
      group_.pause = !reader.has_line();
      if (group_.pause || group_.bytes >= kLargeGroup) hand_on();
    }
    hand_on();
  }

  void add(std::string_view line, uint64_t number) {
    const bool begins = begins_document(line);
    if (begins && group_.bytes >= kGroup) hand_on();
    if (group_.lines.empty()) {
      group_.goes_on = memory_ == Memory::document && see_ != nullptr && !begins;
      if (!group_.goes_on) see_ = std::make_shared<SeeLineOf>(make_see_());
      group_.see = see_;
    }
    group_.lines.push_back({std::string(line), number});
    group_.bytes += line.size();
  }

  void hand_on() {
    if (group_.lines.empty()) return;
    const size_t bytes = group_.bytes;
    const bool pause = group_.pause;
    put_({[&session = session_, stage = stage_, path = path_, group = std::exchange(group_, {})](
              size_t, Outlet& outlet) { see(session, stage, path, group, outlet); },
          bytes, pause});
  }

  static void see(Session& session, const std::string& stage, const std::string& path, const Group& group,
                  Outlet& outlet) {
    std::vector<std::variant<Line, std::string>> parsed;  // or why not
    for (const RawLine& line : group.lines) {
      try {
        parsed.emplace_back(parse_line(line.text));
      } catch (const Error& error) {
        parsed.emplace_back(std::string(error.what()));
      }
    }
    const auto see_all = [&] {
      for (size_t i = 0; i < parsed.size(); ++i) {
        const RawLine& raw = group.lines[i];
        if (const auto* problem = std::get_if<std::string>(&parsed[i])) {
          session.fail(outlet, path, {std::nullopt, raw.number, stage, *problem});
          continue;
        }
        Line& line = std::get<Line>(parsed[i]);
        if (std::holds_alternative<ErrorLine>(line)) session.had_error = true;
        (*group.see)(line, raw.text, outlet);
      }
    };
    group.goes_on ? outlet.in_turn(see_all) : see_all();
  }

  void fail(const std::string& problem, bool is_missing) {
    if (asked_to_stop()) return;
    put_({[&session = session_, stage = stage_, path = path_, problem, is_missing](size_t, Outlet& outlet) {
      session.fail_input(outlet, path, stage, problem, is_missing);
    }});
  }

  Session& session_;
  const std::string stage_;
  const Memory memory_;
  const std::function<SeeLineOf()>& make_see_;
  const PutJob& put_;
  std::string path_;
  Group group_;
  std::shared_ptr<SeeLineOf> see_;
};

}  // namespace

void each_line_in_parallel(Session& session, std::string_view stage, Memory memory,
                           const std::function<SeeLineOf()>& make_see) {
  const std::vector<std::string> paths = inputs(session.options);
  session.run_jobs(session.workers(), [&](const PutJob& put) {
    LineGroups groups(session, stage, memory, make_see, put);
    for (const std::string& path : paths) groups.read(path);
  });
}

}  // namespace zhibiao::cli
