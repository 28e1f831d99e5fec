// The pages of a PDF → text: without running heads and page numbers, paragraphs whole again.
#pragma once

#include <string>
#include <vector>

#include "text/formats/pdf_page.h"

namespace zhibiao {

std::string text_of_pages(const std::vector<PdfPage>& pages);

}  // namespace zhibiao
