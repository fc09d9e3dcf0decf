// Pictures as documents. What is recognised in whole pages is tested on the
// scans of corpus/.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "read/image_pages.h"
#include "read/read.h"

namespace kehoach {
namespace {

std::string big_endian(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
  }
  return out;
}

// CRC-32 as PNG asks for it.
std::uint32_t crc(const std::string& bytes) {
  std::uint32_t value = 0xFFFFFFFF;
  for (const char c : bytes) {
    value ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
    }
  }
  return ~value;
}

std::string chunk(const std::string& type, const std::string& data) {
  return big_endian(static_cast<std::uint32_t>(data.size())) + type + data +
         big_endian(crc(type + data));
}

// A PNG in grey that promises `width` x `height` pixels, and has none.
std::string png_header(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n" +
         chunk("IHDR", big_endian(width) + big_endian(height) +
                           std::string("\x08\0\0\0\0", 5)) +
         chunk("IDAT", "") + chunk("IEND", "");
}

// A TIFF of a white page. `next` is where it says that another one stands.
std::string white_tiff(std::uint32_t next) {
  constexpr std::uint32_t kSide = 64;
  constexpr std::uint32_t kPixels = 122;  // behind the nine fields
  std::string tiff("II*\0\x08\0\0\0\x09\0", 10);
  const auto little_endian = [&tiff](std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
      tiff += static_cast<char>((value >> 8 * i) & 0xFFU);
  };
  const std::pair<std::uint32_t, std::uint32_t> fields[] = {
      {256, kSide}, {257, kSide}, {258, 1},
      {259, 1},     {262, 0},     {273, kPixels},
      {277, 1},     {278, kSide}, {279, kSide * kSide / 8}};
  for (const auto& [tag, value] : fields) {
    little_endian(tag, 2);
    little_endian(4, 2);  // a LONG
    little_endian(1, 4);
    little_endian(value, 4);
  }
  little_endian(next, 4);
  return tiff + std::string(kSide * kSide / 8, '\0');
}

struct RefusedImage {
  const char* name;
  std::string bytes;
  Error::Kind kind;
  const char* says;
};

TEST(ReadImage, RefusesWhatItCanNotRead) {
  using namespace std::string_literals;
  const RefusedImage cases[] = {
      // From its header: decoding it would take 900 MB.
      {"huge", png_header(30000, 30000), Error::Kind::unsupported,
       "30000 x 30000 pixels"},
      {"just too large", png_header(8000, 4001), Error::Kind::unsupported,
       "32 million pixels at most"},
      {"without pixels", png_header(100, 100), Error::Kind::damaged,
       "this image is damaged and can't be opened; get it again"},
      {"no header", "\x89PNG\r\n\x1A\n", Error::Kind::damaged, "damaged"},
      {"cut JPEG", "\xFF\xD8\xFF\xE0", Error::Kind::damaged, "damaged"},
      {"cut TIFF", "II*\0\x08\0\0\0"s, Error::Kind::damaged, "damaged"},
      {"white TIFF", white_tiff(0), Error::Kind::no_text, "page 1"},
      {"TIFF cut behind a white page", white_tiff(5000), Error::Kind::damaged,
       "the file breaks off behind page 1, text may be missing; get it again"},
      {"TIFF whose last page is the first", white_tiff(8), Error::Kind::damaged,
       "breaks off behind page 1"},
  };
  for (const RefusedImage& c : cases) {
    const Result<SourceText> read = kehoach::read(c.bytes, "in/a.png");
    ASSERT_FALSE(read.has_value()) << c.name;
    EXPECT_EQ(read.error().kind, c.kind) << c.name;
    const std::string& message = read.error().message;
    EXPECT_TRUE(message.rfind("in/a.png: ", 0) == 0) << message;
    EXPECT_NE(message.find(c.says), std::string::npos) << message;
  }
}

std::string scan(const std::string& name) {
  std::ifstream in(KEHOACH_SOURCE_DIR "/corpus/scans/" + name,
                   std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ReadImage, DecodesPagesInGrey) {
  const std::string tiff = scan("11-ke-hoach-dac-khu-hon-nhan.tiff");
  EXPECT_EQ(image_pages(tiff, ImageFormat::tiff, 10), 2U);
  EXPECT_EQ(image_pages(tiff, ImageFormat::tiff, 1), 1U);
  const auto page = decode_page(tiff, ImageFormat::tiff, 1, 300);
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->dpi, 300);
  EXPECT_NEAR(page->width, 2480, 2);
  EXPECT_FALSE(decode_page(tiff, ImageFormat::tiff, 2, 300).has_value());
  const auto coarse = decode_page(tiff, ImageFormat::tiff, 1, 100);
  ASSERT_TRUE(coarse.has_value());
  EXPECT_NEAR(coarse->width, 827, 2);
}

