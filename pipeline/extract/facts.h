// Private to the room: what its files share.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/lexicon.h"

namespace kehoach {

// A cell of one row. One that is merged over several rows stands in each of
// them, `merged` in all but the first.
struct GridCell {
  Span span;
  std::uint32_t rows = 1;
  bool merged = false;
};
using GridRow = std::vector<GridCell>;

// A table by its rows; `node` is its first cell among Outline::nodes. A table
// whose source gives one cell a line, and no more, can't tell an empty cell
// from the end of a row: its rows may be torn there, with an empty row for each
// further cell that is empty.
struct Grid {
  std::vector<GridRow> rows;
  std::size_t node = 0;
};

inline constexpr std::string_view kDigits = "0123456789";

// A task of a table, by the columns that the table's head names: one row, or
// the rows beside a task that is merged over them.
struct TaskRow {
  using Column = ColumnKind;
  std::vector<std::pair<Column, Span>> cells;
  // The first of the kind; empty where the row has none.
  [[nodiscard]] Span cell(Column column) const;
  [[nodiscard]] std::vector<Span> all(Column column) const;
};

// The document under work, and what was matched in each of its nodes.
struct Reading {
  Reading(const NormalText& the_text, const Outline& the_outline,
          const Rulebook& the_rules)
      : text(the_text),
        outline(the_outline),
        rules(the_rules),
        words(the_rules) {}

  const NormalText& text;
  const Outline& outline;
  const Rulebook& rules;
  const Lexicon words;
  // As Outline::nodes; only nodes that may hold facts were scanned.
  std::vector<std::vector<Match>> matches;
  std::vector<Grid> grids;
  std::vector<TaskRow> task_rows;
  ExtractTrace* trace = nullptr;  // nobody asks

