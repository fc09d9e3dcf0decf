#include "read/pdf_signatures.h"

#include <gtest/gtest.h>

#include "read/pdf_builder.h"
#include "read/read.h"
#include "read/signed_pdf.h"

namespace kehoach {
namespace {

std::string plain_pdf() { return make_pdf({{{90, 100, "So: 12/KH-UBND"}}}); }

const TestSigner& office() {
  static const TestSigner signer("ỦY BAN NHÂN DÂN TỈNH CỬU HÀ");
  return signer;
}

TEST(Signatures, SayWhoSignedAndWhen) {
  const auto found = signatures(office().sign(plain_pdf()));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].signer, "ỦY BAN NHÂN DÂN TỈNH CỬU HÀ");
  EXPECT_EQ(found[0].organisation, "Tỉnh Cửu Hà");
  EXPECT_EQ(found[0].email, "ubnd@cuuha.example.vn");
  ASSERT_EQ(found[0].time.size(), 20U);
  EXPECT_EQ(found[0].time[10], 'T');
  EXPECT_EQ(found[0].time[19], 'Z');
  EXPECT_EQ(found[0].status, SignatureStatus::valid);
  EXPECT_TRUE(found[0].whole_file);
}

// The first of two signatures no longer covers the file, and still holds.
TEST(Signatures, CoverWhatWasThereWhenTheyWereMade) {
  const TestSigner person("Lê Thị Hạnh");
  const auto found =
      signatures(office().sign(person.sign(plain_pdf())) + "% more\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].signer, "Lê Thị Hạnh");
  for (const Signature& signature : found) {
    EXPECT_EQ(signature.status, SignatureStatus::valid);
    EXPECT_FALSE(signature.whole_file);
  }
}

TEST(Signatures, TakeTheirTimeFromTheDictionaryIfNeedBe) {
  for (const auto& [given, time] :
       {std::pair("/M (D:20250121090801+07'00')", "2025-01-21T09:08:01+07:00"),
        {"/M(D:20250121020801Z)", "2025-01-21T02:08:01Z"},
        {"/M (D:20250121020801)", "2025-01-21T02:08:01"},
        {"/M (D:20250121)", ""},
        {"/M (2025012102080112345)", ""},
        {"/Reason (D:20250121020801Z)", ""}}) {
    const auto found = signatures(office().sign(plain_pdf(), given));
    ASSERT_EQ(found.size(), 1U) << given;
    EXPECT_EQ(found[0].status, SignatureStatus::valid) << given;
    EXPECT_EQ(found[0].time, time) << given;
  }
}

TEST(Signatures, BreakWithAByte) {
  std::string pdf = office().sign(plain_pdf());
  pdf[pdf.find("12/KH")] = '7';
  const auto found = signatures(pdf);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].status, SignatureStatus::invalid);
  EXPECT_EQ(found[0].signer, "ỦY BAN NHÂN DÂN TỈNH CỬU HÀ");
}

TEST(Signatures, AreUncheckedWhereTheyAreNoneThatIsKnown) {
  std::string pdf = office().sign(plain_pdf());
  const std::size_t begin = pdf.find("/Contents <") + 11;
  pdf.replace(begin, 4, "0500");  // NULL in DER
  const auto found = signatures(pdf);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (Signature{.whole_file = true}));
}

TEST(Signatures, AreNoneWithoutRangesThatFit) {
  for (const char* ranges :
       {"", "/ByteRange", "/ByteRange [", "/ByteRange [0 1]",
        "/ByteRange [0 9 99999999 1]", "/ByteRange [0 9 5 1]",
        "/ByteRange [4 5 9 1]", "/ByteRange [0 5 9 99999]",
        "/ByteRange [0 -5 9 1]",
        "/ByteRange [0 99999999999999999999999 9 1]"}) {
    EXPECT_TRUE(signatures(plain_pdf() + ranges).empty()) << ranges;
  }
  EXPECT_TRUE(signatures("Số: 12/KH-UBND /ByteRange [0 1 2 3]").empty());
}

TEST(Signatures, SurviveEveryCut) {
  const std::string pdf = office().sign(plain_pdf());
  const std::size_t begin = pdf.find("/ByteRange");
  for (std::size_t size = begin; size < pdf.size(); size += 61) {
    for (const Signature& found : signatures(pdf.substr(0, size))) {
      EXPECT_NE(found.status, SignatureStatus::valid) << size;
    }
  }
}

}  // namespace
}  // namespace kehoach
