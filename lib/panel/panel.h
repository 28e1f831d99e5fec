// Observations of many reports, gathered: of all figures that want a cell (region, period, indicator, subject, scope,
// measure) one is chosen, and the others are kept with the reason. Rows wait on disk; memory is some 50 bytes a figure.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "panel/figure.h"
#include "panel/source.h"
#include "panel/spool.h"

namespace zhibiao {

class Panel {
 public:
  // A report; `text` "" where it is not known or not wanted.
  void add(Source source, const std::string& text = "");
  // An observation of the report of its name, or of one that nothing else is known of. What is told of several
  // indicators (城乡居民收入均增长8%) is a figure of each. `decision` is what a reader decided on it, if one did.
  void add(const Observation& observation, std::string_view decision = "");
  // Chooses. Call once, after the last add().
  void choose();

  const std::vector<Source>& sources() const { return sources_; }
  // In the order they came. A cell's figures that compete: see groups().
  const std::vector<PanelFigure>& figures() const { return figures_; }
  // The row of the long table.
  Row row(const PanelFigure& figure);
  // The text that came with the source, less white space; "" if none did.
  std::string text(size_t source);
  bool has_text(size_t source) const { return texts_[source] != kNoText; }

  // Calls see(figures of one cell, the chosen first) for each cell with targets apart from facts; in the order of the
  // chosen ones.
  void each_group(const std::function<void(const std::vector<const PanelFigure*>&)>& see) const;

 private:
  static constexpr uint64_t kNoText = UINT64_MAX;

  void add(const Row& row, uint32_t source);
  uint32_t source_named(const std::string& doc);

  Spool rows_, text_spool_;
  std::vector<Source> sources_;
  std::vector<uint64_t> texts_;  // place by source
  std::unordered_map<std::string, uint32_t> by_name_;
  std::vector<PanelFigure> figures_;
};

}  // namespace zhibiao
