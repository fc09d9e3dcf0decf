#include "read/pdf_signatures.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <ctime>
#include <limits>
#include <memory>
#include <optional>

#include "text/text.h"

namespace kehoach {
namespace {

template <auto Free>
struct Freeing {
  template <typename T>
  void operator()(T* value) const {
    Free(value);
  }
};
template <typename T, auto Free>
using Handle = std::unique_ptr<T, Freeing<Free>>;

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Bio = Handle<BIO, BIO_free>;
using BioMethod = Handle<BIO_METHOD, BIO_meth_free>;
void free_signers(STACK_OF(X509) * signers) { sk_X509_free(signers); }
using Signers = Handle<STACK_OF(X509), free_signers>;

// A number, behind white space; nothing if there is none.
std::optional<std::size_t> number_at(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\r' ||
                              text[at] == '\n' || text[at] == '\t')) {
    ++at;
  }
  std::size_t value = 0;
  const char* begin = text.data() + at;
  const auto [end, error] =
      std::from_chars(begin, text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  at += static_cast<std::size_t>(end - begin);
  return value;
}

bool is_hexadecimal(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") ==
         std::string_view::npos;
}

// What stands at `at`, behind `/ByteRange`: `[0 840 1960 240]`.
std::optional<SignedBytes> ranges_at(std::string_view pdf, std::size_t at) {
  while (at < pdf.size() && pdf[at] == ' ') ++at;
  if (at >= pdf.size() || pdf[at] != '[') return std::nullopt;
  ++at;
  std::array<std::size_t, 4> numbers{};
  for (std::size_t& number : numbers) {
    const auto value = number_at(pdf, at);
    if (!value) return std::nullopt;
    number = *value;
  }
  const auto [first, length, second, rest] = numbers;
  if (first != 0 || length >= second || second > pdf.size() ||
      rest > pdf.size() - second || second - length < 3 || pdf[length] != '<' ||
      pdf[second - 1] != '>') {
    return std::nullopt;
  }
  return SignedBytes{pdf.substr(0, length), pdf.substr(second, rest),
                     pdf.substr(length + 1, second - length - 2)};
}

// The signature is padded with zeros behind its own end.
std::string from_hexadecimal(std::string_view digits) {
  std::string bytes;
  bytes.reserve(digits.size() / 2);
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    unsigned value = 0;
    std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  return bytes;
}

// Hands two stretches of memory to OpenSSL as one stream.
struct TwoRanges {
  std::array<std::string_view, 2> left;
};

int read_ranges(BIO* bio, char* out, int size) {
  auto& left = static_cast<TwoRanges*>(BIO_get_data(bio))->left;
  std::string_view& from = left[0].empty() ? left[1] : left[0];
  const std::size_t count =
      std::min(from.size(), static_cast<std::size_t>(std::max(size, 0)));
  std::memcpy(out, from.data(), count);
  from.remove_prefix(count);
  return static_cast<int>(count);
}

long control_ranges(BIO*, int command, long, void*) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

bool verifies(CMS_ContentInfo& cms, const SignedBytes& covered) {
  const BioMethod method(BIO_meth_new(BIO_TYPE_SOURCE_SINK, "ranges"));
  if (method == nullptr) return false;
  BIO_meth_set_read(method.get(), read_ranges);
  BIO_meth_set_ctrl(method.get(), control_ranges);
  const Bio content(BIO_new(method.get()));
  if (content == nullptr) return false;
  TwoRanges ranges{{covered.before, covered.behind}};
  BIO_set_data(content.get(), &ranges);
  BIO_set_init(content.get(), 1);
  constexpr unsigned kFlags =
      CMS_DETACHED | CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
  return CMS_verify(&cms, nullptr, nullptr, content.get(), nullptr, kFlags) ==
         1;
}

std::string name_part(const X509& certificate, int nid) {
  X509_NAME* name = X509_get_subject_name(&certificate);
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0) return {};
  const ASN1_STRING* value =
      X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
  unsigned char* utf8 = nullptr;
  const int size = ASN1_STRING_to_UTF8(&utf8, value);
  if (size < 0) return {};
  std::string text(utf8, utf8 + size);
  OPENSSL_free(utf8);
  return is_valid_utf8(text) ? std::string(trim(text)) : std::string();
}

// The time of signing, if the signature says it: 2025-09-15T02:07:04Z.
std::string time_of(const CMS_SignerInfo& signer) {
  const int at = CMS_signed_get_attr_by_NID(&signer, NID_pkcs9_signingTime, -1);
  if (at < 0) return {};
  X509_ATTRIBUTE* attribute = CMS_signed_get_attr(&signer, at);
  const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(attribute, 0);
  if (value == nullptr || (value->type != V_ASN1_UTCTIME &&
                           value->type != V_ASN1_GENERALIZEDTIME)) {
    return {};
  }
  std::tm time{};
  if (ASN1_TIME_to_tm(value->value.asn1_string, &time) != 1) return {};
  std::array<char, 32> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &time);
  return {text.data(), size};
}

