// The place in the outline while walking down a report: the open headings and what they say of review and plan.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "segment/numbering.h"
#include "segment/part.h"
#include "segment/sentence.h"

namespace zhibiao {

class OutlinePlace {
 public:
  explicit OutlinePlace(const ReportMeta& meta);

  // A heading closes all of the same or a lower rank. Afterwards path() ends with it.
  void open(Rank rank, Section section);
  // The lead sentence of a paragraph holds until the paragraph's end.
  void end_paragraph();
  // The first words of a paragraph may turn the part where the headings are silent.
  void turn(std::string_view paragraph);

  const std::shared_ptr<const SectionPath>& path() const { return open_.back().path; }
  // The path above the innermost heading.
  const std::shared_ptr<const SectionPath>& path_above() const;
  Part part() const { return open_.back().part; }
  int level() const { return static_cast<int>(open_.size()) - 1; }

 private:
  struct Open {
    Rank rank = Rank::none;
    std::shared_ptr<const SectionPath> path;
    Part part = Part::none;
    bool firm = false;
    bool seen_review = false;  // a heading below it told of the past
  };
  void close(Rank rank);
  void decide(Open& heading, Open& above, const std::string& text) const;

  ReportMeta meta_;
  std::vector<Open> open_;  // the first stands for the report itself
};

}  // namespace zhibiao