  // Where questions to the rules are kept; null where nobody asks.
  [[nodiscard]] LookLog* log() const {
    return trace == nullptr ? nullptr : &trace->log;
  }
  [[nodiscard]] LookLog* aside() const {
    return trace == nullptr ? nullptr : &trace->aside;
  }
  // Says what becomes of a place, or of the match of `rule` there.
  void remark(Span span, std::string_view rule, std::string_view said) const {
    if (trace != nullptr)
      trace->remarks.push_back({span, std::string(rule), std::string(said)});
  }
  void remark(const Match& match, std::string_view said) const {
    remark(match.span, match.rule->id, said);
  }
  [[nodiscard]] std::string_view printed(Span span) const {
    return slice(text.text, span);
  }
  [[nodiscard]] std::string_view folded(Span span) const {
    return slice(text.folded, span);
  }
  [[nodiscard]] std::size_t index_of(const Node& node) const {
    return static_cast<std::size_t>(&node - outline.nodes.data());
  }
  [[nodiscard]] const Node* parent(const Node& node) const {
    return node.parent < 0
               ? nullptr
               : &outline.nodes[static_cast<std::size_t>(node.parent)];
  }
  // The quote is the text under `span`, its paragraphs joined by blanks.
  [[nodiscard]] Evidence evidence(Span span, std::string_view rule) const {
    std::string quote(printed(span));
    std::replace(quote.begin(), quote.end(), '\n', ' ');
    return {std::move(quote), span, 0, {}, std::string(rule)};
  }
};

// True in the sections whose leaves are obligations.
[[nodiscard]] bool holds_obligations(SectionRole role);

// True for a paragraph that says what something is and orders nothing: `Dữ liệu
// là tài nguyên của nền kinh tế số.` A sentence that begins with its verb, or
// with a body, is an order. Linear in the words.
[[nodiscard]] bool is_description(const Reading& reading, Span body);
// `Thầy Hiệu trưởng Lê Văn An`: somebody's title, post and name.
[[nodiscard]] bool is_person(const Reading& reading, Span body);
// `* Giải pháp lâu dài:` above `- Xây dựng trạm bơm`
[[nodiscard]] bool opens_other_bullets(const Reading& reading,
                                       const Node& node);
// `- Đợt 1: ...` below `* Thời gian thực hiện:`: a time, and nothing to do.
[[nodiscard]] bool is_listed_time(const Reading& reading, const Node& node);

// The first word or phrase of `list` that stands in `folded`; null for none.
[[nodiscard]] const Phrase* phrase_in(std::string_view folded,
                                      const Phrases& list);
// True where one stands in `span`.
[[nodiscard]] bool says(const Reading& reading, Span span, const Phrases& list);

// ---- tables

// Heads stand in the first rows of a table, and are no higher.
inline constexpr std::size_t kHeadRows = 3;

// The tables of the document, each cell in every row that it is merged over.
[[nodiscard]] std::vector<Grid> read_grids(const Reading& reading);
// The last row of heads that begin in row `top`, by the cells merged over it.
[[nodiscard]] std::size_t head_bottom(const std::vector<GridRow>& rows,
                                      std::size_t top);
// What `1`, `II`, `a)` or `-` alone in a cell number their row by.
[[nodiscard]] ListMark ordinal_mark(const Reading& reading, Span cell);
[[nodiscard]] bool is_ordinal(const Reading& reading, Span cell);
// Two letters in a row: no speck, number or mark alone.
[[nodiscard]] bool has_word(std::string_view text);
[[nodiscard]] bool has_word(const Reading& reading, Span cell);
// `-nt-`, `nt`, `″`: as in the row above.
[[nodiscard]] bool is_same_as_above(const Reading& reading, Span cell);
[[nodiscard]] std::vector<TaskRow> read_task_rows(const Reading& reading);

// ---- facts

[[nodiscard]] Document read_document(const Reading& reading,
                                     std::vector<Diagnostic>& diagnostics);
// A document that is given several dates is said in `diagnostics`.
[[nodiscard]] std::vector<Reference> read_references(
    const Reading& reading, const Document& document,
    std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::vector<Obligation> read_obligations(const Reading& reading);
[[nodiscard]] std::vector<Deadline> read_deadlines(
    const Reading& reading, const Document& document,
    const std::vector<Obligation>& obligations,
    std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::vector<Target> read_targets(
    const Reading& reading, const Document& document,
    const std::vector<Obligation>& obligations);

// Says which dates the calendar does not have, wherever they stand; once each.
void note_impossible_dates(const Reading& reading,
                           std::vector<Diagnostic>& diagnostics);
// Says of each fact how sure it is, short of how its words were recognised.
void rate_certainty(const Reading& reading, Plan& plan);

// ---- agencies

// The bodies that the phrase `span` lists, one for each: split at `;`, at each
// new `các`, and before every proper name. Brackets, leading `Đề nghị`, `Giao`
// and final marks are left out.
[[nodiscard]] std::vector<std::string> split_agencies(const Reading& reading,
                                                      Span span);
// Adds the bodies of a table's cell. Each of its paragraphs is a list of its
// own, save where a name goes on: `Sở Nông nghiệp và` above `Môi trường`.
void add_agencies_in_cell(const Reading& reading, Span cell,
                          std::vector<std::string>& names);
// Adds a name that `names` does not hold yet, whatever its case.
void add_agency(std::vector<std::string>& names, std::string name);
// Where the list of bodies that begins at `begin` ends: before the first verb,
// preposition or mark that can't belong to a name. Empty where none begins.
[[nodiscard]] Span agency_list_at(const Reading& reading, std::uint32_t begin,
                                  std::uint32_t end, bool any_noun);
// `span` without `Đề nghị`, `Giao cho`, `Yêu cầu` in front and final marks.
[[nodiscard]] Span without_address(const Reading& reading, Span span);
// True where a body's name or a collective (`các sở`) begins at `at`.
[[nodiscard]] bool begins_agency(const Reading& reading, std::uint32_t at,
                                 std::uint32_t end);

// `Các đơn vị chuyên môn: Khoa Lý luận Chính trị, Viện Kinh tế`: what they are,
// and who they are. Empty for `Các Sở: Y tế, Nội vụ`, and where more follows.
[[nodiscard]] Span names_behind_label(const Reading& reading, Span body);

// The bodies that a heading addresses: `3. Đề nghị Sở Y tế`, `Trách nhiệm của
// ...`. `requested` is set where they are asked.
[[nodiscard]] std::vector<std::string> bodies_of_heading(const Reading& reading,
                                                         const Node& node,
                                                         bool& requested);

// `UBND các xã: Tân Phú, Bình Ninh`: the colon that ends [begin, colon) belongs
// to the name, for places follow by name.
[[nodiscard]] bool names_places(const Reading& reading, std::uint32_t begin,
                                std::uint32_t colon, std::uint32_t end);

struct Roles {
  std::vector<std::string> lead;
  std::vector<std::string> support;
  std::vector<std::string> later;  // subjects of further sentences
  bool requested = false;
  bool assigned = false;  // by `Giao X`, `Đề nghị X`
  bool text_names_lead = false;
  bool ordered = false;  // by `Bộ Y tế yêu cầu X ...`
};
// Who leads and who supports by the words of one leaf; `heading` tells that a
// body stands in the heading above it.
[[nodiscard]] Roles read_roles(const Reading& reading, Span body,
                               const std::vector<Match>& matches, bool heading);
// The same of node `index`, but for a closing formula at its end, which names
// nobody: `... . Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn
// vị báo cáo`.
[[nodiscard]] Roles roles_of_leaf(const Reading& reading, std::size_t index,
                                  bool heading);

// ---- values

// A document number as printed at `span`: `28-CT/TW`, `57- NQ/TW`.
struct Code {
  std::string number;
  std::string year;    // of normative documents
  std::string symbol;  // joined with its own marks: `KH-UBND`, `KH/TU`
  std::string code;    // number, year and symbol joined
  std::string type;    // from the symbol; empty for letters and laws
  Span span;
};
[[nodiscard]] std::optional<Code> read_code(std::string_view text, Span span,
                                            const Rulebook& rules);

// The abbreviation of the kind of document that a phrase names: `kế hoạch` KH.
// Empty if it names none.
[[nodiscard]] std::string type_of_words(std::string_view folded,
                                        const Rulebook& rules);

// Two-digit form; ISO dates; calendar check.
[[nodiscard]] std::string two_digits(int value);
[[nodiscard]] bool is_date(int year, int month, int day);
// `2026` of the folded title of a plan for 2026; empty if the title names no
// year, several, a period, or the day of a document that is carried out.
[[nodiscard]] std::string_view only_year(std::string_view title);
// The digits of a text as one number; what is larger than any year or amount
// comes out as a large number, which is no date.
[[nodiscard]] int to_int(std::string_view digits);

}  // namespace kehoach
