// Signs PDF files for tests, with a certificate that nobody vouches for.
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace kehoach {

class TestSigner {
 public:
  explicit TestSigner(std::string_view name)
      : key_(EVP_RSA_gen(2048)), certificate_(X509_new()) {
    ASN1_INTEGER_set(X509_get_serialNumber(certificate_), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate_), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate_), 3600);
    X509_set_pubkey(certificate_, key_);
    X509_NAME* subject = X509_get_subject_name(certificate_);
    add(subject, "CN", name);
    add(subject, "O", "Tỉnh Cửu Hà");
    add(subject, "emailAddress", "ubnd@cuuha.example.vn");
    X509_set_issuer_name(certificate_, subject);
    X509_sign(certificate_, key_, EVP_sha256());
  }
  TestSigner(const TestSigner&) = delete;
  TestSigner& operator=(const TestSigner&) = delete;
  ~TestSigner() {
    X509_free(certificate_);
    EVP_PKEY_free(key_);
  }

  // `pdf` with a signature dictionary behind it, which covers all but itself.
  // The time is signed, unless the dictionary has one (`/M (D:...)`).
  [[nodiscard]] std::string sign(std::string pdf,
                                 std::string_view time = "") const {
    constexpr std::size_t kRoom = 8192;  // hexadecimal digits
    pdf += "9 0 obj << /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange";
    const std::size_t ranges = pdf.size();
    pdf += std::string(48, ' ') + "/Contents ";
    const std::size_t begin = pdf.size();
    pdf += "<" + std::string(kRoom, '0') + ">";
    const std::size_t end = pdf.size();
    pdf.append(time).append(" >> endobj\n%%EOF\n");
    const std::string numbers = " [0 " + std::to_string(begin) + " " +
                                std::to_string(end) + " " +
                                std::to_string(pdf.size() - end) + "]";
    pdf.replace(ranges, numbers.size(), numbers);
    const std::string signature =
        signature_of(pdf.substr(0, begin) + pdf.substr(end), time.empty());
    for (std::size_t i = 0; i < signature.size(); ++i) {
      char digits[3];
      std::snprintf(digits, sizeof digits, "%02x",
                    static_cast<unsigned char>(signature[i]));
      pdf.replace(begin + 1 + 2 * i, 2, digits, 2);
    }
    return pdf;
  }

 private:
  static void add(X509_NAME* name, const char* field, std::string_view value) {
    X509_NAME_add_entry_by_txt(
        name, field, MBSTRING_UTF8,
        reinterpret_cast<const unsigned char*>(value.data()),
        static_cast<int>(value.size()), -1, 0);
  }

  [[nodiscard]] std::string signature_of(const std::string& bytes,
                                         bool timed) const {
    BIO* content =
        BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()));
    CMS_ContentInfo* cms =
        CMS_sign(certificate_, key_, nullptr, content,
                 CMS_DETACHED | CMS_BINARY | (timed ? 0U : CMS_NOATTR));
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &der);
    std::string out(reinterpret_cast<char*>(der),
                    static_cast<std::size_t>(size));
    OPENSSL_free(der);
    CMS_ContentInfo_free(cms);
    BIO_free(content);
    return out;
  }

  EVP_PKEY* key_;
  X509* certificate_;
};

}  // namespace kehoach
