#include "emit/observation_writer.h"

#include <algorithm>
#include <array>

#include "emit/json.h"
#include "emit/line_pen.h"
#include "emit/names.h"
#include "text/error.h"

namespace zhibiao {
namespace {

constexpr size_t kKeys = static_cast<size_t>(ObservationKey::size_);
constexpr std::array<std::string_view, kKeys> kKeyNames = {
    "indicator", "members",    "indicator_id", "subject",    "scope",     "measure",     "value",    "low",
    "high",      "unit",       "bound",        "ratio_to",   "region",    "region_code", "period",   "status",
    "tone",      "basis",      "rank_of",      "rank_scope", "condition", "base_value",  "base_low", "base_high",
    "base_unit", "value_text", "section",      "sentence",   "spans",     "group",       "part_of",  "rules"};

constexpr size_t put_into(char* at, std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) at[i] = text[i];
  return text.size();
}

// ,"indicator": in one piece.
template <ObservationKey key>
constexpr auto make_lead() {
  constexpr std::string_view name = kKeyNames[static_cast<size_t>(key)];
  std::array<char, name.size() + 4> lead{};
  size_t end = put_into(lead.data(), ",\"");
  end += put_into(lead.data() + end, name);
  put_into(lead.data() + end, "\":");
  return lead;
}

template <ObservationKey key>
constexpr auto kLead = make_lead<key>();

std::string list_of_keys() {
  std::string known;
  for (const std::string_view name : kKeyNames) known.append(known.empty() ? "" : ", ").append(name);
  return known;
}

}  // namespace

ObservationFields::ObservationFields(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (name == "type" || name == "doc" || name == "id") continue;
    const auto found = std::find(kKeyNames.begin(), kKeyNames.end(), name);
    if (found == kKeyNames.end()) throw Error("no key " + name + "; the keys are type, doc, id, " + list_of_keys());
    wanted_.set(static_cast<size_t>(found - kKeyNames.begin()));
  }
}

ObservationWriter::ObservationWriter(ObservationFields fields) : fields_(fields), pen_(std::make_unique<LinePen>()) {}
ObservationWriter::~ObservationWriter() = default;
ObservationWriter::ObservationWriter(ObservationWriter&&) noexcept = default;

template <ObservationKey key>
void ObservationWriter::text(std::string_view value) {
  if (!fields_.has(key)) return;
  pen_->put(kLead<key>);
  value.empty() ? pen_->put("null") : pen_->string(value);
}

template <ObservationKey key>
void ObservationWriter::word(std::string_view value) {
  if (!fields_.has(key)) return;
  pen_->put(kLead<key>);
  value.empty() ? pen_->put("null") : pen_->word(value);
}

template <ObservationKey key>
void ObservationWriter::decimal(const std::optional<Decimal>& value) {
  if (!fields_.has(key)) return;
  pen_->put(kLead<key>);
  if (!value) return pen_->put("null");
  digits_.clear();
  value->append_to(digits_);
  pen_->copy(digits_);
}

template <ObservationKey key>
void ObservationWriter::texts(const std::vector<std::string>& values) {
  if (!fields_.has(key)) return;
  pen_->put(kLead<key>);
  pen_->strings(values);
}

using enum ObservationKey;

void ObservationWriter::append_names(const Observation& o) {
  text<indicator>(o.indicator);
  if (!o.members.empty())
    texts<members>(o.members);
  else
    text<members>("");
  text<indicator_id>(o.indicator_id);
  text<subject>(o.subject);
  text<scope>(o.scope);
}

void ObservationWriter::append_value(const Observation& o) {
  word<measure>(name_of(o.measure));
  decimal<value>(o.value);
  decimal<low>(o.low);
  decimal<high>(o.high);
  text<unit>(o.unit);
  word<bound>(name_of(o.bound));
  text<ratio_to>(o.ratio_to);
}

void ObservationWriter::append_setting(const Observation& o) {
  text<region>(o.region);
  text<region_code>(o.region_code);
  text<period>(o.period);
  word<status>(name_of(o.status));
  text<tone>(o.tone);
  text<basis>(o.basis);
  word<rank_of>(name_of(o.rank_of));
  text<rank_scope>(o.rank_scope);
  text<condition>(o.condition);
}

void ObservationWriter::append_base(const Observation& o) {
  text<base_value>(o.base_value);
  text<base_low>(o.base_low);
  text<base_high>(o.base_high);
  text<base_unit>(o.base_unit);
  if (!fields_.has(value_text)) return;
  pen_->put(kLead<value_text>);
  pen_->string(o.value_text);
}

void ObservationWriter::append_section(const Observation& o) {
  if (!fields_.has(section)) return;
  if (o.section != section_ || section_json_.empty()) {
    section_ = o.section;
    section_json_ = "[";
    for (const std::string& heading : section_) {
      if (section_json_.size() > 1) section_json_ += ',';
      append_json_string(section_json_, heading);
    }
    section_json_ += ']';
  }
  pen_->put(kLead<section>);
  pen_->copy(section_json_);
}

void ObservationWriter::append_place(const Observation& o) {
  append_section(o);
  if (fields_.has(sentence)) {
    pen_->put(kLead<sentence>);
    repeated(sentence_, o.sentence);
  }
  if (!fields_.has(spans)) return;
  pen_->put(",\"spans\":{\"value\":");
  pen_->span(o.spans.value);
  pen_->span(",\"sentence\":", std::optional(o.spans.sentence));
  pen_->span(",\"indicator\":", o.spans.indicator);
  pen_->span(",\"subject\":", o.spans.subject);
  pen_->span(",\"scope\":", o.spans.scope);
  pen_->span(",\"ratio_to\":", o.spans.ratio_to);
  pen_->span(",\"period\":", o.spans.period);
  pen_->span(",\"status\":", o.spans.status);
  pen_->span(",\"tone\":", o.spans.tone);
  pen_->span(",\"basis\":", o.spans.basis);
  pen_->span(",\"rank_scope\":", o.spans.rank_scope);
  pen_->span(",\"condition\":", o.spans.condition);
  pen_->put('}');
}

void ObservationWriter::repeated(Written& last, std::string_view text) {
  if (text != last.text || last.json.empty()) {
    last.text = text;
    last.json.clear();
    append_json_string(last.json, text);
  }
  pen_->copy(last.json);
}

void ObservationWriter::append(std::string& out, const Observation& o) {
  pen_->begin();
  pen_->put("{\"type\":\"observation\",\"doc\":");
  repeated(doc_, o.doc);
  pen_->put(",\"id\":");
  pen_->integer(o.id);
  append_names(o);
  append_value(o);
  append_setting(o);
  append_base(o);
  append_place(o);
  if (fields_.has(group)) pen_->put(kLead<group>), pen_->integer(o.group);
  if (fields_.has(part_of)) {
    pen_->put(kLead<part_of>);
    o.part_of ? pen_->integer(*o.part_of) : pen_->put("null");
  }
  texts<rules>(o.rules);
  pen_->put("}\n");
  out.append(pen_->line());
}

void append_json(std::string& out, const Observation& observation) { ObservationWriter().append(out, observation); }

}  // namespace zhibiao
