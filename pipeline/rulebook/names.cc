// How rules, their families and what becomes of them are called.

#include "rulebook/rulebook.h"

namespace kehoach {

std::string_view Rule::attribute(std::string_view name) const {
  const auto at = attributes.find(name);
  return at == attributes.end() ? std::string_view{} : at->second;
}

std::optional<Span> Match::group(std::string_view name) const {
  for (const auto& [key, place] : groups) {
    if (key == name) return place;
  }
  return std::nullopt;
}

std::string_view name_of(Family family) {
  switch (family) {
    case Family::outline:
      return "outline";
    case Family::identity:
      return "identity";
    case Family::references:
      return "references";
    case Family::assignments:
      return "assignments";
    case Family::deadlines:
      return "deadlines";
    case Family::targets:
      return "targets";
    case Family::mend:
      return "mend";
  }
  return "outline";
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::won:
      return "won";
    case Verdict::lost:
      return "lost";
    case Verdict::covered:
      return "covered";
    case Verdict::out_of_scope:
      return "out-of-scope";
    case Verdict::inside_word:
      return "inside-word";
    case Verdict::no_match:
      return "no-match";
    case Verdict::torn_word:
      return "torn-word";
    case Verdict::after:
      return "after";
    case Verdict::not_after:
      return "not-after";
    case Verdict::before:
      return "before";
    case Verdict::not_before:
      return "not-before";
  }
  return "won";
}

}  // namespace kehoach
