#include "store/names.h"

namespace kehoach {

std::string_view name_of(SourceStatus status) {
  switch (status) {
    case SourceStatus::loaded:
      return "loaded";
    case SourceStatus::unchanged:
      return "unchanged";
    case SourceStatus::duplicate:
      return "duplicate";
    case SourceStatus::unsupported:
      return "unsupported";
    case SourceStatus::failed:
      return "failed";
    case SourceStatus::crashed:
      return "crashed";
    case SourceStatus::timeout:
      return "timeout";
    case SourceStatus::out_of_memory:
      return "out-of-memory";
  }
  return "failed";
}

SourceStatus status_from(std::string_view name) {
  for (std::size_t i = 0; i < kSourceStatuses; ++i) {
    const auto status = static_cast<SourceStatus>(i);
    if (name_of(status) == name) return status;
  }
  return SourceStatus::failed;
}

std::string_view name_of(LinkState state) {
  switch (state) {
    case LinkState::resolved:
      return "resolved";
    case LinkState::ambiguous:
      return "ambiguous";
    case LinkState::not_in_archive:
      return "not-in-archive";
    case LinkState::conflicting:
      return "conflicting";
    case LinkState::self:
      return "self";
  }
  return "not-in-archive";
}

LinkState link_state_from(std::string_view name) {
  for (std::size_t i = 0; i < kLinkStates; ++i) {
    const auto state = static_cast<LinkState>(i);
    if (name_of(state) == name) return state;
  }
  return LinkState::not_in_archive;
}

std::string_view name_of(PlanVersion version) {
  switch (version) {
    case PlanVersion::main:
      return "main";
    case PlanVersion::copy:
      return "copy";
    case PlanVersion::draft:
      return "draft";
  }
  return "main";
}

PlanVersion plan_version_from(std::string_view name) {
  if (name == name_of(PlanVersion::copy)) return PlanVersion::copy;
  return name == name_of(PlanVersion::draft) ? PlanVersion::draft
                                             : PlanVersion::main;
}

std::string obligation_name(std::int64_t ordinal) {
  std::string name(1, 'o');
  name += std::to_string(ordinal);
  return name;
}

std::uint64_t StatusCounts::total() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t count : by_status) sum += count;
  return sum;
}

std::uint64_t StatusCounts::failures() const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kSourceStatuses; ++i) {
    if (is_failure(static_cast<SourceStatus>(i))) sum += by_status[i];
  }
  return sum;
}

std::string_view name_of(Fixity fixity) {
  constexpr std::array<std::string_view, kFixities> kNames = {
      "same", "changed", "rotted", "gone", "unreadable"};
  return kNames[static_cast<std::size_t>(fixity)];
}

}  // namespace kehoach
