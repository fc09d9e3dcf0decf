// The tables of `schema/0006_links.sql` and `0012_near_duplicates.sql`: what
// linking reads and writes, and what is asked about families of plans. Part of
// store.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "text/text.h"

namespace kehoach {

using DocumentId = std::int64_t;

// What a citation leads to.
enum class LinkState : std::uint8_t {
  resolved,        // to one plan
  ambiguous,       // several may be meant, or one that only has its number
  not_in_archive,  // nothing here can be meant
  conflicting,     // one is meant that has another date or issuer
  self,            // the document itself
};
inline constexpr std::size_t kLinkStates = 5;
// `not-in-archive`, ...
[[nodiscard]] std::string_view name_of(LinkState state);

// Which of the documents that hold one plan a document is.
enum class PlanVersion : std::uint8_t {
  main,   // the one to read
  copy,   // another source: a scan, a Word document
  draft,  // its number is blank, and the issued plan is here
};
[[nodiscard]] std::string_view name_of(PlanVersion version);

// What a document states about itself; empty where it does not.
struct LinkableDocument {
  DocumentId id = 0;
  std::string type, number, symbol, code;
  std::string issued_on, issuer, level, title;
  std::string media_type, sha256;
};

// A citation, by the number that it has in its document.
struct CitationKey {
  DocumentId document = 0;
  std::int64_t ordinal = 0;
  friend auto operator<=>(const CitationKey&, const CitationKey&) = default;
};
struct LinkableCitation {
  CitationKey key;
  std::string code, type, issued_on, issuer, relation;
};

// A row of `identities`.
struct DocumentIdentity {
  DocumentId document = 0;
  std::string number_key, unit, within;
  DocumentId plan = 0;
  PlanVersion version = PlanVersion::main;
  bool in_force = true;
  DocumentId replaced_by = 0, amended_by = 0;  // 0: none
  std::string seen;
  friend bool operator==(const DocumentIdentity&,
                         const DocumentIdentity&) = default;
};

// A row of `links`.
struct CitationLink {
  CitationKey citation;
  LinkState state = LinkState::not_in_archive;
  DocumentId target = 0;  // 0: none
  std::string grounds, number_key, unit, cited_as;
  std::vector<DocumentId> candidates;  // of an ambiguous one, if few
  friend bool operator==(const CitationLink&, const CitationLink&) = default;
};

// A document of a family, or one that is only cited (id 0).
struct FamilyDocument {
  DocumentId id = 0;
  std::string type, code, issued_on, issuer, level, title;
  std::string unit, within;  // as in identities
  bool in_force = true;
  DocumentId replaced_by = 0;
};

// A citation by which a plan hangs under another document.
struct FamilyEdge {
  DocumentId child = 0;  // the plan that cites
  std::string relation;  // implements, basis, cites
  LinkState state = LinkState::not_in_archive;
  DocumentId parent = 0;  // 0 where it is not resolved
  std::string cited_as;   // equal for citations of one absent document
  FamilyDocument cited;   // as the citation names it
};

struct DocumentSketch {
  DocumentId document = 0;
  Sketch sketch;
};

// Two documents that are nearly the same text; the first has the lower SHA-256.
struct NearDuplicate {
  DocumentId document = 0, other = 0;
  double share = 0;  // share_in_common
  friend bool operator==(const NearDuplicate&, const NearDuplicate&) = default;
};

// How the citations of an archive stand.
struct LinkCounts {
  std::array<std::uint64_t, kLinkStates> by_state{};
  std::uint64_t operator[](LinkState state) const {
    return by_state[static_cast<std::size_t>(state)];
  }
  std::uint64_t& operator[](LinkState state) {
    return by_state[static_cast<std::size_t>(state)];
  }
};

class LinkTable {
 public:
  LinkTable() = default;
  LinkTable(const LinkTable&) = delete;
  LinkTable& operator=(const LinkTable&) = delete;
  virtual ~LinkTable() = default;

  // ---- for linking. Writes belong to the store's batch and are lost with it.

  // The rules that the links were made with; empty where there are none.
  [[nodiscard]] virtual Result<std::string> rules() = 0;
  [[nodiscard]] virtual Result<void> set_rules(std::string_view hash) = 0;
  // All documents, by id.
  [[nodiscard]] virtual Result<std::vector<LinkableDocument>> documents() = 0;
  // All rows, also of documents that are no more.
  [[nodiscard]] virtual Result<std::vector<DocumentIdentity>> identities() = 0;
  // Citations that have no link: of new documents, and those whose target went.
  [[nodiscard]] virtual Result<std::vector<CitationKey>> unlinked() = 0;
  [[nodiscard]] virtual Result<std::vector<CitationKey>> linked_by_number(
      std::string_view number_key) = 0;
  [[nodiscard]] virtual Result<std::vector<CitationKey>> linked_by_unit(
      std::string_view unit) = 0;
  // The citations of a document, in order.
  [[nodiscard]] virtual Result<std::vector<LinkableCitation>> citations(
      DocumentId document) = 0;
  // The text from a citation on, a few lines: the title of what it names often
  // follows its number.
  [[nodiscard]] virtual Result<std::string> text_after(
      CitationKey citation) = 0;
  // Whether words of the document were recognised in a picture.
  [[nodiscard]] virtual Result<bool> is_recognised(DocumentId document) = 0;
  // Links by which one plan changes another: `amends` and `replaces`, resolved.
  [[nodiscard]] virtual Result<std::vector<FamilyEdge>> changes() = 0;
  [[nodiscard]] virtual Result<void> save(const DocumentIdentity& identity) = 0;
  [[nodiscard]] virtual Result<void> drop_identity(DocumentId document) = 0;
  [[nodiscard]] virtual Result<void> save(const CitationLink& link) = 0;
  // True if no document came or went since near duplicates were saved last.
  [[nodiscard]] virtual Result<bool> are_compared() = 0;
  // Of all documents, by id. Those that have none yet get that of their text.
  [[nodiscard]] virtual Result<std::vector<DocumentSketch>> sketches() = 0;
  // In place of all that were saved.
  [[nodiscard]] virtual Result<void> save(
      const std::vector<NearDuplicate>& pairs) = 0;

  // ---- for questions

  [[nodiscard]] virtual Result<LinkCounts> counts() = 0;
  // The document that stands for the plan of `document`.
  [[nodiscard]] virtual Result<DocumentId> main_version(
      DocumentId document) = 0;
  [[nodiscard]] virtual Result<std::optional<FamilyDocument>> family_document(
      DocumentId document) = 0;
  [[nodiscard]] virtual Result<std::uint64_t> obligations_of(
      DocumentId document) = 0;
  // Where the citations of a plan lead (citations of itself left out).
  [[nodiscard]] virtual Result<std::vector<FamilyEdge>> edges_of(
      DocumentId document) = 0;
  // Which plans name this one, by all its versions.
  [[nodiscard]] virtual Result<std::vector<FamilyEdge>> edges_to(
      DocumentId document) = 0;
  // Which plans name an absent document.
  [[nodiscard]] virtual Result<std::vector<FamilyEdge>> edges_to(
      std::string_view cited_as) = 0;
  // `cited_as` of the absent documents with a number, typed with accents or
  // without.
  [[nodiscard]] virtual Result<std::vector<std::string>> cited_with(
      std::string_view code) = 0;
  // The units whose bodies have issued something: unit and units above it.
  [[nodiscard]] virtual Result<std::vector<std::pair<std::string, std::string>>>
  units() = 0;
};

}  // namespace kehoach
