// Observations as the dataclasses of zhibiao/observation.py.
#pragma once

#include <pybind11/pybind11.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "observe/observation.h"

namespace zhibiao::python {

namespace py = pybind11;

// The slots of a dataclass in the order of its fields. They are filled without its __init__, which would take longer
// than to find the figure.
class Slots {
 public:
  // Throws py::error_already_set where `type` has no such field or has others.
  Slots(py::handle type, std::initializer_list<const char*> names);

  py::object empty() const;
  // REQUIRES: `object` came from empty(), and this slot of it is not set yet.
  void set(py::handle object, size_t slot, py::object value) const;

 private:
  py::object type_;
  std::vector<Py_ssize_t> offsets_;
};

// Neighbours share most of their strings: the last one is made once.
class Recent {
 public:
  // None for "".
  py::object operator()(const std::string& text);

 private:
  std::string text_;
  py::object object_ = py::none();
};

class ObservationMaker {
 public:
  ObservationMaker(py::handle observation_type, py::handle spans_type, py::object decimal_type);

  py::object make(const Observation& from);

 private:
  class Filling;

  void fill_claim(Filling& to, const Observation& from);
  void fill_place(Filling& to, const Observation& from);
  py::object spans(const ObservationSpans& from) const;
  py::object decimal(const std::optional<Decimal>& number) const;
  py::object strings(const std::vector<std::string>& texts, std::vector<std::string>& last, py::object& object) const;

  Slots observation_, spans_;
  py::object decimal_type_;
  Recent doc_, indicator_, indicator_id_, subject_, scope_, unit_, ratio_to_, region_, region_code_, period_, tone_,
      basis_, rank_scope_, condition_, base_unit_, sentence_;
  std::vector<std::string> last_section_, last_rules_;
  py::object section_, rules_;
};

}  // namespace zhibiao::python
