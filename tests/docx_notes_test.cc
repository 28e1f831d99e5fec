// Foot- and endnotes of Word files.
#include <gtest/gtest.h>

#include <string>

#include "segment/outline.h"
#include "tests/format_files.h"
#include "text/read.h"

#if ZHIBIAO_DOCX

namespace zhibiao::testing {
namespace {

// What stands at the foot of Word's pages comes behind the text, as a glossary, and is glued to no paragraph.
TEST(DocxNotes, StandBehindTheText) {
  const std::string separator = "<w:footnote w:type=\"separator\" w:id=\"-1\">" + paragraph("线") + "</w:footnote>";
  const Members parts = {{"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\">" + separator + "<w:footnote w:id=\"1\">" +
                                                    paragraph("七通一平：指通水、通电。") +
                                                    paragraph("以及场地平整。") + "</w:footnote></w:footnotes>"},
                         {"word/endnotes.xml", "<w:endnotes xmlns:w=\"w\"><w:endnote w:id=\"1\">" +
                                                   paragraph("两纲：指两个纲要。") + "</w:endnote></w:endnotes>"}};
  const std::string body =
      "<w:p><w:r><w:t>产值</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>"
      "<w:r><w:t>424亿元。</w:t></w:r></w:p>";
  const Document document = read_document("a", docx_of(body, "", parts));
  EXPECT_EQ(document.text,
            "产值424亿元。\n注释\n[1] 七通一平：指通水、通电。 以及场地平整。\n[2] 两纲：指两个纲要。\n");
  const Outline outline = segment(document);
  ASSERT_EQ(outline.terms.size(), 2u);
  EXPECT_EQ(outline.terms[0].term, "七通一平");
  EXPECT_EQ(outline.sentences.back().kind, SentenceKind::back);
}

}  // namespace
}  // namespace zhibiao::testing

#endif
