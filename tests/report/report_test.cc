#include "report/report.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "report/layout.h"
#include "report/widest_line.h"
#include "store/sample_plan.h"

namespace kehoach {
namespace {

TEST(PlanText, ShowsAllThatAPlanStates) {
  EXPECT_EQ(plan_text(sample_plan(), {100, false}),
            R"(Kế hoạch 1515/KH-UBND
Bảo vệ trẻ em năm 2024

  Cơ quan ban hành  Ủy ban nhân dân thành phố Suối Mơ (cấp huyện)
  Ban hành          22/8/2024, Suối Mơ
  Người ký          Trần Thị Bình, CHỦ TỊCH
  Nơi nhận          Sở Y tế; Các phường, xã
  Nguồn             plans/a.txt

Thực hiện (1)
  220/KH-UBND       Kế hoạch, 20/6/2024

Văn bản khác được nêu (1)
  121/2020/QH14     Kế hoạch, 20/6/2024 (quyết định ban hành nêu)

Nhiệm vụ theo cơ quan chủ trì (2)

Phòng Y tế (1)
  mục IV.1.a, tr. 3  Hỗ trợ trẻ em bị xâm hại, Đội công tác xã hội
    Phối hợp: Công an thành phố; Phòng Tư pháp

Chưa nêu cơ quan chủ trì (1)
  mục IV.1.b  Báo cáo kết quả trước ngày 10/12 hằng năm

Thời hạn (1)
  trước ngày 10/12 hằng năm (năm suy ra từ kế hoạch): "trước ngày 10/12 hằng năm" (mục IV.1.b)

Chỉ tiêu (1)
  xã: 84,3 - 90 %, 2025 (mục IV.1.a)

Cần xem lại (1)
  number-blank  the number is blank

Chữ ký điện tử, chưa kiểm tra chứng thư (2)
  Trần Thị Bình, Thành phố Suối Mơ, ttb@suoimo.example.vn, 15:04:05 ngày 22/8/2024 (+07:00)
    hợp lệ với phần đã ký; tệp còn được bổ sung sau đó
  (không rõ người ký)
    KHÔNG hợp lệ, nội dung khác với lúc ký

Dấu ký in trên trang (1)
  tr. 1  SAO Y, Trung tâm Lưu trữ, Thành phố Suối Mơ, ttlt@suoimo.example.vn, 23.08.2024 09:30:22
    +07:00
)");
}

TEST(PlanText, ShowsAPlanWithNothingInIt) {
  const std::string text = plan_text(Plan(), {80, false});
  EXPECT_NE(text.find("(chưa có số)"), std::string::npos) << text;
}

TEST(PlanText, FitsANarrowTerminal) {
  EXPECT_LE(widest_line(plan_text(sample_plan(), {60, false})), 60U);
  EXPECT_LE(widest_line(plan_text(sample_plan(), {60, true})), 60U);
}

SearchResult sample_hits() {
  SearchResult result;
  SearchHit hit;
  hit.obligation.document = {
      7,          "KH",         "1515/KH-UBND", "Tiêu đề", "UBND tỉnh",
      "province", "2024-08-22", "plans/a.pdf",  "key"};
  hit.obligation.obligation = "o1";
  hit.obligation.path = "IV.1";
  hit.obligation.page = 3;
  hit.obligation.lead = {"Sở Y tế"};
  hit.obligation.support = {"Công an", "Sở Tư pháp"};
  hit.obligation.quote = "Hỗ trợ trẻ em";
  hit.snippet = {"Hỗ trợ trẻ em", {{11, 19}}};
  result.obligations = {hit};
  TitleHit title;
  title.document = hit.obligation.document;
  title.document.code = "";
  title.title = {"Tiêu đề", {}};
  result.titles = {title};
  return result;
}

TEST(HitsText, ShowsThePlaceOfEachHit) {
  EXPECT_EQ(hits_text(sample_hits(), {80, false}),
            R"(1.  1515/KH-UBND mục IV.1, tr. 3 - UBND tỉnh, 22/8/2024
    Hỗ trợ trẻ em
    Chủ trì: Sở Y tế
    Phối hợp: Công an; Sở Tư pháp
    plans/a.pdf

2.  Kế hoạch #7 - UBND tỉnh, 22/8/2024
    Tiêu đề
    plans/a.pdf

)");
  EXPECT_NE(hits_text(sample_hits(), {80, true})
                .find("\x1b[1;33mtrẻ\x1b[0m \x1b[1;33mem\x1b[0m"),
            std::string::npos);
}

TEST(HitJson, IsOneLine) {
  EXPECT_EQ(
      hit_json(sample_hits().obligations[0]),
      R"({"kind":"obligation","document":{"id":7,"type":"KH","code":"1515/KH-UBND","title":"Tiêu đề","issuer":"UBND tỉnh","level":"province","issued_on":"2024-08-22","source":"plans/a.pdf"},"obligation":"o1","path":"IV.1","page":3,"lead":["Sở Y tế"],"support":["Công an","Sở Tư pháp"],"quote":"Hỗ trợ trẻ em","snippet":"Hỗ trợ trẻ em","as_typed":false,"score":0.0})");
}

TEST(SourceText, SaysStatusPathAndReason) {
  const Source failed{"a\nb.pdf", SourceStatus::failed, "is cut", "", 0};
  EXPECT_EQ(source_line(failed, {}), "failed       a?b.pdf: is cut\n");
  EXPECT_EQ(
      source_json(failed),
      R"({"path":"a\nb.pdf","status":"failed","reason":"is cut","sha256":null,"bytes":null})");
  const Source loaded{"a.txt", SourceStatus::loaded, "", "00ff", 12};
  EXPECT_EQ(source_line(loaded, {}), "loaded       a.txt\n");
}

TEST(ImportText, CountsTheStatuses) {
  StatusCounts counts;
  EXPECT_EQ(import_text(counts, "a.db", 0, {}),
            "0 paths into a.db: nothing was found to import (0.0 s)\n");
  counts[SourceStatus::unchanged] = 2;
  EXPECT_EQ(import_text(counts, "a.db", 0.04, {}),
            "2 paths, nothing to do: all are in a.db already (0.0 s)\n");
  counts[SourceStatus::failed] = 1;
  EXPECT_EQ(import_text(counts, "a.db", 1.25, {}),
            "3 paths into a.db: 2 unchanged, 1 failed (1.2 s)\n");
}

TEST(StatusText, ListsProblems) {
  ArchiveStatus status;
  status.documents = 3;
  status.plans = 2;
  status.paths[SourceStatus::loaded] = 3;
  status.paths[SourceStatus::failed] = 1;
  status.problems = {{"x.pdf", SourceStatus::failed, "is cut", "", 0}};
  status.last_reader = ReaderVersion{"0.1.0", std::string(64, 'a')};
  const std::string text = status_text(status, "a.db", {});
  EXPECT_NE(text.find("  documents    3, of 2 plans\n"), std::string::npos)
      << text;
  EXPECT_NE(text.find("3 loaded, 1 failed"), std::string::npos) << text;
  EXPECT_NE(text.find("did not finish"), std::string::npos) << text;
  EXPECT_NE(text.find("failed       x.pdf: is cut\n"), std::string::npos);
}

TEST(IndentJson, BreaksLines) {
  EXPECT_EQ(indent_json(R"({"a":[1]})"), "{\n  \"a\": [\n    1\n  ]\n}");
  EXPECT_EQ(indent_json("no json"), "no json");
}

}  // namespace
}  // namespace kehoach
