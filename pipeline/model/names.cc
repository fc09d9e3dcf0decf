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

}  // namespace kehoach
