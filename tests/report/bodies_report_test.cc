// Bodies as a reader sees them.
#include <gtest/gtest.h>

#include "report/report.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

const Bodies& bodies() { return shipped().bodies(); }

BodyReport labour() {
  BodyReport report;
  report.kind = bodies().kind("so-lao-dong-thuong-binh-va-xa-hoi");
  Body body;
  body.id = body.kind = report.kind->id;
  body.name = report.kind->name;
  body.level = "province";
  report.successors = bodies().successors(body, "2026-01-01");
  body.id += "@tinh-cuu-ha";
  body.name += " tỉnh Cửu Hà";
  report.uses = {{body, {2, 1, 1}}};
  report.names = {{"Sở LĐ-TB&XH", {2, 0, 1}}, {"Sở LĐTBXH", {0, 1, 1}}};
  return report;
}

TEST(BodyText, SaysWhatABodyIsAndWhatBecameOfIt) {
  EXPECT_EQ(body_text(labour(), bodies(), {200, false}),
            "Sở Lao động - Thương binh và Xã hội "
            "[so-lao-dong-thuong-binh-va-xa-hoi] - cấp tỉnh\n"
            "  Lĩnh vực: lao động, việc làm; người có công; trẻ em; bảo trợ "
            "xã hội; phòng, chống tệ nạn xã hội; giáo dục nghề nghiệp; giảm "
            "nghèo; cai nghiện ma túy\n"
            "  Đến: 28/2/2025 - NĐ 45/2025/NĐ-CP; NĐ 42/2025/NĐ-CP\n"
            "  Việc nay thuộc:\n"
            "    Sở Nội vụ: lao động, việc làm; người có công - NĐ "
            "45/2025/NĐ-CP; NĐ 42/2025/NĐ-CP\n"
            "    Sở Y tế: trẻ em; bảo trợ xã hội; phòng, chống tệ nạn xã hội "
            "- NĐ 45/2025/NĐ-CP; NĐ 42/2025/NĐ-CP\n"
            "    Sở Giáo dục và Đào tạo: giáo dục nghề nghiệp - NĐ "
            "45/2025/NĐ-CP; NĐ 42/2025/NĐ-CP\n"
            "    Sở Nông nghiệp và Môi trường: giảm nghèo - NĐ 45/2025/NĐ-CP; "
            "NĐ 42/2025/NĐ-CP\n"
            "    Công an: cai nghiện ma túy - NĐ 45/2025/NĐ-CP; NĐ "
            "42/2025/NĐ-CP\n"
            "  Trong kho:\n"
            "    Sở Lao động - Thương binh và Xã hội tỉnh Cửu Hà "
            "[so-lao-dong-thuong-binh-va-xa-hoi@tinh-cuu-ha]: 2 chủ trì, 1 "
            "phối hợp, 1 văn bản\n"
            "  Viết là:\n"
            "    Sở LĐ-TB&XH: 2 chủ trì, 0 phối hợp, 1 văn bản\n"
            "    Sở LĐTBXH: 0 chủ trì, 1 phối hợp, 1 văn bản\n");
}

TEST(BodyText, FitsANarrowTerminal) {
  const std::string text = body_text(labour(), bodies(), {60, false});
  for (const std::string_view line : split(text, '\n')) {
    std::size_t letters = 0;
    for (const char c : line)
      letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    EXPECT_LE(letters, 60U) << line;
  }
}

TEST(BodyText, NamesPredecessorsInOneLine) {
  Body home;
  home.id = home.kind = "so-noi-vu";
  EXPECT_EQ(predecessors_text(bodies().predecessors(home), bodies()),
            "Sở Lao động - Thương binh và Xã hội (lao động, việc làm; người "
            "có công)");
  EXPECT_EQ(predecessors_text({}, bodies()), "");
}

TEST(BodyJson, IsOneLine) {
  const std::string json = body_json(labour());
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_NE(json.find(R"("until":"2025-02-28")"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("field":"tre-em","since":null)"), std::string::npos)
      << json;
  EXPECT_EQ(bodies_json({}), R"({"bodies":[]})");
  EXPECT_EQ(names_json({{"Tổ giúp việc", {1, 0, 1}}}),
            R"({"unknown":[{"name":"Tổ giúp việc","lead":1,"support":0,)"
            R"("documents":1}]})");
}

}  // namespace
}  // namespace kehoach