// `D:20250121090801+07'00'` (ISO 32000-1, 7.9.4) as 2025-01-21T09:08:01+07:00;
// empty if it is not given to the second.
std::string time_of(std::string_view date) {
  constexpr std::string_view kShape = "D:00000000000000";
  if (date.size() < kShape.size() || !starts_with(date, "D:")) return {};
  const auto digits = [&](std::size_t from, std::size_t count) {
    const std::string_view part = date.substr(from, count);
    return part.find_first_not_of("0123456789") == std::string_view::npos &&
           part.size() == count;
  };
  if (!digits(2, kShape.size() - 2)) return {};
  std::string out(date.substr(2, 4));
  for (const auto& [mark, at] :
       {std::pair('-', 6), {'-', 8}, {'T', 10}, {':', 12}, {':', 14}}) {
    out += mark;
    out += date.substr(static_cast<std::size_t>(at), 2);
  }
  const std::string_view zone = date.substr(kShape.size());
  if (starts_with(zone, "Z")) return out + "Z";
  if (zone.size() < 6 || (zone[0] != '+' && zone[0] != '-') || !digits(17, 2) ||
      !digits(20, 2)) {
    return out;
  }
  return out.append(zone.substr(0, 3)).append(":").append(zone.substr(4, 2));
}

// The time that the dictionary of the signature gives, on either side of it.
std::string dictionary_time(const SignedBytes& covered) {
  constexpr std::size_t kReach = 2048;
  std::string_view before = covered.before.substr(
      covered.before.size() - std::min(covered.before.size(), kReach));
  before.remove_prefix(std::min(before.size(), before.rfind(" obj") + 1));
  std::string_view behind = covered.behind.substr(0, kReach);
  behind = behind.substr(0, behind.find("endobj"));
  for (const std::string_view part : {behind, before}) {
    for (const std::string_view key : {"/M(", "/M ("}) {
      const std::size_t at = part.find(key);
      if (at != std::string_view::npos) {
        return time_of(part.substr(at + key.size(), 23));
      }
    }
  }
  return {};
}

void describe(CMS_ContentInfo& cms, Signature& out) {
  STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(&cms);
  if (infos != nullptr && sk_CMS_SignerInfo_num(infos) > 0) {
    out.time = time_of(*sk_CMS_SignerInfo_value(infos, 0));
  }
  const Signers signers(CMS_get0_signers(&cms));
  if (signers == nullptr || sk_X509_num(signers.get()) == 0) return;
  const X509& certificate = *sk_X509_value(signers.get(), 0);
  out.signer = name_part(certificate, NID_commonName);
  out.organisation = name_part(certificate, NID_organizationName);
  out.email = name_part(certificate, NID_pkcs9_emailAddress);
}

Signature checked(const SignedBytes& covered) {
  constexpr std::size_t kLongest = std::size_t{1} << 22U;
  Signature out;
  if (covered.contents.size() > kLongest) return out;
  if (!is_hexadecimal(covered.contents)) {
    out.status = SignatureStatus::invalid;
    return out;
  }
  const std::string der = from_hexadecimal(covered.contents);
  const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
  const Cms cms(
      d2i_CMS_ContentInfo(nullptr, &begin, static_cast<long>(der.size())));
  // Anything but a detached signature: time stamps, forms of the last century.
  if (cms == nullptr ||
      OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed ||
      CMS_is_detached(cms.get()) != 1) {
    return out;
  }
  out.status = verifies(*cms, covered) ? SignatureStatus::valid
                                       : SignatureStatus::invalid;
  describe(*cms, out);
  if (out.time.empty()) out.time = dictionary_time(covered);
  return out;
}

}  // namespace

std::vector<SignedBytes> signed_bytes(std::string_view pdf) {
  constexpr std::string_view kKey = "/ByteRange";
  constexpr std::size_t kMost = 32;  // each costs a look at the whole file
  std::vector<SignedBytes> found;
  for (std::size_t at = pdf.find(kKey);
       at != std::string_view::npos && found.size() < kMost;
       at = pdf.find(kKey, at)) {
    at += kKey.size();
    if (const auto ranges = ranges_at(pdf, at)) found.push_back(*ranges);
  }
  return found;
}

std::vector<Signature> pdf_signatures(std::string_view pdf) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 30U;
  std::size_t looked_at = 0;
  std::vector<Signature> out;
  for (const SignedBytes& covered : signed_bytes(pdf)) {
    looked_at += covered.before.size() + covered.behind.size();
    out.push_back(looked_at > kMostBytes ? Signature() : checked(covered));
    const char* end = covered.behind.data() + covered.behind.size();
    out.back().whole_file = end == pdf.data() + pdf.size();
  }
  ERR_clear_error();
  return out;
}

}  // namespace kehoach
