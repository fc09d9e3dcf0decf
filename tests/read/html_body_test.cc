// Which part of a page is read: pages in marks of their own invention.
#include "read/html_body.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "read/html_file.h"

namespace kehoach {
namespace {

// The document that every page below holds, and what may stand around it.
const std::string kHead =
    "<p>ỦY BAN NHÂN DÂN XÃ PHÚ KHÊ</p><p>Số: 12/KH-UBND</p>"
    "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
    "<p>Phú Khê, ngày 5 tháng 3 năm 2024</p><p>KẾ HOẠCH</p>";
const std::string kText =
    "<p>Căn cứ Kế hoạch số 3/KH-UBND;</p><p>I. MỤC ĐÍCH</p><p>Giữ sạch ao.</p>";
const std::string kEnd =
    "<p>Nơi nhận:</p><p>- Lưu: VT.</p><p>TM. ỦY BAN NHÂN DÂN</p><p>An</p>";
const std::string kPlanPage = kHead + kText + kEnd;

const std::string kMenu =
    "<ul><li><a href=/>Trang chủ</a><li><a href=/a>Giới thiệu</a><li><a "
    "href=/b>Tin tức</a><li><a href=/c>Văn bản</a><li><a href=/d>Thủ tục</a>"
    "<li><a href=/e>Liên hệ</a></ul>";
const std::string kRelated =
    "<h3>Tin liên quan</h3><ul><li><a href=/1>Kế hoạch số 4/KH-UBND</a> (1/2)"
    "<li><a href=/2>Quyết định số 5/QĐ-UBND</a> (2/2)<li><a href=/3>Hội nghị "
    "tổng kết năm</a> (3/2)</ul>";
const std::string kFooter =
    "<p>Cơ quan chủ quản: Ủy ban nhân dân xã Phú Khê</p><p>Điện thoại: 123</p>";

std::string text_of(const std::string& page) {
  const Result<SourceText> source = read_html_file(page, "a.html");
  std::string out;
  if (!source) return "error";
  for (const SourceLine& line : source->lines)
    out += std::string(slice(source->text, line.span)) + "\n";
  return out;
}

bool has_diagnostic(const std::string& page, std::string_view code) {
  const Result<SourceText> source = read_html_file(page, "a.html");
  return source &&
         std::any_of(source->diagnostics.begin(), source->diagnostics.end(),
                     [&](const Diagnostic& d) { return d.code == code; });
}

struct BodyCase {
  const char* name;
  std::string page;
  std::string same_as;  // the page that gives the same text
};

void PrintTo(const BodyCase& c, std::ostream* out) { *out << c.name; }

class HtmlBodyOf : public testing::TestWithParam<BodyCase> {};

TEST_P(HtmlBodyOf, Page) {
  EXPECT_EQ(text_of(GetParam().page), text_of(GetParam().same_as));
}

INSTANTIATE_TEST_SUITE_P(
    Cut, HtmlBodyOf,
    testing::Values(
        BodyCase{"MenusRelatedAndFooter",
                 "<body>" + kMenu + "<h1>Kế hoạch giữ sạch ao</h1><div>" +
                     kPlanPage + "</div>" + kRelated + kFooter,
                 kPlanPage},
        BodyCase{"InTablesThatLayOutThePage",
                 "<table><tr><td colspan=2>" + kMenu + "<tr><td>" + kRelated +
                     "<td>" + kPlanPage + "<tr><td colspan=2>" + kFooter +
                     "</table>",
                 kPlanPage},
        BodyCase{"InsideOfTheDocument",
                 "<div>" + kHead +
                     "<div class='box-share'><p>Chia sẻ: <a "
                     "href=x>A</a> Cỡ chữ</div>" +
                     kText + kRelated + kEnd + "</div>" + kMenu,
                 kPlanPage},
        BodyCase{"WhatHtmlCallsNavigation",
                 kPlanPage +
                     "<nav>Trang chủ</nav><aside><p>Thời tiết</aside><div "
                     "role=contentinfo>Bản quyền</div>",
                 kPlanPage},
        BodyCase{"ALinkThatStandsAlone",
                 "<div>" + kHead + "<p><a href=x>Tải về</a></p>" + kText +
                     kEnd + "</div>" + kMenu,
                 kPlanPage},
        BodyCase{"ALetterheadBesideTheText",
                 kMenu + "<div><div>" + kHead + "</div><div>" + kText + kEnd +
                     "</div></div>" + kFooter,
                 kPlanPage}),
    [](const auto& c) { return c.param.name; });

const std::string kLong = [] {
  std::string text = "<p>";
  for (int i = 0; i < 40; ++i) text += "Người dân giữ sạch ao và kênh rạch. ";
  return text + "</p>";
}();

INSTANTIATE_TEST_SUITE_P(
    Kept, HtmlBodyOf,
    testing::Values(
        BodyCase{"APageWithoutLinks", "<h1>a</h1>" + kPlanPage + kFooter,
                 "<p><b>a</b>" + kPlanPage + kFooter},
        BodyCase{
            "LinksInTheText",
            kMenu + "<div>" + kHead + kText +
                "<p>Theo <a href=1>Luật A</a>, <a href=2>Nghị định B</a> và <a "
                "href=3>Thông tư C</a> thì làm ngay việc này.</p>" +
                kEnd + "</div>",
            kHead + kText +
                "<p>Theo Luật A, Nghị định B và Thông tư C thì làm ngay việc "
                "này.</p>" +
                kEnd},
        BodyCase{"ABasisThatIsALink",
                 kMenu + "<div>" + kHead +
                     "<div><p><a href=1>Căn cứ Luật A</a></p>"
                     "<p>Căn cứ <a href=2>Luật B số 1/2020/QH14</a></p></div>" +
                     kText + kEnd + "</div>",
                 kHead + "<p>Căn cứ Luật B số 1/2020/QH14</p>" + kText + kEnd},
        BodyCase{"AppendicesBehindTheDocument",
                 kMenu + "<div>" + kPlanPage +
                     "</div><div><p>PHỤ LỤC</p><p>Việc 1</p>"
                     "</div>" +
                     kFooter,
                 kPlanPage + "<p>PHỤ LỤC</p><p>Việc 1</p>"},
        BodyCase{"LongTextsBesideIt",
                 kMenu + "<div>" + kPlanPage + "</div>" + kLong,
                 kPlanPage + kLong},
        BodyCase{"ATextWithoutAForm",
                 kMenu + "<div>" + kLong + "</div>" + kRelated, kLong}),
    [](const auto& c) { return c.param.name; });

TEST(HtmlBody, SaysWhatItDid) {
  EXPECT_TRUE(has_diagnostic(kMenu + "<div>" + kPlanPage + "</div>",
                             "page-parts-left-out"));
  EXPECT_FALSE(has_diagnostic(kPlanPage, "page-parts-left-out"));
  EXPECT_TRUE(has_diagnostic(kMenu + kFooter + kRelated, "page-body-unsure"));
  EXPECT_FALSE(has_diagnostic(kMenu + kLong, "page-body-unsure"));
}

}  // namespace
}  // namespace kehoach
