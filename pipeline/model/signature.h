// An electronic signature in a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kehoach {

enum class SignatureStatus {
  valid,      // the bytes that it covers are those that were signed
  invalid,    // they are not, or it does not say which they are
  unchecked,  // of a kind that is not known here
};

// Who signed, as the certificate in the file says. Whether an authority vouches
// for that certificate, and whether it has been revoked, is not asked: nothing
// is fetched. What is not stated is empty.
struct Signature {
  std::string signer;  // a person or a body
  std::string organisation;
  std::string email;
  // 2025-09-15T02:07:04Z or ...T09:07:04+07:00, by the clock of the signer.
  std::string time;
  SignatureStatus status = SignatureStatus::unchecked;
  // It covers the file to its end. If not, something was added later: another
  // signature, a stamp, or anything else.
  bool whole_file = false;
  friend bool operator==(const Signature&, const Signature&) = default;
};

// `valid`, `invalid`, `unchecked`.
[[nodiscard]] std::string_view name_of(SignatureStatus status);
[[nodiscard]] std::optional<SignatureStatus> signature_status_named(
    std::string_view name);

}  // namespace kehoach
