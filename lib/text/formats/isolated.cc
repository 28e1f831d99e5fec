#include "text/formats/isolated.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "text/error.h"
#include "text/formats/pipe_output.h"
#include "text/formats/sanitized.h"

namespace zhibiao {

namespace {

// The last byte that comes back says what the others are: the result, the message of an Error, or nothing.
constexpr char kDone = 'D', kFailed = 'F', kTooMuchMemory = 'M', kTooLong = 'T', kNoProcess = 'N';

// What this process has mapped already counts against a limit.
uint64_t mapped_bytes() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return uint64_t{pages} * static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int resource, uint64_t soft, uint64_t hard) {
  const rlimit both{soft, hard};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

// False when nobody takes the rest.
bool send_all(int channel, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(channel, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

int answer_to = -1;  // of the process that works

void tell_signal(int signal) {
  const char how = signal == SIGABRT ? kTooMuchMemory : kTooLong;
  ::_exit(::write(answer_to, &how, 1) == 1 ? 0 : 1);
}

// Waiting for other processes counts on the clock and not as work.
std::chrono::seconds longest_wait(const ReadLimits& limits) {
  return std::chrono::seconds(uint64_t{limits.seconds} * 2 + 1);
}

struct Task {
  IsolatedWork work = nullptr;
  ReadLimits limits;
};

std::string result_of(const Task& task, const std::string& bytes) try {
  return task.work(bytes, task.limits) + kDone;
} catch (const std::bad_alloc&) {
  return {kTooMuchMemory};
} catch (const std::exception& error) {
  return error.what() + std::string(1, kFailed);
}

[[noreturn]] void work(const Task& task, int channel) {
  answer_to = channel;
  for (const int signal : {SIGALRM, SIGXCPU, SIGABRT}) std::signal(signal, tell_signal);
  ::alarm(static_cast<unsigned>(std::min<int64_t>(longest_wait(task.limits).count(), INT32_MAX)));
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_CPU, task.limits.seconds, uint64_t{task.limits.seconds} + 1);
  const std::string bytes = read_pipe(channel, longest_wait(task.limits), UINT64_MAX).text;
  if (!kSanitized) {
    const uint64_t most = mapped_bytes() + task.limits.memory;
    limit(RLIMIT_AS, most, most);
  }
  ::_exit(send_all(channel, result_of(task, bytes)) ? 0 : 1);
}

// A task and, in its tow, the channel on which bytes come and the answer goes.
struct Request {
  Task task;
  int channel = -1;

  // False at the end, or where nobody takes it.
  bool pass(int socket, ssize_t (*how)(int, msghdr*)) {
    iovec content{&task, sizeof task};
    alignas(cmsghdr) char tow[CMSG_SPACE(sizeof channel)] = {};
    msghdr message{nullptr, 0, &content, 1, tow, sizeof tow, 0};
    cmsghdr* head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof channel);
    std::memcpy(CMSG_DATA(head), &channel, sizeof channel);
    ssize_t passed = 0;
    do passed = how(socket, &message);
    while (passed < 0 && errno == EINTR);
    std::memcpy(&channel, CMSG_DATA(head), sizeof channel);
    return passed == static_cast<ssize_t>(sizeof task);
  }
};

ssize_t send_message(int socket, msghdr* message) { return ::sendmsg(socket, message, MSG_NOSIGNAL); }
ssize_t receive_message(int socket, msghdr* message) { return ::recvmsg(socket, message, MSG_CMSG_CLOEXEC); }

// Of what other threads had open when this process was forked: their channels must end when they close them.
void close_all_from(unsigned first) {
  if (::close_range(first, ~0U, 0) == 0) return;
  for (long descriptor = first, most = ::sysconf(_SC_OPEN_MAX); descriptor < most; ++descriptor)
    ::close(static_cast<int>(descriptor));
}

// Makes a process for each request, until nobody is left to ask. What a terminal sends is for those who ask.
[[noreturn]] void serve(int asked) {
  constexpr int requests = STDERR_FILENO + 1;
  ::dup2(asked, requests);
  close_all_from(requests + 1);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
  for (const int signal : {SIGINT, SIGCHLD}) std::signal(signal, SIG_IGN);
  while (true) {
    Request request;
    if (!request.pass(requests, receive_message)) ::_exit(0);
    if (request.channel < 0) continue;  // there was no descriptor for it
    const pid_t process = ::fork();
    if (process == 0) {
      ::close(requests);
      work(request.task, request.channel);
    }
    if (process < 0) send_all(request.channel, {&kNoProcess, 1});
    ::close(request.channel);
  }
}

struct Sockets {
  explicit Sockets(int type) {
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0) throw Error("cannot be read: no pipe");
  }
  ~Sockets() {
    close(0);
    close(1);
  }
  Sockets(const Sockets&) = delete;
  Sockets& operator=(const Sockets&) = delete;
  void close(int end) {
    if (ends[end] >= 0) ::close(std::exchange(ends[end], -1));
  }

  int ends[2] = {-1, -1};
};

// The process that makes the others; it is in no way busy, so that a fork of it is complete.
class Server {
 public:
  Server() : sockets_(SOCK_SEQPACKET), process_(::fork()) {
    if (process_ < 0) throw Error("cannot be read: no process");
    if (process_ == 0) {
      sockets_.close(0);
      serve(sockets_.ends[1]);
    }
    sockets_.close(1);
  }
  ~Server() {
    sockets_.close(0);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  // Of any thread.
  std::string answer(const Task& task, std::string_view bytes) const {
    Sockets channel(SOCK_STREAM);
    if (!Request{task, channel.ends[1]}.pass(sockets_.ends[0], send_message)) throw Error("cannot be read: no process");
    channel.close(1);
    send_all(channel.ends[0], bytes);
    ::shutdown(channel.ends[0], SHUT_WR);
    PipeOutput output = read_pipe(channel.ends[0], longest_wait(task.limits) + std::chrono::seconds(1), UINT64_MAX);
    return output.end == PipeOutput::End::complete ? std::move(output.text) : std::string(1, kTooLong);
  }

 private:
  Sockets sockets_;
  const pid_t process_;
};

std::unique_ptr<const Server> prepared;

std::string result_in(std::string answer) {
  const char how = answer.empty() ? '\0' : answer.back();
  if (how == kTooLong) throw Error("takes too long to read (--max-seconds)");
  if (how == kTooMuchMemory) throw Error("takes too much memory to read (--max-memory)");
  if (how == kNoProcess) throw Error("cannot be read: no process");
  if (how != kDone && how != kFailed) throw Error("is damaged: it crashes its reader");
  answer.pop_back();
  if (how == kFailed) throw Error(answer);
  return answer;
}

}  // namespace

std::string isolated(IsolatedWork work, std::string_view bytes, const ReadLimits& limits) {
  const Task task{work, limits};
  return result_in(prepared ? prepared->answer(task, bytes) : Server().answer(task, bytes));
}

void prepare_isolation() try {
  if (!prepared) prepared = std::make_unique<const Server>();
} catch (const Error&) {  // the first PDF will say so
}

}  // namespace zhibiao
