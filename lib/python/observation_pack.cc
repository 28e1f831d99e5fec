#include "python/observation_pack.h"

#include <cstring>
#include <type_traits>

namespace zhibiao::python {
namespace {

using Texts = std::vector<std::string>;

// The fields in the order in which they are packed and unpacked. `repeated` are those that neighbours share.
template <typename See>
void each_field(See& see) {
  using O = Observation;
  for (auto field : {&O::doc, &O::sentence}) see.repeated(field);
  for (auto field : {&O::section, &O::rules}) see.repeated(field);
  for (auto field : {&O::indicator, &O::indicator_id, &O::subject, &O::scope, &O::unit, &O::ratio_to, &O::region,
                     &O::region_code, &O::period, &O::tone, &O::basis, &O::rank_scope, &O::condition, &O::base_value,
                     &O::base_low, &O::base_high, &O::base_unit, &O::value_text}) {
    see(field);
  }
  see(&O::members);
  for (auto field : {&O::value, &O::low, &O::high}) see(field);
  for (auto field : {&O::id, &O::group}) see(field);
  see(&O::measure), see(&O::bound), see(&O::status), see(&O::rank_of), see(&O::part_of), see(&O::spans);
}

class Packing {
 public:
  Packing(std::string& bytes, const Observation& from, Observation& last) : bytes_(bytes), from_(from), last_(last) {}

  template <typename T>
  void operator()(T Observation::*field) {
    put(from_.*field);
  }
  template <typename T>
  void repeated(T Observation::*field) {
    const bool anew = from_.*field != last_.*field;
    put(anew);
    if (!anew) return;
    put(from_.*field);
    last_.*field = from_.*field;
  }

 private:
  template <typename T>
  requires std::is_trivially_copyable_v<T>
  void put(const T& value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void put(const std::string& text) {
    put(static_cast<uint32_t>(text.size()));
    bytes_ += text;
  }
  void put(const Texts& texts) {
    put(static_cast<uint32_t>(texts.size()));
    for (const std::string& text : texts) put(text);
  }
  void put(const std::optional<Decimal>& number) { put(number ? number->to_string() : std::string()); }

  std::string& bytes_;
  const Observation& from_;
  Observation& last_;
};

class Unpacking {
 public:
  Unpacking(std::string_view& rest, Observation& to) : rest_(rest), to_(to) {}

  template <typename T>
  void operator()(T Observation::*field) {
    take(to_.*field);
  }
  template <typename T>
  void repeated(T Observation::*field) {
    bool anew;
    take(anew);
    if (anew) take(to_.*field);
  }

 private:
  template <typename T>
  requires std::is_trivially_copyable_v<T>
  void take(T& value) {
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  std::string_view text() {
    uint32_t size;
    take(size);
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }
  void take(std::string& to) { to = text(); }
  void take(Texts& to) {
    uint32_t size;
    take(size);
    to.resize(size);
    for (std::string& one : to) one = text();
  }
  void take(std::optional<Decimal>& to) { to = Decimal::parse(text()); }

  std::string_view& rest_;
  Observation& to_;
};

}  // namespace

void ObservationPack::add(const Observation& observation) {
  Packing packing(bytes_, observation, last_);
  each_field(packing);
  ++size_;
}

void ObservationPack::unpack(std::string_view& rest, Observation& observation) {
  Unpacking unpacking(rest, observation);
  each_field(unpacking);
}

}  // namespace zhibiao::python
