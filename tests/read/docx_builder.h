// Word documents for tests, made of the XML of their parts.
#pragma once

#include <zip.h>

#include <map>
#include <string>
#include <string_view>

namespace kehoach {

using DocxParts = std::map<std::string, std::string>;

inline constexpr std::string_view kWordSpace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// The declarations that documents of Word begin with.
inline std::string word_root(std::string_view name, std::string_view content,
                             std::string_view space = kWordSpace) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:";
  out.append(name).append(" xmlns:w=\"").append(space);
  out +=
      "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/"
      "2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/"
      "wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
      "xmlns:x=\"http://example.com/unknown\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships\">";
  out.append(content).append("</w:").append(name).append(">");
  return out;
}

// A ZIP file of these members.
inline std::string zip_of(const DocxParts& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : members) {
    zip_source_t* source =
        zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t at =
        zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(at), 0, 0);
  }
  zip_close(archive);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string out(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, out.data(), out.size());
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return out;
}

inline std::string relationships_of(
    const std::map<std::string, std::string>& targets) {
  std::string out =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships\">";
  for (const auto& [type, target] : targets) {
    out += "<Relationship Id=\"" + type +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
           "relationships/" +
           type + "\" Target=\"" + target + "\"/>";
  }
  return out + "</Relationships>";
}

// All the members of a document with this body, and `parts` besides (`styles`:
// the content of word/styles.xml).
inline DocxParts docx_parts(std::string_view body,
                            const DocxParts& parts = {}) {
  DocxParts members;
  members["[Content_Types].xml"] =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "content-types\"><Override PartName=\"/word/document.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument."
      "wordprocessingml.document.main+xml\"/></Types>";
  members["_rels/.rels"] =
      relationships_of({{"officeDocument", "word/document.xml"}});
  members["word/document.xml"] =
      word_root("document", "<w:body>" + std::string(body) + "</w:body>");
  std::map<std::string, std::string> targets;
  for (const auto& [name, content] : parts) {
    targets[name] = name + ".xml";
    const bool is_header = name == "header";
    members["word/" + name + ".xml"] =
        word_root(is_header ? "hdr" : name, content);
  }
  members["word/_rels/document.xml.rels"] = relationships_of(targets);
  return members;
}

inline std::string docx(std::string_view body, const DocxParts& parts = {}) {
  return zip_of(docx_parts(body, parts));
}

// A paragraph with one run; `props` stands in its `w:pPr`.
inline std::string para(std::string_view text, std::string_view props = "") {
  std::string out = "<w:p>";
  if (!props.empty()) out.append("<w:pPr>").append(props).append("</w:pPr>");
  out.append("<w:r><w:t>").append(text).append("</w:t></w:r></w:p>");
  return out;
}

}  // namespace kehoach
