#include "python/observation.h"

#include <structmember.h>

#include "emit/names.h"

namespace zhibiao::python {
namespace {

py::object text(std::string_view utf8) {
  PyObject* made = PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), "replace");
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

py::object nullable(std::string_view utf8) { return utf8.empty() ? py::none() : text(utf8); }

// Of one list of names each string is made once and never freed.
template <typename Enum, size_t N>
py::object word(const std::array<std::string_view, N>& names, Enum value) {
  static const std::array<py::handle, N> made = [&names] {
    std::array<py::handle, N> objects;
    for (size_t i = 0; i < N; ++i) objects[i] = nullable(names[i]).release();
    return objects;
  }();
  return py::reinterpret_borrow<py::object>(made[static_cast<size_t>(value)]);
}

py::object slice(const std::optional<Span>& span) {
  if (!span) return py::none();
  return py::reinterpret_steal<py::object>(
      PySlice_New(py::int_(span->begin).ptr(), py::int_(span->end).ptr(), nullptr));
}

}  // namespace

Slots::Slots(py::handle type, std::initializer_list<const char*> names)
    : type_(py::reinterpret_borrow<py::object>(type)) {
  if (py::len(type.attr("__slots__")) != names.size()) throw py::type_error("the fields are not those of the library");
  for (const char* name : names) {
    const py::object slot = type.attr("__dict__")[name];
    if (!Py_IS_TYPE(slot.ptr(), &PyMemberDescr_Type)) throw py::type_error("a field is no slot");
    const PyMemberDef& member = *reinterpret_cast<PyMemberDescrObject*>(slot.ptr())->d_member;
    if (member.type != T_OBJECT_EX) throw py::type_error("a field is no object");
    offsets_.push_back(member.offset);
  }
}

py::object Slots::empty() const {
  auto* type = reinterpret_cast<PyTypeObject*>(type_.ptr());
  static const py::handle nothing = py::tuple().release();
  PyObject* made = type->tp_new(type, nothing.ptr(), nullptr);
  if (made == nullptr) throw py::error_already_set();
  // Numbers and texts are in no cycle: the collector of garbage need not look at them, of which there are many.
  PyObject_GC_UnTrack(made);
  return py::reinterpret_steal<py::object>(made);
}

void Slots::set(py::handle object, size_t slot, py::object value) const {
  *reinterpret_cast<PyObject**>(reinterpret_cast<char*>(object.ptr()) + offsets_[slot]) = value.release().ptr();
}

py::object Recent::operator()(const std::string& wanted) {
  if (wanted != text_) {
    object_ = nullable(wanted);
    text_ = wanted;
  }
  return object_;
}

// Field after field, in their order.
class ObservationMaker::Filling {
 public:
  explicit Filling(const Slots& slots) : slots_(slots), object_(slots.empty()) {}

  Filling& operator<<(py::object value) {
    slots_.set(object_, next_++, std::move(value));
    return *this;
  }
  py::object take() { return std::move(object_); }

 private:
  const Slots& slots_;
  py::object object_;
  size_t next_ = 0;
};

ObservationMaker::ObservationMaker(py::handle observation_type, py::handle spans_type, py::object decimal_type)
    : observation_(observation_type,
                   {"doc",        "id",          "indicator",  "members",  "indicator_id", "subject",   "scope",
                    "measure",    "value",       "low",        "high",     "unit",         "bound",     "ratio_to",
                    "region",     "region_code", "period",     "status",   "tone",         "basis",     "rank_of",
                    "rank_scope", "condition",   "base_value", "base_low", "base_high",    "base_unit", "value_text",
                    "section",    "sentence",    "spans",      "group",    "part_of",      "rules"}),
      spans_(spans_type, {"value", "sentence", "indicator", "subject", "scope", "ratio_to", "period", "status", "tone",
                          "basis", "rank_scope", "condition"}),
      decimal_type_(std::move(decimal_type)) {}

py::object ObservationMaker::make(const Observation& from) {
  Filling to(observation_);
  fill_claim(to, from);
  fill_place(to, from);
  return to.take();
}

void ObservationMaker::fill_claim(Filling& to, const Observation& from) {
  std::vector<std::string> none;
  py::object members;
  to << doc_(from.doc) << py::int_(from.id) << indicator_(from.indicator);
  to << (from.members.empty() ? py::none() : strings(from.members, none, members));
  to << indicator_id_(from.indicator_id) << subject_(from.subject) << scope_(from.scope);
  to << word(kMeasureNames, from.measure) << decimal(from.value) << decimal(from.low) << decimal(from.high);
  to << unit_(from.unit) << word(kBoundNames, from.bound) << ratio_to_(from.ratio_to);
  to << region_(from.region) << region_code_(from.region_code) << period_(from.period);
  to << word(kStatusNames, from.status) << tone_(from.tone) << basis_(from.basis);
  to << word(kRankOfNames, from.rank_of) << rank_scope_(from.rank_scope) << condition_(from.condition);
  to << nullable(from.base_value) << nullable(from.base_low) << nullable(from.base_high) << base_unit_(from.base_unit);
}

void ObservationMaker::fill_place(Filling& to, const Observation& from) {
  to << text(from.value_text) << strings(from.section, last_section_, section_) << sentence_(from.sentence);
  to << spans(from.spans) << py::int_(from.group);
  to << (from.part_of ? py::object(py::int_(*from.part_of)) : py::none());
  to << strings(from.rules, last_rules_, rules_);
}

py::object ObservationMaker::spans(const ObservationSpans& from) const {
  Filling to(spans_);
  to << slice(from.value) << slice(from.sentence);
  for (const std::optional<Span>* span : {&from.indicator, &from.subject, &from.scope, &from.ratio_to, &from.period,
                                          &from.status, &from.tone, &from.basis, &from.rank_scope, &from.condition}) {
    to << slice(*span);
  }
  return to.take();
}

py::object ObservationMaker::decimal(const std::optional<Decimal>& number) const {
  if (!number) return py::none();
  PyObject* made = PyObject_CallOneArg(decimal_type_.ptr(), text(number->to_string()).ptr());
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

// A tuple; the last one where it is the same again.
py::object ObservationMaker::strings(const std::vector<std::string>& texts, std::vector<std::string>& last,
                                     py::object& object) const {
  if (object && texts == last) return object;
  py::tuple made(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) made[i] = text(texts[i]);
  last = texts;
  object = made;
  return object;
}

}  // namespace zhibiao::python
