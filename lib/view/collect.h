// Lines of the chain → the reports of a page. Lines of one report need not stand together: findings come last.
#pragma once

#include <map>
#include <string>

#include "emit/json.h"
#include "view/report.h"

namespace zhibiao {

class ViewCollector {
 public:
  // A finding line is known by its type; any other line of an unknown type is passed by. Throws Error for a finding
  // that is none.
  void add(Line line);
  // The numerals of a report that nothing accounts for.
  void add_unexplained(const std::string& doc, std::vector<Span> spans);
  // What has come in, in the order of first sight, observations by their place. Sentences that no line brought are made
  // from the observations.
  ViewPage take();

 private:
  ViewReport& report(const std::string& doc);
  void take(DocumentLine& line);
  void take(SentenceLine& line);
  void take(Term&) {}
  void take(Observation& observation);
  void take(Finding& finding);
  void take(ErrorLine& line);
  void take(OtherLine& line);

  ViewPage page_;
  std::map<std::string, size_t> index_;
};

}  // namespace zhibiao
