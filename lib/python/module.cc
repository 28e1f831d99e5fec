// zhibiao._zhibiao: what the Python package is made of. Users see zhibiao/__init__.py; the types are in _zhibiao.pyi.
#include <pybind11/stl.h>

#include <cstdlib>

#include "chain.h"
#include "emit/known.h"
#include "emit/observation_writer.h"
#include "extractor.h"
#include "python/observation.h"
#include "python/observation_pack.h"

namespace zhibiao::python {
namespace {

using Known = std::vector<std::pair<std::string, std::string>>;

// One report. The text and the observations as Python has them are made when they are asked for.
class Report {
 public:
  Report(Document document, ObservationPack observations, std::string grammar)
      : document_(std::move(document)), observations_(std::move(observations)), grammar_(std::move(grammar)) {}

  py::str text() const { return document_.text; }
  const std::string& doc() const { return document_.doc; }
  size_t count() const { return observations_.size(); }

  py::list observations(ObservationMaker& maker) const {
    py::list made(observations_.size());
    size_t next = 0;
    observations_.each([&](const Observation& observation) { made[next++] = maker.make(observation); });
    return made;
  }

  void json(std::string& out) const {
    ObservationWriter writer;
    observations_.each([&](const Observation& observation) { writer.append(out, observation); });
  }

  void document_json(std::string& out) const {
    append_json(out, DocumentLine{{document_.doc, document_.meta, ""}, false, grammar_});
  }

 private:
  Document document_;
  ObservationPack observations_;
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
  ObservationPack pack;
  Document document = extractor.each(
      view, std::move(name), [&pack](const Document&, Observation&& observation) { pack.add(observation); }, options);
  return {std::move(document), std::move(pack), extractor.grammar().hash()};
}

std::unique_ptr<Extractor> loaded(const std::optional<std::string>& folder) {
  const py::gil_scoped_release released;
  return std::make_unique<Extractor>(folder ? Grammar::load(*folder) : Grammar::embedded());
}

// glibc gives large blocks back to the system, page by page, and takes them anew for the next report, until it has seen
// one freed that is as large. Shown one at the start (no page of it is touched) it keeps some 30 MB for what comes
// next.
void keep_large_blocks() {
  constexpr size_t kLarge = 16 << 20;  // bytes; glibc learns up to 32 MB
  void* volatile block = std::malloc(kLarge);
  std::free(block);
}

// The text is made in room that the thread keeps.
py::bytes bytes_of(const Report& report, void (Report::*append)(std::string&) const) {
  constexpr size_t kMostKept = 16 << 20;  // bytes, of a thread
  thread_local std::string made;
  {
    const py::gil_scoped_release released;
    made.clear();
    (report.*append)(made);
  }
  py::bytes bytes(made);
  if (made.capacity() > kMostKept) made = {};
  return bytes;
}

}  // namespace
}  // namespace zhibiao::python

PYBIND11_MODULE(_zhibiao, module) {
  using namespace zhibiao::python;
  keep_large_blocks();
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
