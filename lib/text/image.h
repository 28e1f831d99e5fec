// The tables of a structure as one block of bytes: made here, or when the library was built, so that a process which
// starts has nothing to make. What it holds is a matter of the structure (text/trie.h, grammar/screen.h).
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace zhibiao {

class Image {
 public:
  Image() = default;  // none
  // Bytes that stay where they are, at a multiple of eight.
  explicit Image(std::string_view bytes) : bytes_(bytes) {}
  explicit Image(std::vector<uint64_t> words)
      : owned_(std::make_shared<const std::vector<uint64_t>>(std::move(words))),
        bytes_(reinterpret_cast<const char*>(owned_->data()), owned_->size() * sizeof(uint64_t)) {}

  std::string_view bytes() const { return bytes_; }
  bool is_owned() const { return owned_ != nullptr; }
  explicit operator bool() const { return !bytes_.empty(); }

 private:
  std::shared_ptr<const std::vector<uint64_t>> owned_;
  std::string_view bytes_;
};

// Where the image of a name is; none: the structure is to be made.
using FindImage = Image (*)(std::string_view name);
inline Image no_image(std::string_view) { return {}; }

// The images of the embedded grammar. None in the program that makes them.
Image embedded_image(std::string_view name);

// One array after the other: its length, its items, and zeros up to a multiple of eight.
class ImageWriter {
 public:
  template <typename Item>
  void add(const std::vector<Item>& items) {
    static_assert(std::has_unique_object_representations_v<Item> && alignof(Item) <= sizeof(uint64_t));
    words_.push_back(items.size());
    const size_t begin = words_.size();
    words_.resize(begin + (items.size() * sizeof(Item) + 7) / 8);
    if (!items.empty()) std::memcpy(words_.data() + begin, items.data(), items.size() * sizeof(Item));
  }
  Image image() && { return Image(std::move(words_)); }

 private:
  std::vector<uint64_t> words_;
};

class ImageReader {
 public:
  explicit ImageReader(const Image& image) : at_(image.bytes().data()) {}
  template <typename Item>
  void next(std::span<const Item>& items) {
    uint64_t count = 0;
    std::memcpy(&count, at_, sizeof count);
    items = {reinterpret_cast<const Item*>(at_ + sizeof count), count};
    at_ += sizeof count + (count * sizeof(Item) + 7) / 8 * 8;
  }

 private:
  const char* at_;
};

}  // namespace zhibiao