TEST(ReadImage, SaysThatPagesAreLost) {
  const std::string whole = scan("11-ke-hoach-dac-khu-hon-nhan.tiff");
  const std::string cut = whole.substr(0, whole.size() / 10 * 9);
  EXPECT_EQ(named_pages(whole, ImageFormat::tiff, 10), 2U);
  EXPECT_EQ(named_pages(whole, ImageFormat::tiff, 1), 1U);
  EXPECT_EQ(named_pages(cut, ImageFormat::tiff, 10), 2U);
  EXPECT_EQ(image_pages(cut, ImageFormat::tiff, 10), 1U);
  const auto read = kehoach::read(cut, "a.tiff");
  ASSERT_TRUE(read.has_value()) << read.error().message;
  ASSERT_FALSE(read->diagnostics.empty());
  EXPECT_EQ(read->diagnostics.back().code, "image-damaged");
}

// Ten scans in a thousand pieces each would keep a machine busy for hours.
TEST(ReadImage, RefusesAJpegOfManyLayers) {
  std::string jpeg = scan("12-ke-hoach-so-tnmt-cuu-ha.jpg");
  ASSERT_TRUE(decode_page(jpeg, ImageFormat::jpeg, 0, 300).has_value());
  for (int i = 0; i < 65; ++i) jpeg += "\xFF\xDA";
  EXPECT_FALSE(decode_page(jpeg, ImageFormat::jpeg, 0, 300).has_value());
}

// The file with its end cut off, and the file with bytes of its middle turned.
std::string cut_off(std::string bytes) {
  bytes.resize(bytes.size() / 2);
  return bytes;
}
std::string torn(std::string bytes) {
  for (std::size_t at = bytes.size() / 2; at < bytes.size(); at += 997) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  }
  return bytes;
}
std::string torn_head(std::string bytes) {
  for (std::size_t at = 40; at < 400; at += 17) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  }
  return bytes;
}

// Libraries of pictures like to talk to a terminal that is not theirs.
TEST(ReadImage, PrintsNothingAboutDamage) {
  const struct {
    const char* name;
    ImageFormat format;
  } files[] = {{"13-ke-hoach-truong-thcs-phu-khe.png", ImageFormat::png},
               {"12-ke-hoach-so-tnmt-cuu-ha.jpg", ImageFormat::jpeg},
               {"11-ke-hoach-dac-khu-hon-nhan.tiff", ImageFormat::tiff}};
  testing::internal::CaptureStderr();
  for (const auto& file : files) {
    const std::string whole = scan(file.name);
    for (const std::string& bytes :
         {cut_off(whole), torn(whole), torn_head(whole)}) {
      (void)image_pages(bytes, file.format, 10);
      (void)decode_page(bytes, file.format, 0, 300);
    }
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(ReadImage, SaysThatAPictureIsTorn) {
  const std::string jpeg = scan("12-ke-hoach-so-tnmt-cuu-ha.jpg");
  const auto whole = decode_page(jpeg, ImageFormat::jpeg, 0, 300);
  ASSERT_TRUE(whole.has_value());
  EXPECT_FALSE(whole->damaged);
  const auto half = decode_page(cut_off(jpeg), ImageFormat::jpeg, 0, 300);
  ASSERT_TRUE(half.has_value()) << "what can be seen is worth reading";
  EXPECT_TRUE(half->damaged);
  EXPECT_EQ(half->height, whole->height);
  const std::string png = scan("13-ke-hoach-truong-thcs-phu-khe.png");
  EXPECT_TRUE(decode_page(png, ImageFormat::png, 0, 300).has_value());
  EXPECT_FALSE(decode_page(cut_off(png), ImageFormat::png, 0, 300).has_value());
}

TEST(ReadImage, IsReadOnlyIfRecognisingIsAllowed) {
  const ReadOptions never{.ocr = OcrMode::never};
  const auto read = kehoach::read(png_header(100, 100), "a.png", never);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, Error::Kind::no_text);
  EXPECT_NE(read.error().message.find("--ocr auto"), std::string::npos);
}

TEST(ReadImage, SaysWhatToInstall) {
  OcrPool empty("/nonexistent");
  ReadOptions options;
  options.engines = &empty;
  const auto read = kehoach::read(scan("13-ke-hoach-truong-thcs-phu-khe.png"),
                                  "a.png", options);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, Error::Kind::unsupported);
  EXPECT_NE(read.error().message.find("install tesseract-ocr-vie"),
            std::string::npos);
}

}  // namespace
}  // namespace kehoach
