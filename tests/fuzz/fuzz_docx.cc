// Whatever the XML of a Word document is: the bytes stand in place of its main
// part, its styles, its numbering or its notes, as the first byte says, so that
// the ZIP around them does not stand in the way.
#include "fuzz/source_checks.h"
#include "read/docx_builder.h"
#include "read/docx_file.h"

namespace kehoach {
namespace {

constexpr const char* kBody =
    "<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:numPr><w:ilvl w:val=\"0\"/>"
    "<w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Số: 12/KH-UBND</w:t>"
    "<w:footnoteReference w:id=\"2\"/></w:r></w:p>";

std::string document_with(std::string_view xml, unsigned part) {
  const DocxParts parts = {
      {"styles", ""}, {"numbering", ""}, {"footnotes", ""}, {"header", ""}};
  DocxParts members = docx_parts(kBody, parts);
  const char* names[] = {"word/document.xml", "word/styles.xml",
                         "word/numbering.xml", "word/footnotes.xml"};
  members[names[part % 4]] = std::string(xml);
  return zip_of(members);
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  if (size == 0) return 0;
  const std::string file = document_with(fuzz_text(data, size), data[0]);
  check_readings(read_docx_file(file, "a.docx"),
                 read_docx_file(file, "a.docx"));
  return 0;
}
