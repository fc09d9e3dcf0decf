// The files inside a Word document, which is a ZIP file, or one XML file that
// holds them all ("flat OPC").
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/docx_xml.h"

namespace kehoach {

// What the list of contents says a ZIP file is.
enum class PackageKind : std::uint8_t {
  none,  // no Office document
  word,
  word_with_macros,
  workbook,
  presentation,
  other,  // an Office document of another kind
};

// A part that another one points at.
struct Relationship {
  std::string id;
  std::string type;    // the last word of its URI: `styles`, `header`
  std::string target;  // the name of the part
};

class DocxPackage {
 public:
  // Error: `damaged` or `encrypted`, with a message about the file that names
  // no path.
  [[nodiscard]] static Result<DocxPackage> open(std::string_view bytes);

  DocxPackage(DocxPackage&&) noexcept;
  DocxPackage& operator=(DocxPackage&&) noexcept;
  ~DocxPackage();

  // Error: as `part`, of its list of contents.
  [[nodiscard]] Result<PackageKind> kind() const;

  // A part by its name (`word/document.xml`, in any case); nothing if there is
  // none of that name. Error: `damaged` or `encrypted`; a part that is larger
  // than `ReadLimits::docx_bytes`, or far larger than its packed size allows,
  // is damaged: no document needs it, and it would fill the memory.
  [[nodiscard]] Result<std::optional<XmlPart>> part(
      const std::string& name) const;

  // What `name` points at inside the package, in order; the package itself if
  // `name` is empty. What lies outside of the file is left out: nothing is ever
  // fetched.
  [[nodiscard]] std::vector<Relationship> relationships(
      const std::string& name) const;

 private:
  struct Archive;

  explicit DocxPackage(std::unique_ptr<Archive> archive);

  std::unique_ptr<Archive> archive_;
};

}  // namespace kehoach
