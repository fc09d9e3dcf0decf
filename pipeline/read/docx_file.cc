#include "read/docx_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "read/docx_numbering.h"
#include "read/docx_package.h"
#include "read/docx_story.h"
#include "read/docx_styles.h"
#include "read/flow_text.h"
#include "read/form_words.h"

namespace kehoach {
namespace {

constexpr auto kMediaType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr auto kSaveAgain =
    "; open it in a word processor, let that mend it, and save it again";

class DocxReader {
 public:
  DocxReader(const DocxPackage& package, PackageKind kind,
             std::string_view path)
      : package_(package), kind_(kind), path_(path) {}

  Result<SourceText> read() {
    const std::string name = main_part();
    auto main = package_.part(name);
    if (!main)
      return fail(main.error().kind, name + " " + main.error().message);
    const pugi::xml_node body =
        *main ? (*main)->child((*main)->root(), Tag::body) : pugi::xml_node();
    if (!body) {
      return fail(Error::Kind::damaged, "its text, " + name + ", is missing");
    }
    parts_ = package_.relationships(name);
    if (auto styles = part_of("styles"))
      styles_ = DocxStyles(std::move(*styles));
    write(**main, body);
    return finish();
  }

 private:
  Failure fail(Error::Kind kind, const std::string& message) const {
    return Failure({kind, std::string(path_) + ": " + message + kSaveAgain});
  }

  std::string main_part() const {
    for (const Relationship& part : package_.relationships("")) {
      if (part.type == "officeDocument") return part.target;
    }
    return "word/document.xml";
  }

  // The part of that kind that the text points at.
  std::optional<XmlPart> part_of(std::string_view type) {
    for (const Relationship& part : parts_) {
      if (part.type == type) return part_named(part.target);
    }
    return std::nullopt;
  }

  std::optional<XmlPart> part_named(const std::string& name) {
    auto part = package_.part(name);
    if (part) return std::move(*part);
    diagnostics_.push_back(
        {Severity::warning,
         "part-damaged",
         name + " " + part.error().message + "; the text was read without it",
         {}});
    return std::nullopt;
  }

  void write(const XmlPart& main, pugi::xml_node body) {
    FlowText flow;
    DocxNumbering numbering([this] { return part_of("numbering"); }, styles_);
    DocxStory story(styles_, numbering, flow);
    const std::optional<XmlPart> header = letterhead(main, body);
    if (header) story.read(*header, header->root());
    story.read(main, body);
    write_notes(story);
    source_ = flow.take(kMediaType);
    report(story.findings());
  }

  // The header of the first page if it holds the letterhead.
  std::optional<XmlPart> letterhead(const XmlPart& main, pugi::xml_node body) {
    const pugi::xml_node section = first_section(main, body);
    const bool has_own = [&] {
      const pugi::xml_node own = main.child(section, Tag::title_page);
      return own && is_on(own);
    }();
    for (const pugi::xml_node node : section.children()) {
      if (main.tag(node) != Tag::header_reference) continue;
      if (attribute(node, "type") != (has_own ? "first" : "default")) continue;
      const std::string_view id = attribute(node, "id");
      const auto part =
          std::find_if(parts_.begin(), parts_.end(),
                       [&](const Relationship& r) { return r.id == id; });
      if (part == parts_.end()) return std::nullopt;
      auto header = part_named(part->target);
      if (header && holds_motto(*header)) return header;
    }
    return std::nullopt;
  }

  static pugi::xml_node first_section(const XmlPart& main,
                                      pugi::xml_node body) {
    for (const pugi::xml_node node : body.children()) {
      const Tag tag = main.tag(node);
      if (tag == Tag::section) return node;
      if (tag != Tag::paragraph) continue;
      const pugi::xml_node props = main.child(node, Tag::paragraph_props);
      if (const pugi::xml_node section = main.child(props, Tag::section))
        return section;
    }
    return {};
  }

  bool holds_motto(const XmlPart& header) const {
    FlowText flow;
    DocxNumbering none([] { return std::nullopt; }, styles_);
    DocxStory(styles_, none, flow).read(header, header.root());
    const SourceText text = flow.take(kMediaType);
    return std::any_of(
        text.lines.begin(), text.lines.end(), [&](const SourceLine& line) {
          return is_motto(fold_for_search(slice(text.text, line.span)));
        });
  }

  void write_notes(DocxStory& story) {
    for (const Tag kind : {Tag::footnote, Tag::endnote}) {
      if (!story.has_notes(kind)) continue;
      const auto part =
          part_of(kind == Tag::footnote ? "footnotes" : "endnotes");
      if (part) story.read_notes(*part, kind);
    }
  }

  void report(const StoryFindings& found) {
    const auto say = [&](std::string_view code, std::string message) {
      diagnostics_.push_back(
          {Severity::warning, std::string(code), std::move(message), {}});
    };
    if (kind_ == PackageKind::word_with_macros)
      say("macros-ignored", "the document holds macros; they were not run");
    if (found.insertions + found.deletions > 0) {
      say("tracked-changes",
          std::to_string(found.insertions) + " insertions and " +
              std::to_string(found.deletions) +
              " deletions were never accepted; read as if they were");
    }
    if (found.foreign > 0) {
      say("part-not-read", std::to_string(found.foreign) +
                               " pieces of the document are other files, "
                               "which were not read");
    }
    if (found.is_too_deep) {
      say("nested-too-deep",
          "text that lay too deep inside of other text was not read");
    }
  }

  Result<SourceText> finish() {
    if (trim(source_.text).empty()) {
      return Failure({Error::Kind::no_text,
                      std::string(path_) +
                          ": no text in this document; if it holds pictures "
                          "of pages, run text recognition on them"});
    }
    source_.diagnostics = std::move(diagnostics_);
    return std::move(source_);
  }

  const DocxPackage& package_;
  PackageKind kind_;
  std::string_view path_;
  std::vector<Relationship> parts_;
  DocxStyles styles_;
  SourceText source_;
  std::vector<Diagnostic> diagnostics_;
};

std::string advice_for(PackageKind kind) {
  constexpr std::string_view kConvert =
      "; it is not read yet; save it as PDF or as UTF-8 text and read that";
  switch (kind) {
    case PackageKind::none:
      return "this is an archive (ZIP); unpack it and read the files inside";
    case PackageKind::workbook:
      return std::string("this is a workbook (XLSX)").append(kConvert);
    case PackageKind::presentation:
      return std::string("this is a presentation (PPTX)").append(kConvert);
    default:
      return std::string("this is an Office file of an unknown kind")
          .append(kConvert);
  }
}

}  // namespace

Result<SourceText> read_docx_file(std::string_view bytes,
                                  std::string_view path) {
  const auto fail = [&](Error::Kind kind, const std::string& message) {
    return Failure({kind, std::string(path) + ": " + message});
  };
  const auto package = DocxPackage::open(bytes);
  if (!package) {
    return fail(package.error().kind,
                "damaged Word file: " + package.error().message +
                    "; get the document again from where it came from");
  }
  const auto kind = package->kind();
  if (!kind) {
    return fail(kind.error().kind,
                "damaged Office file: its list of contents " +
                    kind.error().message +
                    "; get the document again from where it came from");
  }
  if (*kind != PackageKind::word && *kind != PackageKind::word_with_macros)
    return fail(Error::Kind::unsupported, advice_for(*kind));
  return DocxReader(*package, *kind, path).read();
}

}  // namespace kehoach
