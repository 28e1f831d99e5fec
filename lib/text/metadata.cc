#include <optional>
#include <string>
#include <string_view>

#include "text/doc_type.h"
#include "text/read.h"
#include "text/region_name.h"
#include "text/report_years.h"
#include "text/session.h"
#include "text/title_page.h"
#include "text/words.h"
#include "text/year.h"

namespace zhibiao {

namespace {

// The date of publication if the page tells it, else the day the report was given.
std::string date_on(const TitlePage& page) {
  std::optional<Date> given;
  for (const std::string& line : page.lines) {
    if (line.size() > 300) continue;
    const auto date = date_in(line);
    if (!date) continue;
    if (contains_any(line, {"发布时间", "发布日期", "发文时间", "发表时间", "时间：", "时间:", "日期：", "日期:"})) {
      return date->to_string();
    }
    if (!given && (tells_when_given(line) || line.size() < 40)) given = date;
  }
  return given ? given->to_string() : "";
}

}  // namespace

void describe(Document& document) {
  Metadata& meta = document.meta;
  const TitlePage page = title_page(document.text);
  const std::string title = title_on(page);
  if (meta.title.empty()) meta.title = title;
  if (meta.doc_type.empty()) meta.doc_type = doc_type_of(page, meta.title, document.doc);
  if (meta.region.empty()) meta.region = region_on(page, meta.title, document.doc, document.text);
  const ReportYears years = report_years_of({meta.doc_type, meta.title, document.doc, document.text}, page);
  if (!meta.year) meta.year = years.year;
  if (!meta.report_year) meta.report_year = years.report_year;
  if (meta.date.empty()) meta.date = date_on(page);
  if (meta.meeting.empty()) meta.meeting = meeting_on(page);
  if (meta.speaker.empty()) meta.speaker = speaker_on(page);
}

}  // namespace zhibiao
