#include "text/formats/isolated.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <new>
#include <utility>

#include "text/error.h"
#include "text/formats/pipe_output.h"

namespace zhibiao {

namespace {

// The first byte that comes back: what follows it is the result, or the message of an Error.
constexpr char kDone = 'D', kFailed = 'F';
constexpr const char* kTooMuchMemory = "takes too much memory to read (--max-memory)";
constexpr const char* kTooLong = "takes too long to read (--max-seconds)";

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kCanLimitMemory = false;  // the sanitizer maps terabytes
#else
constexpr bool kCanLimitMemory = true;
#endif

// What this process has mapped already counts against a limit.
uint64_t mapped_bytes() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return uint64_t{pages} * static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int resource, uint64_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

bool write_all(int output, const char* bytes, size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(output, bytes, size);
    if (written < 0 && errno != EINTR) return false;
    if (written <= 0) continue;
    bytes += written;
    size -= static_cast<size_t>(written);
  }
  return true;
}

[[noreturn]] void run_child(const std::function<std::string()>& work, const ReadLimits& limits, int output) {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, limits.seconds);
  if (kCanLimitMemory) limit(RLIMIT_AS, mapped_bytes() + limits.memory);
  std::string answer;
  try {
    answer = kDone + work();
  } catch (const std::bad_alloc&) {
    answer = std::string(1, kFailed) + kTooMuchMemory;
  } catch (const std::exception& error) {
    answer = std::string(1, kFailed) + error.what();
  }
  ::_exit(write_all(output, answer.data(), answer.size()) ? 0 : 1);
}

// A forked process; killed if it is still running at the end.
class Child {
 public:
  Child(const std::function<std::string()>& work, const ReadLimits& limits) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw Error("cannot be read: no pipe");
    process_ = ::fork();
    if (process_ == 0) {
      ::close(ends[0]);
      run_child(work, limits, ends[1]);
    }
    ::close(ends[1]);
    output_ = ends[0];
    if (process_ < 0) {
      ::close(output_);
      throw Error("cannot be read: no process");
    }
  }
  ~Child() {
    ::close(output_);
    if (status_ < 0) {
      ::kill(process_, SIGKILL);
      wait();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  std::string answer(std::chrono::seconds longest) {
    PipeOutput output = read_pipe(output_, longest, UINT64_MAX);
    if (output.end != PipeOutput::End::complete) throw Error(kTooLong);
    return std::move(output.text);
  }

  // As waitpid says.
  int wait() {
    while (::waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
    return status_;
  }

 private:
  pid_t process_ = -1;
  int output_ = -1;
  int status_ = -1;
};

}  // namespace

std::string isolated(const std::function<std::string()>& work, const ReadLimits& limits) {
  Child child(work, limits);
  // Waiting for other processes counts here and not for the child.
  std::string answer = child.answer(std::chrono::seconds(uint64_t{limits.seconds} * 2 + 1));
  const int status = child.wait();
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) throw Error(kTooLong);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT) throw Error(kTooMuchMemory);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || answer.empty())
    throw Error("is damaged: it crashes its reader");
  if (answer.front() == kFailed) throw Error(answer.substr(1));
  answer.erase(0, 1);
  return answer;
}

}  // namespace zhibiao
