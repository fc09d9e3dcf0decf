// The views of schema/0003_views.sql, and full-text search in plain SQL.
#include <gtest/gtest.h>

#include "store/sample_plan.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

class ViewsTest : public testing::Test {
 protected:
  void save(const std::vector<Plan>& plans) {
    std::vector<std::pair<std::string, Plan>> named;
    named.reserve(plans.size());
    for (const Plan& plan : plans)
      named.emplace_back(*plan.document.code, plan);
    save_as(named);
  }
  void save_as(const std::vector<std::pair<std::string, Plan>>& plans) {
    auto store = open_store(path, Access::write);
    ASSERT_TRUE(store) << store.error().message;
    ASSERT_TRUE((*store)->begin_run({"1", "r"}, 1));
    for (const auto& [name, plan] : plans) {
      ASSERT_TRUE((*store)->save_plan(
          {name, SourceStatus::loaded, "", sha256_hex(name), 1}, plan));
    }
    ASSERT_TRUE((*store)->finish_run({}, false));
  }
  // The first column of every row, one a line.
  static std::string rows_of(const std::string& database,
                             const std::string& sql) {
    Connection db(database, SQLITE_OPEN_READWRITE);
    Statement query(db, sql);
    std::string all;
    while (query.step()) all += query.text(0) + "\n";
    EXPECT_TRUE(db.ok()) << db.take_error().message;
    return all;
  }
  std::string rows(const std::string& sql) { return rows_of(path, sql); }
  // A day near today, as `views` see it.
  static std::string day(const std::string& shift, const std::string& format) {
    std::string line =
        rows_of(":memory:", "SELECT strftime('" + format +
                                "', 'now', 'localtime', '" + shift + "')");
    line.pop_back();
    return line;
  }

  TempDir dir;
  std::string path = dir / "plans.db";
};

TEST_F(ViewsTest, ListObligationsByAgencyAndWithoutLead) {
  save({sample_plan()});
  EXPECT_EQ(rows("SELECT agency || ' ' || role || ' ' || path"
                 " FROM obligations_by_agency"),
            "Công an thành phố support IV.1.a\n"
            "Phòng Tư pháp support IV.1.a\n"
            "Phòng Y tế lead IV.1.a\n");
  EXPECT_EQ(rows("SELECT path FROM obligations_without_lead"), "IV.1.b\n");
}

// Before they are linked: a number alone tells nothing of the plan behind it.
TEST_F(ViewsTest, LeadFromAPlanToItsParents) {
  Plan child = plan_with("7/KH-UBND", {});
  child.references = {reference("1515/KH-UBND", "implements"),
                      reference("9-KH/TU", "implements"),
                      reference("33/KH-UBND", "cites")};
  save({sample_plan(), child});
  EXPECT_EQ(rows("SELECT parent_code || ' <- ' || code || ' ' ||"
                 " ifnull(parent_title, '?') FROM plans_by_parent"),
            "1515/KH-UBND <- 7/KH-UBND ?\n"
            "220/KH-UBND <- 1515/KH-UBND ?\n"
            "9-KH/TU <- 7/KH-UBND ?\n");
  EXPECT_EQ(rows("SELECT code || ' ' || relations FROM missing_references"),
            "121/2020/QH14 cites\n220/KH-UBND implements\n"
            "33/KH-UBND cites\n9-KH/TU implements\n");
}

