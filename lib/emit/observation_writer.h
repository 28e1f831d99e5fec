// Observations → JSON lines, one after the other. What stands in line after line (document, headings, sentence) is
// escaped once, and keys that nobody asked for are left out.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "observe/observation.h"

namespace zhibiao {

// In the order of the contract, behind type, doc and id.
enum class ObservationKey : uint8_t {
  indicator,
  members,
  indicator_id,
  subject,
  scope,
  measure,
  value,
  low,
  high,
  unit,
  bound,
  ratio_to,
  region,
  region_code,
  period,
  status,
  tone,
  basis,
  rank_of,
  rank_scope,
  condition,
  base_value,
  base_low,
  base_high,
  base_unit,
  value_text,
  section,
  sentence,
  spans,
  group,
  part_of,
  rules,
  size_,
};

// The keys that are written; type, doc and id always are.
class ObservationFields {
 public:
  ObservationFields() { wanted_.set(); }  // all
  // Throws Error that lists the known keys for a name that is none.
  explicit ObservationFields(const std::vector<std::string>& names);
  bool has(ObservationKey key) const { return wanted_[static_cast<size_t>(key)]; }
  uint64_t wanted() const { return wanted_.to_ullong(); }  // a bit for each

 private:
  std::bitset<static_cast<size_t>(ObservationKey::size_)> wanted_;
};

class LinePen;

class ObservationWriter {
 public:
  explicit ObservationWriter(ObservationFields fields = {});
  ~ObservationWriter();
  ObservationWriter(ObservationWriter&&) noexcept;

  // Appends the observation as one line with its "\n".
  void append(std::string& out, const Observation& observation);

 private:
  void append_names(const Observation& o);
  void append_value(const Observation& o);
  void append_setting(const Observation& o);
  void append_base(const Observation& o);
  void append_place(const Observation& o);
  void append_section(const Observation& o);
  template <ObservationKey key>
  void text(std::string_view value);
  template <ObservationKey key>
  void word(std::string_view value);
  template <ObservationKey key>
  void decimal(const std::optional<Decimal>& value);
  template <ObservationKey key>
  void texts(const std::vector<std::string>& values);

  // A text and the JSON string it makes.
  struct Written {
    std::string text;
    std::string json;
  };
  void repeated(Written& last, std::string_view text);

  const ObservationFields fields_;
  std::unique_ptr<LinePen> pen_;
  Written doc_, sentence_;
  std::vector<std::string> section_;
  std::string section_json_;
  std::string digits_;
};

}  // namespace zhibiao
