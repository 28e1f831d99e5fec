#include "cli/pool.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/stop.h"

namespace zhibiao::cli {
namespace {

// A job may be this far ahead of what is written with its results, and all jobs that wait may hold this much.
constexpr size_t kMostAhead = 16 * 1024 * 1024;
constexpr size_t kMostWaiting = 1024 * 1024;

struct Abandoned {};  // unwinds a job whose results nobody will take

}  // namespace

struct Place {
  Job job;
  size_t number = 0;
  std::deque<Event> events;
  size_t bytes = 0;  // of the events
  bool begun = false, in_turn = false, done = false;
};

// The row of jobs, the first of which is the one whose results are being written.
class Pool {
 public:
  Pool(size_t workers, const PoolUser& user) : user_(user), workers_(workers) {}

  void run() {
    if (workers_ == 1 || !start()) return run_alone();
    try {
      write_in_order();
    } catch (...) {
      abandon();
      ask_to_stop();
      join();
      throw;
    }
    join();
    if (problem_) std::rethrow_exception(problem_);
  }

  // Of the outlets.
  void write(std::string& bytes) { user_.write(bytes); }
  void put_events(Place* place, Event event, size_t bytes);
  void take_turn(Place& place, const std::function<void()>& work);

 private:
  using Lock = std::unique_lock<std::mutex>;

  void run_alone() {
    std::string room;
    user_.produce([&](Job job) {
      if (asked_to_stop()) return false;
      Outlet outlet(*this, nullptr);
      outlet.buffer.swap(room);
      job.work(0, outlet);
      outlet.hand_on();
      outlet.buffer.swap(room);
      if (job.pause) user_.idle();
      return !asked_to_stop();
    });
    user_.idle();
  }

  // Fewer threads where the system refuses some; false, and none, where it refuses too many.
  bool start() {
    try {
      for (size_t worker = 0; worker < workers_; ++worker) {
        threads_.emplace_back([this, worker] { work(worker); });
      }
    } catch (const std::system_error&) {
    }
    try {
      if (!threads_.empty()) threads_.emplace_back([this] { produce(); });
      return !threads_.empty();
    } catch (const std::system_error&) {
      abandon();
      join();
      return false;
    }
  }

  void produce() {
    try {
      user_.produce([this](Job job) { return put(std::move(job)); });
    } catch (...) {
      const Lock lock(mutex_);
      if (!problem_) problem_ = std::current_exception();
    }
    const Lock lock(mutex_);
    produced_ = true;
    changed_.notify_all();
  }

  bool put(Job job) {
    Lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped() || has_room(); });
    if (stopped()) return false;
    waiting_bytes_ += job.bytes;
    row_.push_back(std::make_unique<Place>());
    row_.back()->job = std::move(job);
    row_.back()->number = next_number_++;
    changed_.notify_all();
    return true;
  }

  bool has_room() const {
    return row_.size() < 2 * workers_ || (waiting_bytes_ < kMostWaiting && row_.size() < 64 * workers_);
  }

  bool stopped() const { return abandoned_ || problem_ != nullptr || asked_to_stop(); }

  void work(size_t worker) {
    while (Place* place = next()) {
      Outlet outlet(*this, place);
      try {
        place->job.work(worker, outlet);
        outlet.hand_on();
      } catch (const Abandoned&) {
      } catch (...) {
        const Lock lock(mutex_);
        if (!problem_) problem_ = std::current_exception();
      }
      end(*place);
    }
  }

  // nullptr at the end.
  Place* next() {
    Lock lock(mutex_);
    while (true) {
      if (stopped()) {
        changed_.notify_all();  // a signal wakes nobody
        return nullptr;
      }
      if (begun_ - first_ < row_.size()) {
        Place* place = row_[begun_++ - first_].get();
        place->begun = true;
        return place;
      }
      if (produced_) return nullptr;
      changed_.wait(lock);
    }
  }

  void end(Place& place) {
    const std::function<void(size_t, Outlet&)> work = std::move(place.job.work);  // freed outside of the lock
    const Lock lock(mutex_);
    waiting_bytes_ -= place.job.bytes;
    place.done = true;
    place.in_turn = true;
    advance_turn();
    changed_.notify_all();
  }

  void advance_turn() {
    while (turn_ < begun_ && row_[turn_ - first_]->in_turn) ++turn_;
  }

  void write_in_order() {
    while (true) {
      std::deque<Event> events = ready();
      if (events.empty()) return;
      for (Event& event : events) happen(event);
    }
  }

  // The events at the head of the row; none at the end.
  std::deque<Event> ready() {
    Lock lock(mutex_);
    bool is_idle = false;
    while (true) {
      std::deque<Event> events;
      for (; events.empty() && !row_.empty() && row_.front()->begun; leave()) {
        events.swap(row_.front()->events);
        row_.front()->bytes = 0;
        if (!row_.front()->done) break;
      }
      changed_.notify_all();
      if (!events.empty()) return events;
      const bool none_begun = row_.empty() || !row_.front()->begun;
      if (none_begun && (stopped() || (produced_ && row_.empty()))) return {};
      if (!is_idle) {
        is_idle = true;
        lock.unlock();
        user_.idle();
        lock.lock();
        continue;
      }
      changed_.wait(lock);
    }
  }

  // The first of the row is written.
  void leave() {
    row_.pop_front();
    ++first_;
  }

  void happen(Event& event) {
    if (auto* bytes = std::get_if<std::string>(&event)) {
      user_.write(*bytes);
    } else {
      std::get<std::function<void()>>(event)();
    }
  }

  void abandon() {
    const Lock lock(mutex_);
    abandoned_ = true;
    changed_.notify_all();
  }

  void join() {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  const PoolUser& user_;
  const size_t workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Place>> row_;
  size_t first_ = 0, begun_ = 0, turn_ = 0, next_number_ = 0;  // numbers of jobs
  size_t waiting_bytes_ = 0;
  bool produced_ = false, abandoned_ = false;
  std::exception_ptr problem_;
  std::vector<std::thread> threads_;
};

void Pool::put_events(Place* place, Event event, size_t bytes) {
  if (place == nullptr) return happen(event);
  Lock lock(mutex_);
  const auto may_go_on = [&] { return abandoned_ || place->bytes < kMostAhead || place->number == first_; };
  changed_.wait(lock, may_go_on);
  if (abandoned_) throw Abandoned{};
  place->events.push_back(std::move(event));
  place->bytes += bytes;
  if (place->number == first_) changed_.notify_all();
}

void Pool::take_turn(Place& place, const std::function<void()>& work) {
  Lock lock(mutex_);
  changed_.wait(lock, [&] { return abandoned_ || turn_ == place.number; });
  if (abandoned_) throw Abandoned{};
  lock.unlock();
  work();
  lock.lock();
  place.in_turn = true;
  advance_turn();
  changed_.notify_all();
}

void Outlet::hand_on() {
  if (buffer.empty()) return;
  if (place_ == nullptr) return pool_.write(buffer);  // and goes on in the same room
  const size_t bytes = buffer.size();
  pool_.put_events(place_, std::move(buffer), bytes);
  buffer.clear();
}

void Outlet::then(std::function<void()> told) {
  hand_on();
  pool_.put_events(place_, std::move(told), sizeof told);
}

void Outlet::in_turn(const std::function<void()>& work) {
  if (place_ == nullptr) return work();
  pool_.take_turn(*place_, work);
}

void run_in_order(size_t workers, const PoolUser& user) { Pool(workers == 0 ? 1 : workers, user).run(); }

}  // namespace zhibiao::cli
