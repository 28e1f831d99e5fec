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

std::string documents(uint64_t count) { return std::to_string(count) + (count == 1 ? " document" : " documents"); }

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

std::string Progress::joined(const std::vector<std::string>& parts) const {
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "" : translated(", ", language_)) + translated(part, language_);
  }
  return out;
}

void Progress::draw() {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - drawn_ < kBetween) return;
  drawn_ = now;
  const double rate = static_cast<double>(bytes_) / seconds();
  std::vector<std::string> parts = {documents(documents_), fixed(rate / kMega) + " MB/s"};
  if (failures_ > 0) parts.push_back(std::to_string(failures_) + " failed");
  if (all_bytes_ > bytes_ && rate > 0) {
    const auto left = static_cast<uint64_t>(static_cast<double>(all_bytes_ - bytes_) / rate);
    const std::string rest = std::to_string(left % 60);
    parts.push_back(std::to_string(left / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest + " left");
  }
  const std::string line = joined(parts);
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
  std::vector<std::string> parts = {documents(documents_)};
  if (failures_ > 0) parts.push_back(std::to_string(failures_) + " failed");
  if (done_ > 0) parts.push_back(std::to_string(done_) + " done before");
  parts.push_back(fixed(static_cast<double>(bytes_) / kMega) + " MB in " + fixed(seconds()) + " s");
  return joined(parts);
}

}  // namespace zhibiao::cli
