// Readers that this build leaves out (CMake options ZHIBIAO_HTML, ZHIBIAO_DOCX, ZHIBIAO_PDF, ZHIBIAO_ARCHIVE): each
// says so.
#include "text/error.h"
#include "text/formats/archive.h"
#include "text/formats/docx.h"
#include "text/formats/html.h"
#include "text/formats/pdf.h"
#include "text/formats/xlsx.h"

namespace zhibiao {

#if !ZHIBIAO_HTML
Content read_html(std::string_view) { throw Error("is a web page: this zhibiao was built without ZHIBIAO_HTML"); }
#endif

#if !ZHIBIAO_DOCX
Content read_docx(std::string_view, const ReadLimits&) {
  throw Error("is a Word document: this zhibiao was built without ZHIBIAO_DOCX");
}
Sheet read_xlsx(std::string_view, const std::string&, const ReadLimits&) {
  throw Error("is an Excel workbook: this zhibiao was built without ZHIBIAO_DOCX");
}
#endif

#if !ZHIBIAO_PDF
Content read_pdf(std::string_view, const ReadLimits&) {
  throw Error("is a PDF: this zhibiao was built without ZHIBIAO_PDF");
}
#endif

#if !ZHIBIAO_ARCHIVE
ByteSource source_of(std::string_view) { return {}; }
void unpack(const ByteSource&, const ReadLimits&, const std::function<bool(std::string_view)>&,
            const std::function<void(Member)>&) {
  throw Error("is an archive: this zhibiao was built without ZHIBIAO_ARCHIVE");
}
#endif

}  // namespace zhibiao
