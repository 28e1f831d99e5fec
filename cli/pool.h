// Jobs in several threads whose results come out in the order of the jobs, whatever thread is faster. Memory holds the
// jobs at hand and a few ahead, however many there are in all.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace zhibiao::cli {

class Pool;
struct Place;  // of a job in the row

// What happens in order in the main thread: bytes that are written, or something else that is done.
using Event = std::variant<std::string, std::function<void()>>;

// Where a job puts its results. Used by the job's own thread alone.
class Outlet {
 public:
  std::string buffer;  // what is to be written; call flush_if_full() now and then

  // May wait until the jobs before this one are written, so that results that nobody takes do not pile up.
  void flush_if_full() {
    if (buffer.size() >= kFull) hand_on();
  }
  // `told` runs in the main thread, after all that this job and the jobs before it put out so far.
  void then(std::function<void()> told);
  // `work` runs at once, but not before the jobs before this one were in turn or done. At most once a job.
  void in_turn(const std::function<void()>& work);

 private:
  friend class Pool;
  static constexpr size_t kFull = 256 * 1024;
  Outlet(Pool& pool, Place* place) : pool_(pool), place_(place) {}
  void hand_on();

  Pool& pool_;
  Place* place_;  // nullptr: the only thread
};

struct Job {
  std::function<void(size_t worker, Outlet& outlet)> work;  // throws only what ends the run
  size_t bytes = 0;                                         // about what it holds
  bool pause = false;                                       // the next one may be long in coming
};

// Takes a job; false when no more are wanted. May wait.
using PutJob = std::function<bool(Job)>;

struct PoolUser {
  std::function<void(const PutJob&)> produce;  // in a thread of its own when there is more than one worker
  std::function<void(std::string&)> write;     // in the main thread; takes the bytes
  std::function<void()> idle = [] {};          // in the main thread, when nothing more is ready for the moment
};

// Returns when all is written, or, once asked_to_stop(), the jobs that had begun. With one worker everything happens in
// the calling thread. Rethrows what the user's functions throw. Falls back to fewer workers where threads are refused.
void run_in_order(size_t workers, const PoolUser& user);

}  // namespace zhibiao::cli
