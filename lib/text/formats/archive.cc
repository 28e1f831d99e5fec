#include "text/formats/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

#include "text/decode.h"
#include "text/error.h"

namespace zhibiao {

namespace {

constexpr size_t kBlock = 64 * 1024;

struct FreeArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};

// What libarchive calls back; an exception must not pass through it.
struct Reading {
  const ByteSource& source;
  std::vector<char> block = std::vector<char>(kBlock);
};

la_ssize_t read_block(archive* opened, void* data, const void** block) {
  auto& reading = *static_cast<Reading*>(data);
  *block = reading.block.data();
  try {
    return static_cast<la_ssize_t>(reading.source.read(reading.block.data(), reading.block.size()));
  } catch (const std::exception& error) {
    archive_set_error(opened, EIO, "%s", error.what());
    return ARCHIVE_FATAL;
  }
}

la_int64_t seek_block(archive* opened, void* data, la_int64_t offset, int whence) {
  try {
    return static_cast<Reading*>(data)->source.seek(offset, whence);
  } catch (const std::exception& error) {
    archive_set_error(opened, EIO, "%s", error.what());
    return ARCHIVE_FATAL;
  }
}

std::string reason(archive* opened) {
  const char* text = archive_error_string(opened);
  return text == nullptr ? "unknown" : text;
}

// Names are UTF-8 by the rules and GB18030 by the habits of Windows.
std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) return "?";
  const bool is_utf8 = valid_utf8_prefix(name) == std::strlen(name);
  return decode(name, is_utf8 ? "utf-8" : "gb18030").text;
}

// libarchive hands out names in the encoding of the thread's locale, and nothing at all where they do not fit.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = ::uselocale(locale_);
  }
  ~Utf8Locale() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

class Unpacker {
 public:
  Unpacker(const ByteSource& source, const ReadLimits& limits)
      : limits_(limits), reading_{source}, archive_(archive_read_new()) {
    if (!archive_) throw std::bad_alloc();
    archive_read_support_filter_gzip(archive_.get());
    archive_read_support_format_zip(archive_.get());
    archive_read_support_format_tar(archive_.get());
    archive_read_support_format_raw(archive_.get());
    archive_read_set_callback_data(archive_.get(), &reading_);
    archive_read_set_read_callback(archive_.get(), read_block);
    if (source.seek) archive_read_set_seek_callback(archive_.get(), seek_block);
    if (archive_read_open1(archive_.get()) != ARCHIVE_OK) throw damaged();
  }

  // nullptr at the end.
  archive_entry* next() {
    const Utf8Locale locale;
    archive_entry* entry = nullptr;
    int code = ARCHIVE_RETRY;
    for (int tries = 0; code == ARCHIVE_RETRY && tries < 1000; ++tries) {
      code = archive_read_next_header(archive_.get(), &entry);
    }
    if (code == ARCHIVE_EOF) return nullptr;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) throw damaged();
    if (++members_ > limits_.members) throw Error("holds more than " + std::to_string(limits_.members) + " members");
    return entry;
  }

  bool is_raw() const { return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW; }

  // Fills bytes or problem. Throws Error for a bomb.
  void read(archive_entry* entry, Member& member) {
    if (archive_entry_is_data_encrypted(entry) != 0) {
      member.problem = "is encrypted";
      return;
    }
    const int64_t packed_before = archive_filter_bytes(archive_.get(), -1);
    std::vector<char> block(kBlock);
    while (true) {
      const la_ssize_t got = archive_read_data(archive_.get(), block.data(), block.size());
      if (got < 0) {
        member.problem = "is damaged: " + reason(archive_.get());
        return;
      }
      const uint64_t size = got > 0 ? member.bytes.size() + static_cast<size_t>(got) : size_with_holes(entry, member);
      check_ratio(size, archive_filter_bytes(archive_.get(), -1) - packed_before);
      if (size > limits_.bytes) {
        member.bytes = {};
        member.problem = "unpacks to more than " + std::to_string(limits_.bytes) + " bytes (--max-bytes)";
        return;
      }
      member.bytes.append(block.data(), static_cast<size_t>(got));
      member.bytes.resize(size);
      if (got == 0) return;
    }
  }

 private:
  // Holes are NULs. libarchive fills those before data and leaves out one at the end.
  static uint64_t size_with_holes(archive_entry* entry, const Member& member) {
    const bool is_sparse = archive_entry_sparse_count(entry) > 0 && archive_entry_size_is_set(entry) != 0;
    const int64_t told = is_sparse ? archive_entry_size(entry) : 0;
    return std::max<uint64_t>(member.bytes.size(), static_cast<uint64_t>(std::max<int64_t>(told, 0)));
  }

  Error damaged() const { return Error("is damaged: " + reason(archive_.get())); }

  void check_ratio(uint64_t unpacked, int64_t packed) const {
    const uint64_t read = static_cast<uint64_t>(std::max<int64_t>(packed, 0)) + kBlock;
    if (unpacked <= (uint64_t{1} << 20) || unpacked / read < limits_.ratio) return;
    throw Error("unpacks to more than " + std::to_string(limits_.ratio) + " times its size (--max-ratio)");
  }

  const ReadLimits& limits_;
  Reading reading_;
  std::unique_ptr<archive, FreeArchive> archive_;
  uint32_t members_ = 0;
};

}  // namespace

ByteSource source_of(std::string_view bytes) {
  const auto at = std::make_shared<size_t>(0);
  const auto read = [bytes, at](char* into, size_t size) {
    const size_t got = std::min(size, bytes.size() - *at);
    std::memcpy(into, bytes.data() + *at, got);
    *at += got;
    return got;
  };
  const auto seek = [bytes, at](int64_t offset, int whence) {
    const auto size = static_cast<int64_t>(bytes.size());
    const int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? static_cast<int64_t>(*at) : size;
    *at = static_cast<size_t>(std::clamp<int64_t>(from + offset, 0, size));
    return static_cast<int64_t>(*at);
  };
  return {read, seek};
}

void unpack(const ByteSource& source, const ReadLimits& limits, const std::function<bool(std::string_view)>& wants,
            const std::function<void(Member)>& see) {
  Unpacker unpacker(source, limits);
  while (archive_entry* entry = unpacker.next()) {
    Member member;
    if (!unpacker.is_raw()) {
      if (archive_entry_filetype(entry) != AE_IFREG) continue;
      member.name = name_of(entry);
      if (!wants(member.name)) continue;
    }
    unpacker.read(entry, member);
    see(std::move(member));
  }
}

}  // namespace zhibiao