// Links say which plan of several with one number is meant, and which is none.
TEST_F(ViewsTest, LeadThroughLinks) {
  Plan twin = sample_plan();
  twin.document.issuer = "Ủy ban nhân dân huyện Lũng Mây";
  Plan child = plan_with("7/KH-UBND", {});
  child.references = {reference("1515/KH-UBND", "implements"),
                      reference("1515/KH-UBND", "basis"),
                      reference("7/KH-UBND", "implements")};
  save_as({{"a", sample_plan()}, {"b", twin}, {"c", child}});
  auto store = open_store(path, Access::write);
  ASSERT_TRUE(store);
  LinkTable& links = (*store)->links();
  ASSERT_TRUE((*store)->begin_run({"1", "r"}, 1));
  CitationLink link;
  link.citation = {3, 1};
  link.number_key = "1515 ubnd";
  link.state = LinkState::resolved;
  link.target = 2;
  link.cited_as = "here";
  ASSERT_TRUE(links.save(link));
  link.citation = {3, 2};
  link.state = LinkState::not_in_archive;
  link.target = 0;
  link.cited_as = "elsewhere";
  ASSERT_TRUE(links.save(link));
  link.citation = {3, 3};
  link.state = LinkState::self;
  link.target = 3;
  ASSERT_TRUE(links.save(link));
  ASSERT_TRUE((*store)->finish_run({}, false));
  EXPECT_EQ(rows("SELECT parent_id || ' ' || state FROM plans_by_parent"
                 " WHERE document_id = 3"),
            "2 resolved\n");
  EXPECT_EQ(rows("SELECT code || ' ' || named_by FROM missing_references"
                 " WHERE relations = 'basis'"),
            "1515/KH-UBND 1\n");
}

TEST_F(ViewsTest, ShowTheVersionsOfAPlan) {
  save_as({{"a", sample_plan()},
           {"b", sample_plan("2/KH-UBND")},
           {"c", sample_plan("3/KH-UBND")}});
  auto store = open_store(path, Access::write);
  ASSERT_TRUE(store);
  LinkTable& links = (*store)->links();
  ASSERT_TRUE((*store)->begin_run({"1", "r"}, 1));
  const auto row = [&](DocumentId id, DocumentId plan, PlanVersion version) {
    DocumentIdentity identity;
    identity.document = id;
    identity.plan = plan;
    identity.version = version;
    ASSERT_TRUE(links.save(identity));
  };
  row(1, 2, PlanVersion::draft);
  row(2, 2, PlanVersion::main);
  row(3, 3, PlanVersion::main);
  ASSERT_TRUE((*store)->finish_run({}, false));
  EXPECT_EQ(rows("SELECT document_id || ' ' || version FROM plan_versions"),
            "2 main\n1 draft\n");
  EXPECT_EQ(rows("SELECT group_concat(id, ' ')"
                 " FROM (SELECT id FROM plans ORDER BY id)"),
            "2 3\n");
}

// A PDF and its text are two documents and one plan.
TEST_F(ViewsTest, ShowAPlanWithTwoSourcesOnce) {
  Plan blank = sample_plan();
  blank.document.code.reset();
  Plan other_year = sample_plan();
  other_year.document.issued_on = "2023-08-22";
  Plan unknown;
  save_as({{"a.pdf", sample_plan()},
           {"a.txt", sample_plan()},
           {"b.pdf", blank},
           {"b.txt", blank},
           {"c.txt", other_year},
           {"x", unknown},
           {"y", unknown}});
  EXPECT_EQ(rows("SELECT count(*) FROM documents"), "7\n");
  EXPECT_EQ(rows("SELECT group_concat(id, ' ')"
                 " FROM (SELECT id FROM plans ORDER BY id)"),
            "1 3 5 6 7\n");
  EXPECT_EQ(rows("SELECT count(*) FROM obligations_without_lead"), "3\n");
  EXPECT_EQ(rows("SELECT named_by FROM missing_references LIMIT 1"), "3\n");
}

