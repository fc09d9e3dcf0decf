#include "read/text_layer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "text/text.h"

namespace kehoach {
namespace {

// Words of `text` on lines of ten, `times` over.
PdfPage page_of(std::string_view text, int times, std::uint16_t note = 0) {
  PdfPage page{.width = 595, .height = 842};
  std::size_t count = 0;
  for (int i = 0; i < times; ++i) {
    for (const std::string_view word : split(text, ' ')) {
      const auto x = static_cast<float>(count % 10) * 50 + 40;
      const auto y = static_cast<float>(count / 10) * 16 + 60;
      page.words.push_back({.text = std::string(word),
                            .box = {x, y, x + 40, y + 14},
                            .size = 13,
                            .note = note});
      ++count;
    }
  }
  return page;
}

struct LayerCase {
  const char* name;
  const char* text;
  int times;
  std::uint16_t note;
  TextLayer layer;
  bool pictures = true;
};

const LayerCase kLayers[] = {
    {"healthy", "Ủy ban nhân dân xã Phú Khê ban hành kế hoạch", 12, 0,
     TextLayer::good},
    {"old tone marks", "Uỷ ban hoà giải thuỷ lợi tổ chức hội nghị", 14, 0,
     TextLayer::good},
    {"full of codes", "Số 12/KH-UBND ngày 03/4/2024 và 15/QĐ-UBND của xã", 14,
     0, TextLayer::good},
    // What says little may be a short page or a stamp: the ink decides.
    {"a stamp", "SAO Y; Thời gian ký: 03/4/2024 08:01:02", 1, 0,
     TextLayer::sparse},
    {"a last page", "Ủy ban nhân dân xã Phú Khê ban hành kế hoạch", 2, 0,
     TextLayer::sparse},
    {"nothing", "", 0, 0, TextLayer::none},
    {"notes alone", "Ký bởi: Ủy ban nhân dân xã Phú Khê", 2, 7,
     TextLayer::none},
    {"another language's reading",
     "CONG HOA xA HQI CilU NGHIA vi~t narn dc 1p hph phtic thcing nghi", 6, 0,
     TextLayer::rubbish},
    {"broken map", "6Ӣ CÔNG THѬѪNG KӂHOҤCH triӇn khai thӵc hiӋn quyӃt ÿӏnh", 9,
     0, TextLayer::rubbish},
    {"rubbish without a picture",
     "CONG HOA xA HQI CilU NGHIA vi~t narn dc 1p hph phtic thcing nghi", 6, 0,
     TextLayer::rubbish, false},
    {"a better reading, rubbish still",
     "CONG HOA xA HQI CHU NGHIA VIET NAM Doc lap Tu do Hanh phic ke hoach so "
     "12 trien khai nhiem vu nim 2024",
     5, 0, TextLayer::rubbish, false},
    {"typed without marks",
     "UBND XA PHU KHE KE HOACH trien khai cong tac phong chong thien tai va "
     "tim kiem cuu nan nam 2024 tren dia ban",
     5, 0, TextLayer::good, false},
    {"typed without marks in capitals",
     "KE HOACH TRIEN KHAI CONG TAC PHONG CHONG THIEN TAI", 12, 0,
     TextLayer::good, false},
    {"a short mail without marks",
     "Kinh gui cac truong hoc de nghi bao cao ket qua thuc hien", 2, 0,
     TextLayer::sparse, false},
    {"a picture's reading without marks",
     "UBND XA PHU KHE KE HOACH trien khai cong tac phong chong thien tai va "
     "tim kiem cuu nan nam 2024 tren dia ban",
     5, 0, TextLayer::rubbish, true},
    {"no language without marks",
     "The committee shall report the results of its work before the end of "
     "each month to those who asked for them",
     6, 0, TextLayer::rubbish, false},
    {"lost vowels", "thành phHà Nội Ph̀ng k hoch trin khai thc hin ngh quyt", 9,
     0, TextLayer::rubbish},
};

TEST(TextLayer, IsJudgedByItsSyllables) {
  for (const LayerCase& c : kLayers) {
    PdfPage page = c.times == 0 ? PdfPage() : page_of(c.text, c.times, c.note);
    page.pictures = c.pictures;
    EXPECT_EQ(judge_text_layer(page), c.layer) << c.name;
  }
}

PageImage paper() {
  PageImage image{413, 585, kInkDpi, {}};
  image.grey.assign(std::size_t{image.width} * image.height, 240);
  return image;
}

void draw(PageImage& image, const Box& box) {
  const float scale = image.dpi / 72;
  for (auto y = std::lround(box.y0 * scale); y < box.y1 * scale; ++y) {
    for (auto x = std::lround(box.x0 * scale); x < box.x1 * scale; ++x) {
      image.grey[static_cast<std::size_t>(y) * image.width +
                 static_cast<std::size_t>(x)] = 20;
    }
  }
}

TEST(TextLayer, CoversTheInkUnderItsWords) {
  const PdfPage page = page_of("một hai ba bốn năm", 1);
  PageImage image = paper();
  EXPECT_EQ(covered_ink(image, page), 1) << "nothing to cover";
  for (const PdfWord& word : page.words) draw(image, word.box);
  // Boxes end between the dots of the picture.
  EXPECT_GT(covered_ink(image, page), 0.85);
  draw(image, {40, 300, 540, 700});
  EXPECT_LT(covered_ink(image, page), kLeastCovered);
}

// A number that signing software wrote onto a scan is worth more than what is
// recognised there; rubbish is worth nothing.
TEST(TextLayer, IsKeptWhereItIsWorthMore) {
  PdfPage layer = page_of("123 Phú", 1);
  layer.words[0].note = 1;
  PdfPage recognised = page_of("1Z3 Phù Khê", 1);
  for (PdfWord& word : recognised.words) word.confidence = 0.5F;
  const auto texts = [](const PdfPage& page) {
    std::string all;
    for (const PdfWord& word : page.words) all += word.text + " ";
    return all;
  };
  EXPECT_EQ(texts(merged(layer, false, {}, recognised)), "Khê 123 Phú ");
  EXPECT_EQ(texts(merged(layer, true, {}, recognised)), "Phù Khê 123 ");
  const std::vector<Overprint> stamp = {{{{recognised.words[2]}}}};
  EXPECT_EQ(texts(merged(layer, true, stamp, recognised)), "Phù 123 ");
}

TEST(TextLayer, TurnsBoxesThereAndBack) {
  const PdfPage page{.width = 600, .height = 800, .tilt = 90};
  // A quarter turn clockwise about the middle: what was right of it is below.
  const Box below = tilted(page, {500, 390, 520, 410});
  EXPECT_NEAR((below.x0 + below.x1) / 2, 300, 0.01);
  EXPECT_NEAR((below.y0 + below.y1) / 2, 610, 0.01);
  const Box back = as_printed(page, below);
  EXPECT_NEAR(back.x0, 500, 0.01);
  EXPECT_NEAR(back.y1, 410, 0.01);
}

}  // namespace
}  // namespace kehoach
