#include "text/formats/doc.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>
#include <utility>

#include "text/decode.h"
#include "text/error.h"
#include "text/formats/line_writer.h"
#include "text/formats/pipe_output.h"
#include "text/words.h"

extern char** environ;

namespace zhibiao {

namespace {

constexpr std::chrono::seconds kLongest{60};

// A nameless file with these bytes, read from its beginning.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes) : file_(std::tmpfile()) {
    if (file_ == nullptr || std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size() ||
        std::fflush(file_) != 0 || ::lseek(descriptor(), 0, SEEK_SET) != 0) {
      throw Error("cannot be handed to a converter: no temporary file");
    }
  }
  ~TemporaryFile() {
    if (file_ != nullptr) std::fclose(file_);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  int descriptor() const { return ::fileno(file_); }

 private:
  std::FILE* file_;
};

// A converter that writes to a pipe; killed if it is still running at the end.
class Converter {
 public:
  Converter(std::array<const char*, 6> arguments, int input) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw Error("cannot be handed to a converter: no pipe");
    output_ = ends[0];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    found_ =
        posix_spawnp(&process_, arguments[0], &actions, nullptr, const_cast<char**>(arguments.data()), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
  }
  ~Converter() {
    ::close(output_);
    if (!found_) return;
    ::kill(process_, SIGKILL);
    wait();
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool found() const { return found_; }

  std::string output(uint64_t limit) {
    PipeOutput output = read_pipe(output_, kLongest, limit);
    if (output.end == PipeOutput::End::late) throw Error("keeps its converter busy for too long");
    if (output.end == PipeOutput::End::too_much)
      throw Error("holds more than " + std::to_string(limit) + " bytes (--max-bytes)");
    return std::move(output.text);
  }

  bool succeeded() {
    const int status = wait();
    found_ = false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  int wait() const {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
  }

  pid_t process_ = 0;
  int output_ = -1;
  bool found_ = false;
};

// Antiword draws tables with |: the cells of a row that are told in one line.
std::string row_of(std::string_view line) {
  std::string row;
  for (size_t begin = 1; begin < line.size();) {
    const size_t end = std::min(line.find('|', begin), line.size());
    LineWriter cell;
    cell.add(line.substr(begin, end - begin));
    row += (begin == 1 ? "" : "\t") + cell.joined();
    begin = end + 1;
  }
  return row;
}

std::string lines_of_converter(std::string_view text) {
  LineWriter lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.starts_with("|") && line.ends_with("|")) {
      lines.add_line(row_of(line));
    } else {
      lines.add(line);
      lines.end_line();
    }
    begin = end + 1;
  }
  return text_of(lines.lines());
}

bool names_stream(std::string_view bytes, std::u16string_view stream) {
  std::string name;
  for (const char16_t unit : stream) name += {static_cast<char>(unit), '\0'};
  return contains(bytes, name);
}

}  // namespace

Content read_doc(std::string_view bytes, const ReadLimits& limits) {
  if (names_stream(bytes, u"EncryptedPackage")) throw Error("is encrypted");
  if (!names_stream(bytes, u"WordDocument")) throw Error("is an old Office file, but no Word document");
  constexpr std::array<std::array<const char*, 6>, 2> kConverters = {
      {{"antiword", "-m", "UTF-8.txt", "-w0", "-", nullptr}, {"catdoc", "-w", "-d", "utf-8", nullptr, nullptr}}};
  bool found = false;
  for (const auto& arguments : kConverters) {
    const TemporaryFile file(bytes);
    Converter converter(arguments, file.descriptor());
    if (!converter.found()) continue;
    found = true;
    const std::string text = converter.output(limits.bytes);
    if (converter.succeeded() && !text.empty()) return {lines_of_converter(decode(text, "utf-8").text), "", ""};
  }
  if (found)
    throw Error("is a legacy Word file (.doc) that the converters antiword and catdoc cannot read: save it as docx");
  throw Error("is a legacy Word file (.doc): install one of the packages antiword and catdoc, or save it as docx");
}

}  // namespace zhibiao