// Each form of a date and a rhythm, and the day on which it falls due.
TEST_F(ViewsTest, GiveTheDayOfADeadline) {
  const std::string year = day("+0 days", "%Y");
  struct Case {
    const char* name;
    std::string kind, value;
    std::string due;  // empty: none
  };
  const std::vector<Case> cases = {
      {"day", "date", "2031-06-30", "2031-06-30"},
      {"month", "date", "2032-02", "2032-02-29"},
      {"quarter", "date", "2031-Q3", "2031-09-30"},
      {"last quarter", "date", "2031-Q4", "2031-12-31"},
      {"year", "date", "2031", "2031-12-31"},
      {"period of years", "period", "2021/2035", "2035-12-31"},
      {"period of days", "period", "2031-01-01/2031-06-30", "2031-06-30"},
      {"open period", "period", "2026/..", ""},
      {"today each year", "recurring", day("+0 days", "--%m-%d"),
       day("+0 days", "%Y-%m-%d")},
      {"yesterday each year", "recurring", day("-1 day", "--%m-%d"),
       day("-1 day", "%Y") == year
           ? std::to_string(std::stoi(year) + 1) + day("-1 day", "-%m-%d")
           : year + day("-1 day", "-%m-%d")},
      {"today each month", "recurring", day("+0 days", "---%d"),
       day("+0 days", "%Y-%m-%d")},
      {"this month each year", "recurring", day("+0 days", "--%m"),
       day("start of month', '+1 month', '-1 day", "%Y-%m-%d")},
      {"rhythm without a day", "recurring", "quarterly", ""},
      {"tied to an event", "relative", "P5D", ""},
  };
  Plan plan = plan_with("1/KH-UBND", {});
  for (const Case& c : cases)
    plan.deadlines.push_back(deadline(c.kind, c.value, c.name));
  save({plan});
  for (const Case& c : cases) {
    EXPECT_EQ(rows("SELECT due_on FROM deadline_days WHERE quote = '" +
                   std::string(c.name) + "'"),
              c.due.empty() ? "" : c.due + "\n")
        << c.name;
  }
}

TEST_F(ViewsTest, ListWhatFallsDueInThirtyDays) {
  Plan plan = sample_plan();
  plan.deadlines.clear();
  for (const char* shift : {"-1 day", "+0 days", "+30 days", "+31 days"})
    plan.deadlines.push_back(deadline("date", day(shift, "%Y-%m-%d"), shift));
  plan.deadlines[1].obligation = "o1";
  save({plan});
  EXPECT_EQ(rows("SELECT deadline || ' ' || ifnull(lead, '-') || ' ' ||"
                 " ifnull(path, '-') FROM deadlines_next_30_days"),
            "+0 days Phòng Y tế IV.1.a\n+30 days - -\n");
}

// What a user of sqlite3 or Datasette does, without this program.
TEST_F(ViewsTest, PlainSqlFindsWordsWithAccentsOrWithout) {
  save({sample_plan()});
  const auto match = [&](const std::string& words) {
    return rows(
        "SELECT snippet(obligations_fts, 0, '[', ']', '…', 6)"
        " FROM obligations_fts WHERE obligations_fts MATCH '" +
        words + "' ORDER BY rank");
  };
  EXPECT_EQ(match("\"trẻ em\""), "Hỗ trợ [trẻ em] bị xâm…\n");
  EXPECT_EQ(match("\"tre em\" AND doi"), "Hỗ trợ trẻ em bị xâm…\n");
  EXPECT_EQ(match("quote : doi"), "");
  EXPECT_EQ(rows("SELECT title FROM documents_fts"
                 " WHERE documents_fts MATCH 'bao ve'"),
            "Bảo vệ trẻ em năm 2024\n");
}

TEST_F(ViewsTest, ListFactsToReview) {
  Plan plan = sample_plan();
  plan.targets[0].evidence.certainty = Certainty::low;
  plan.references[0].evidence.certainty = Certainty::medium;
  // A second source of the same plan says nothing new.
  save_as({{"a.txt", plan}, {"b.txt", plan}});
  EXPECT_EQ(rows("SELECT kind || ' ' || code || ' ' || quote"
                 " FROM facts_to_review"),
            "obligation 1515/KH-UBND Báo cáo kết quả trước ngày 10/12 hằng "
            "năm\n"
            "target 1515/KH-UBND 84,3% đến 90% xã\n");
  EXPECT_EQ(rows("SELECT DISTINCT certainty FROM citations ORDER BY 1"),
            "high\nmedium\n");
}

}  // namespace
}  // namespace kehoach
