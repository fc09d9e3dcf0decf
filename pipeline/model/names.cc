#include <array>

#include "model/model.h"

namespace kehoach {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "warning";
}

Severity severity_from(std::string_view name) {
  if (name == "info") return Severity::info;
  return name == "error" ? Severity::error : Severity::warning;
}

std::string_view name_of(SignatureStatus status) {
  switch (status) {
    case SignatureStatus::valid:
      return "valid";
    case SignatureStatus::invalid:
      return "invalid";
    case SignatureStatus::unchecked:
      break;
  }
  return "unchecked";
}

std::optional<SignatureStatus> signature_status_named(std::string_view name) {
  for (const auto status : {SignatureStatus::valid, SignatureStatus::invalid,
                            SignatureStatus::unchecked}) {
    if (name_of(status) == name) return status;
  }
  return std::nullopt;
}

std::string_view name_of(SectionRole role) {
  switch (role) {
    case SectionRole::none:
      return "none";
    case SectionRole::preamble:
      return "preamble";
    case SectionRole::purpose:
      return "purpose";
    case SectionRole::situation:
      return "situation";
    case SectionRole::objectives:
      return "objectives";
    case SectionRole::tasks:
      return "tasks";
    case SectionRole::organisation:
      return "organisation";
    case SectionRole::reporting:
      return "reporting";
    case SectionRole::funding:
      return "funding";
    case SectionRole::timing:
      return "timing";
    case SectionRole::closing:
      return "closing";
  }
  return "none";
}

std::optional<SectionRole> section_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(SectionRole::closing); ++i) {
    const auto role = static_cast<SectionRole>(i);
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

std::string_view name_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::letterhead:
      return "letterhead";
    case NodeKind::number:
      return "number";
    case NodeKind::place_date:
      return "place-date";
    case NodeKind::doc_type:
      return "type";
    case NodeKind::title:
      return "title";
    case NodeKind::portal:
      return "portal";
    case NodeKind::addressee:
      return "addressee";
    case NodeKind::heading:
      return "heading";
    case NodeKind::lead_in:
      return "lead-in";
    case NodeKind::item:
      return "item";
    case NodeKind::paragraph:
      return "paragraph";
    case NodeKind::cell:
      return "cell";
    case NodeKind::annotation:
      return "annotation";
    case NodeKind::recipient:
      return "recipient";
    case NodeKind::signature:
      return "signature";
    case NodeKind::footnote:
      return "footnote";
    case NodeKind::rule:
      return "rule";
  }
  return "paragraph";
}

std::string_view name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::low:
      return "low";
    case Certainty::medium:
      return "medium";
    case Certainty::high:
      break;
  }
  return "high";
}

std::optional<Certainty> certainty_named(std::string_view name) {
  for (const auto certainty :
       {Certainty::low, Certainty::medium, Certainty::high}) {
    if (name_of(certainty) == name) return certainty;
  }
  return std::nullopt;
}

std::string_view name_of(NamedBy by) {
  switch (by) {
    case NamedBy::text:
      return "text";
    case NamedBy::heading:
      return "heading";
    case NamedBy::lead_in:
      return "lead-in";
    case NamedBy::annotation:
      return "annotation";
    case NamedBy::column:
      return "column";
  }
  return "text";
}

std::string_view name_of(DueBy by) {
  switch (by) {
    case DueBy::none:
      return "none";
    case DueBy::clause:
      return "clause";
    case DueBy::opening:
      return "opening";
    case DueBy::heading:
      return "heading";
    case DueBy::title:
      return "title";
  }
  return "none";
}

std::string_view words_for(Because because) {
  switch (because) {
    case Because::unknown:
      return "nothing decided it";
    case Because::rule:
      return "a rule matches its beginning";
    case Because::front:
      return "it stands before the type word";
    case Because::date_words:
      return "it says 'ngày' and 'năm' before the type word";
    case Because::behind_type:
      return "it stands right behind the type word";
    case Because::table:
      return "it is a cell of a table";
    case Because::mark:
      return "it has a number or a bullet";
    case Because::part_mark:
      return "its number is one of parts";
    case Because::look:
      return "it is bold, in capitals or a Markdown heading";
    case Because::next_line:
      return "it has no end mark, and the next line is of another kind";
    case Because::colon:
      return "it ends in a colon above numbered lines";
    case Because::children:
      return "numbered lines stand below it";
    case Because::nothing_below:
      return "it looks like a heading, but nothing stands below it";
    case Because::annotated:
      return "it stands below a line that speaks of other items";
    case Because::bare:
      return "it has no number or bullet";
    case Because::back:
      return "it stands among recipients and signatures";
    case Because::above:
      return "it stands in such a part";
    case Because::no_part:
      return "it stands before the first part";
    case Because::first_level:
      return "a part whose heading no rule knows";
    case Because::lead_in:
      return "the sentence announces targets";
    case Because::last:
      return "the last paragraph before the signature";
    case Because::decision:
      return "the opening of the decision around the plan";
    case Because::appendix:
      return "by what its appendix is about";
  }
  return "nothing decided it";
}

std::string_view name_of(Stage stage) {
  constexpr std::array<std::string_view, kStages> kNames = {
      "find", "open",      "unpack",  "convert",
      "read", "normalise", "outline", "extract"};
  return kNames[static_cast<std::size_t>(stage)];
}

std::optional<Stage> stage_named(std::string_view name) {
  for (std::size_t i = 0; i < kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    if (name_of(stage) == name) return stage;
  }
  return std::nullopt;
}

}  // namespace kehoach
