// Small PDF files, written by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

// Text at a place of an A4 page, in points from the top left.
struct PdfLabel {
  float x = 0;
  float y = 0;  // of the baseline
  std::string_view text;
  std::string_view font = "F1";  // F1 regular, F2 bold, F3 italic
  float size = 14;
};

inline std::string pdf_font(std::string_view name) {
  return "<< /Type /Font /Subtype /Type1 /BaseFont /" + std::string(name) +
         " /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>";
}

inline std::string pdf_stream(const std::string& bytes) {
  return "<< /Length " + std::to_string(bytes.size()) + " >>\nstream\n" +
         bytes + "\nendstream";
}

inline std::string pdf_content(const std::vector<PdfLabel>& labels) {
  std::string content;
  for (const PdfLabel& label : labels) {
    content.append("BT /").append(label.font).append(" ");
    content.append(std::to_string(label.size)).append(" Tf ");
    content.append(std::to_string(label.x)).append(" ");
    content.append(std::to_string(842 - label.y)).append(" Td (");
    content.append(label.text).append(") Tj ET\n");
  }
  return content;
}

// `objects` from number 1 on, with a table of where they stand.
inline std::string pdf_file(const std::vector<std::string>& objects,
                            std::string_view trailer) {
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string at = std::to_string(pdf.size());
    table.append(10 - at.size(), '0').append(at).append(" 00000 n \n");
    pdf.append(std::to_string(i + 1)).append(" 0 obj\n").append(objects[i]);
    pdf += "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(pdf.size());
  pdf.append("xref\n0 ").append(count).append("\n").append(table);
  pdf.append("trailer\n<< /Size ").append(count).append(" /Root 1 0 R ");
  pdf.append(trailer).append(" >>\nstartxref\n").append(start);
  return pdf + "\n%%EOF\n";
}

// A PDF with a page for each list of labels. Letters are those of ASCII, and
// `@` reads as `Đ`. `trailer` is added to the trailer's dictionary, `drawing`
// to each page; each of `notes` becomes an annotation of each page.
inline std::string make_pdf(
    const std::vector<std::vector<PdfLabel>>& pages,
    std::string_view trailer = "", std::string_view drawing = "",
    const std::vector<std::vector<PdfLabel>>& notes = {}) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "",
      pdf_font("Helvetica"),
      pdf_font("Helvetica-Bold"),
      pdf_font("Helvetica-Oblique"),
      pdf_stream(
          "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
          "1 begincodespacerange <00> <FF> endcodespacerange\n"
          "2 beginbfrange <20> <3F> <0020> <41> <7E> <0041> endbfrange\n"
          "1 beginbfchar <40> <0110> endbfchar\nendcmap end end")};
  constexpr std::string_view kFonts =
      " /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >>";
  std::string annotations;
  for (const std::vector<PdfLabel>& labels : notes) {
    std::string form = pdf_stream(pdf_content(labels));
    form.replace(0, 2,
                 "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842]" +
                     std::string(kFonts));
    objects.push_back(std::move(form));
    annotations += "<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842]";
    annotations += " /F 4 /AP << /N " + std::to_string(objects.size());
    annotations += " 0 R >> >> ";
  }
  std::string kids;
  for (const std::vector<PdfLabel>& labels : pages) {
    objects.push_back(pdf_stream(pdf_content(labels).append(drawing)));
    std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]";
    page.append(kFonts).append(" /Annots [ ").append(annotations);
    page.append("] /Contents ");
    page.append(std::to_string(objects.size())).append(" 0 R >>");
    objects.push_back(std::move(page));
    kids.append(std::to_string(objects.size())).append(" 0 R ");
  }
  objects[1].append("<< /Type /Pages /Kids [ ").append(kids);
  objects[1].append("] /Count ").append(std::to_string(pages.size()));
  objects[1].append(" >>");
  return pdf_file(objects, trailer);
}

}  // namespace kehoach
