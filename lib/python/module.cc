// zhibiao._zhibiao: what the Python package is made of. Users see zhibiao/__init__.py; the types are in _zhibiao.pyi.
#include <pybind11/stl.h>

#include "chain.h"
#include "emit/known.h"
#include "emit/observation_writer.h"
#include "extractor.h"
#include "python/observation.h"

namespace zhibiao::python {
namespace {

using Known = std::vector<std::pair<std::string, std::string>>;

// One report. The text and the observations as Python has them are made when they are asked for.
class Report {
 public:
  Report(Extraction extraction, std::string grammar)
      : document_(std::move(extraction.document)),
        observations_(std::move(extraction.observations)),
        grammar_(std::move(grammar)) {}

  py::str text() const { return document_.text; }
  const std::string& doc() const { return document_.doc; }
  size_t count() const { return observations_.size(); }

  py::list observations(ObservationMaker& maker) const {
    py::list made(observations_.size());
    for (size_t i = 0; i < observations_.size(); ++i) made[i] = maker.make(observations_[i]);
    return made;
  }

  std::string json() const {
    constexpr size_t kUsualLine = 1200;  // bytes
    std::string out;
    out.reserve(observations_.size() * kUsualLine);
    ObservationWriter writer;
    for (const Observation& observation : observations_) writer.append(out, observation);
    return out;
  }

  std::string document_json() const {
    std::string out;
    append_json(out, DocumentLine{{document_.doc, document_.meta, ""}, false, grammar_});
    return out;
  }

 private:
  Document document_;
  std::vector<Observation> observations_;
  std::string grammar_;
};

ReadOptions read_options(const std::optional<std::string>& format, const std::optional<std::string>& encoding,
                         const Known& known) {
  ReadOptions options;
  if (format) {
    options.format = format_named(*format);
    if (!options.format) throw py::value_error("unknown format: " + *format);
  }
  options.encoding = encoding.value_or("");
  for (const auto& [key, value] : known) {
    try {
      set_known(options.known, key, value);
    } catch (const Error& error) {
      throw py::value_error(error.what());
    }
  }
  return options;
}

Report extract_report(Extractor& extractor, const py::bytes& bytes, std::string name,
                      const std::optional<std::string>& format, const std::optional<std::string>& encoding,
                      const Known& known) {
  const std::string_view view = bytes;
  const ReadOptions options = read_options(format, encoding, known);
  const py::gil_scoped_release released;
  return Report(extractor.extract(view, std::move(name), options), extractor.grammar().hash());
}

std::unique_ptr<Extractor> loaded(const std::optional<std::string>& folder) {
  const py::gil_scoped_release released;
  return std::make_unique<Extractor>(folder ? Grammar::load(*folder) : Grammar::embedded());
}

py::bytes bytes_of(const Report& report, std::string (Report::*make)() const) {
  std::string made;
  {
    const py::gil_scoped_release released;
    made = (report.*make)();
  }
  return made;
}

}  // namespace
}  // namespace zhibiao::python

PYBIND11_MODULE(_zhibiao, module) {
  using namespace zhibiao::python;
  module.attr("__version__") = ZHIBIAO_VERSION;
  py::register_exception<zhibiao::Error>(module, "Error");
  py::class_<ObservationMaker>(module, "ObservationMaker").def(py::init<py::handle, py::handle, py::object>());
  py::class_<zhibiao::UniqueNames>(module, "UniqueNames").def(py::init()).def("unique", &zhibiao::UniqueNames::unique);
  py::class_<zhibiao::Extractor>(module, "Extractor")
      .def(py::init(&loaded), py::arg("folder"))
      .def_property_readonly("hash", [](const zhibiao::Extractor& extractor) { return extractor.grammar().hash(); })
      .def("extract", &extract_report);
  py::class_<Report>(module, "Report")
      .def_property_readonly("text", &Report::text)
      .def_property_readonly("doc", &Report::doc)
      .def("__len__", &Report::count)
      .def("observations", &Report::observations)
      .def("json", [](const Report& report) { return bytes_of(report, &Report::json); })
      .def("document_json", [](const Report& report) { return bytes_of(report, &Report::document_json); });
}
