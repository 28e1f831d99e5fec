#include "cli/progress.h"

#include <cstdio>

namespace zhibiao::cli {
namespace {

constexpr std::chrono::milliseconds kBetween{200};
constexpr double kMega = 1e6;

std::string fixed(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string counted(uint64_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

void Progress::show(uint64_t bytes) {
  shown_ = true;
  all_bytes_ = bytes;
}

void Progress::add_file(uint64_t bytes) {
  bytes_ += bytes;
  draw();
}

void Progress::add_document() {
  ++documents_;
  draw();
}

void Progress::add_done() {
  ++documents_;
  ++done_;
  draw();
}

void Progress::add_failure() { ++failures_; }

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

void Progress::draw() {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - drawn_ < kBetween) return;
  drawn_ = now;
  const double rate = static_cast<double>(bytes_) / seconds();
  std::string line = counted(documents_, "document") + ", " + fixed(rate / kMega) + " MB/s";
  if (failures_ > 0) line += ", " + std::to_string(failures_) + " failed";
  if (all_bytes_ > bytes_ && rate > 0) {
    const auto left = static_cast<uint64_t>(static_cast<double>(all_bytes_ - bytes_) / rate);
    const std::string rest = std::to_string(left % 60);
    line += ", " + std::to_string(left / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest + " left";
  }
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  on_screen_ = true;
}

void Progress::clear() {
  if (!on_screen_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  on_screen_ = false;
}

std::string Progress::summary() const {
  if (documents_ + failures_ < 2) return "";
  std::string text = counted(documents_, "document");
  if (failures_ > 0) text += ", " + std::to_string(failures_) + " failed";
  if (done_ > 0) text += ", " + std::to_string(done_) + " done before";
  return text + ", " + fixed(static_cast<double>(bytes_) / kMega) + " MB in " + fixed(seconds()) + " s";
}

}  // namespace zhibiao::cli
