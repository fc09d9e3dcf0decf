// The text of a Word document in its own order: body, notes, text boxes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/docx_numbering.h"
#include "read/docx_styles.h"
#include "read/docx_xml.h"
#include "read/flow_text.h"

namespace kehoach {

// What was met on the way.
struct StoryFindings {
  std::size_t insertions = 0;  // tracked changes that nobody accepted
  std::size_t deletions = 0;
  std::size_t foreign = 0;   // pieces that are other files
  bool is_too_deep = false;  // something lay deeper than `kDeepest`
};

// Writes stories (body, header, notes) into a FlowText. What nobody sees is
// left out: deleted and hidden text, the codes of fields, comments, and the
// text that an empty form shows; so are tables of contents. Insertions and
// results of fields are read. A drawing is given in two ways, of which one is
// read.
class DocxStory {
 public:
  static constexpr int kDeepest = 128;  // elements inside each other

  DocxStory(const DocxStyles& styles, DocxNumbering& numbering, FlowText& flow)
      : styles_(styles), numbering_(numbering), flow_(flow) {}

  // The paragraphs and tables in `parent`, which is a node of `part`.
  void read(const XmlPart& part, pugi::xml_node parent);

  [[nodiscard]] bool has_notes(Tag kind) const;
  // The notes of `part` that what was read so far points at, in that order and
  // each once. A note may point at others, which then follow.
  void read_notes(const XmlPart& part, Tag kind);

  [[nodiscard]] const StoryFindings& findings() const { return findings_; }

 private:
  // A mark in the text that points at a note.
  struct Note {
    Tag kind = Tag::footnote;
    std::string id;
    std::string mark;
  };
  // Where a field stands: its code is unseen, its result is seen unless it is
  // the number of a page.
  struct Field {
    bool in_code = true;
    bool is_unseen = false;
    std::string code;
  };
  // What a paragraph says of itself.
  struct Paragraph {
    const DocxStyle* style = nullptr;
    NumberProps number;
    bool is_joined = false;  // its end was deleted or is hidden
  };
  // One element deeper; `too_deep` where that is one too many.
  class Deeper {
   public:
    explicit Deeper(DocxStory& story) : story_(story) {
      too_deep = ++story_.depth_ > kDeepest;
      if (too_deep) story_.findings_.is_too_deep = true;
    }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --story_.depth_; }

    bool too_deep = false;

   private:
    DocxStory& story_;
  };

  void blocks(pugi::xml_node parent);
  void block(pugi::xml_node node);
  void table(pugi::xml_node node);
  void paragraph(pugi::xml_node node);
  void end_paragraph(pugi::xml_node node);
  [[nodiscard]] Paragraph props_of(pugi::xml_node node) const;
  void begin_number(pugi::xml_node node, Paragraph own);
  void inlines(pugi::xml_node parent);
  void inline_node(pugi::xml_node node);
  void run(pugi::xml_node node);
  void run_child(pugi::xml_node node, Tag tag, const RunLook& look);
  void field(pugi::xml_node node);
  void simple_field(pugi::xml_node node);
  void note(pugi::xml_node node, Tag kind, const RunLook& look);
  void boxes(pugi::xml_node node);
  void letters(pugi::xml_node node, const RunLook& look);
  void add(std::string_view text, const RunLook& look);
  void tab(const RunLook& look);
  [[nodiscard]] pugi::xml_node chosen(pugi::xml_node alternatives) const;
  [[nodiscard]] pugi::xml_node content_of(pugi::xml_node control) const;
  [[nodiscard]] bool is_unseen() const { return unseen_fields_ > 0; }

  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  FlowText& flow_;
  const XmlPart* part_ = nullptr;
  StoryFindings findings_;
  const DocxStyle* style_ = nullptr;  // of the paragraph
  std::string mark_;                  // stands before its first letter
  std::vector<Field> fields_;
  std::size_t unseen_fields_ = 0;
  bool is_continued_ = false;  // the paragraph before goes on in this one
  std::vector<Note> notes_;
  bool in_note_ = false;
  std::string note_mark_;  // stands before the next paragraph
  std::int64_t footnotes_ = 0;
  std::int64_t endnotes_ = 0;
  std::string buffer_;
  int depth_ = 0;
};

}  // namespace kehoach
