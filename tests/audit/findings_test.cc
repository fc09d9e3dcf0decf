// What is wrong though an obligation is carried out, and what only looks so.
#include "audit/due.h"
#include "audit/plans.h"
#include "audit/targets.h"

namespace kehoach {
namespace {

// Adds a deadline that `quote`, a part of obligation `index`, states.
void add_deadline(Plan& plan, std::size_t index, const std::string& quote,
                  const std::string& kind, const std::string& value) {
  const Obligation& o = plan.obligations[index];
  const std::size_t at = o.evidence.quote.find(quote);
  ASSERT_NE(at, std::string::npos) << quote;
  Deadline d;
  d.kind = kind;
  d.value = value;
  d.obligation = o.id;
  d.evidence.quote = quote;
  d.evidence.span.begin =
      o.evidence.span.begin + static_cast<std::uint32_t>(at);
  d.evidence.span.end =
      d.evidence.span.begin + static_cast<std::uint32_t>(quote.size());
  plan.deadlines.push_back(std::move(d));
}

std::string kinds_of(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& f : findings)
    out += (out.empty() ? "" : " ") + std::string(name_of(f.kind));
  return out;
}

struct LaterCase {
  const char* name;
  const char* kind;
  const char* parent;
  const char* child;
  bool later;
};

const LaterCase kLater[] = {
    {"a later day", "date", "2024-08-15", "2024-08-30", true},
    {"the same day", "date", "2024-08-15", "2024-08-15", false},
    {"an earlier day", "date", "2024-08-15", "2024-08-01", false},
    {"another year", "date", "2024-12-31", "2025-01-01", true},
    {"a month that holds the day", "date", "2024-08-15", "2024-08", false},
    {"a month behind", "date", "2024-08-15", "2024-09", true},
    {"a quarter behind", "date", "2024-Q2", "2024-Q3", true},
    {"a year that holds the quarter", "date", "2024-Q2", "2024", false},
    {"every year, later", "recurring", "--11-10", "--11-25", true},
    {"every year, earlier", "recurring", "--11-10", "--10-25", false},
    {"rhythms without a day", "recurring", "monthly", "quarterly", false},
    {"a time that is none", "date", "2024-13", "2024-14", false},
};

TEST(Findings, LaterDeadline) {
  for (const LaterCase& c : kLater) {
    Plan parent = plan_of({"Báo cáo khối lượng rác đã vớt theo HẠN."});
    Plan child = plan_of({"Báo cáo khối lượng rác đã vớt theo HẠN."});
    add_deadline(parent, 0, "HẠN", c.kind, c.parent);
    add_deadline(child, 0, "HẠN", c.kind, c.child);
    const Audit found = audit(parent, child, shipped().audit());
    EXPECT_EQ(kinds_of(found.items[0].findings),
              c.later ? "later-deadline" : "")
        << c.name;
  }
}

TEST(Findings, OneAnswerInTimeIsEnough) {
  Plan parent = plan_of({"Báo cáo khối lượng rác đã vớt trước HẠN."});
  Plan child = plan_of({"Báo cáo khối lượng rác đã vớt trước HẠN.",
                        "Báo cáo khối lượng rác đã vớt trước HẠN."});
  add_deadline(parent, 0, "HẠN", "date", "2025-06-30");
  add_deadline(child, 0, "HẠN", "date", "2025-07-30");
  add_deadline(child, 1, "HẠN", "date", "2025-05-30");
  EXPECT_EQ(kinds_of(audit(parent, child, shipped().audit()).items[0].findings),
            "");
}

// The date of another action of the same obligation says nothing.
TEST(Findings, DatesOfOtherActionsAreNotCompared) {
  Plan parent = plan_of({"Nạo vét kênh nội đồng trước HẠN."});
  Plan child =
      plan_of({"Nạo vét kênh nội đồng; tổ chức hội thi nấu ăn trước HẠN."});
  add_deadline(parent, 0, "HẠN", "date", "2025-06-30");
  add_deadline(child, 0, "HẠN", "date", "2025-07-30");
  EXPECT_EQ(kinds_of(audit(parent, child, shipped().audit()).items[0].findings),
            "");
}

Target target(const std::string& comparator, double value,
              const std::string& unit, std::optional<std::string> due) {
  Target t;
  t.evidence.quote = "100 hộ";
  t.indicator = "hộ ven sông phân loại rác";
  t.comparator = comparator;
  t.value = value;
  t.unit = unit;
  t.due = std::move(due);
  t.obligation = "o1";
  t.evidence.span = {0, 5};
  return t;
}

struct WeakerCase {
  const char* name;
  Target parent;
  std::optional<Target> child;
  std::string kinds;
};

const WeakerCase kWeaker[] = {
    {"less", target(">=", 80, "%", {}), target(">=", 60, "%", {}),
     "weaker-target"},
    {"as much", target(">=", 80, "%", {}), target(">=", 80, "%", {}), ""},
    {"more", target(">=", 80, "%", {}), target(">=", 90, "%", {}), ""},
    {"a ceiling raised", target("<=", 5, "%", {}), target("<=", 8, "%", {}),
     "weaker-target"},
    {"a ceiling lowered", target("<=", 5, "%", {}), target("<=", 3, "%", {}),
     ""},
    {"a later year", target(">=", 80, "%", "2025"),
     target(">=", 80, "%", "2027"), "weaker-target"},
    {"a first step", target(">=", 80, "%", "2030"),
     target(">=", 60, "%", "2027"), ""},
    {"a part of the number", target("=", 45, "bến", {}),
     target("=", 3, "bến", {}), ""},
    {"gone", target("=", 45, "bến", {}), {}, "dropped-target"},
};

TEST(Findings, Targets) {
  for (const WeakerCase& c : kWeaker) {
    Plan parent = plan_of({"Vận động hộ ven sông phân loại rác."});
    Plan child = plan_of({"Vận động hộ ven sông phân loại rác."});
    parent.targets.push_back(c.parent);
    if (c.child) child.targets.push_back(*c.child);
    const Audit found = audit(parent, child, shipped().audit());
    EXPECT_EQ(kinds_of(found.items[0].findings), c.kinds) << c.name;
  }
}

struct NumberCase {
  const char* text;
  double value;
  const char* unit;
  bool stands;
};

const NumberCase kNumbers[] = {
    // However it is written.
    {"vận động 1500 hộ", 1500, "hộ", true},
    {"vận động 1.500 hộ", 1500, "hộ", true},
    {"vận động 1,500 hộ", 1500, "hộ", true},
    {"trồng 1.250.000 cây.", 1250000, "cây", true},
    {"đạt 84,3%", 84.3, "%", true},
    {"đạt 84.3 %", 84.3, "%", true},
    {"đạt 84,30%", 84.3, "%", true},
    {"đạt 80-85%", 80, "%", true},
    {"đạt 80 - 85 %", 85, "%", true},
    {"1.500,5 tấn", 1500.5, "tấn", true},
    {"45 bến, 3 chợ", 3, "chợ", true},
    {"45 bến", 45, "bến", true},
    {"có 05 lớp.", 5, "lớp", true},

    // Another number.
    {"145 bến", 45, "bến", false},
    {"45 bến", 145, "bến", false},
    {"1.500 hộ", 500, "hộ", false},
    {"1.500 hộ", 15, "hộ", false},
    {"84,3%", 843, "%", false},
    {"84,3%", 84, "%", false},
    {"45bến", 45, "bến", false},
    {"80 hộ", 80, "%", false},
    {"tháng 80", 80, "%", false},
    {"", 0, "hộ", false},
};

TEST(Targets, KnowTheirNumber) {
  for (const NumberCase& c : kNumbers) {
    Target t;
    t.value = c.value;
    t.unit = c.unit;
    EXPECT_EQ(states_number(c.text, t), c.stands) << c.text << " " << c.value;
  }
}

// The child writes the same number in another way.
TEST(Findings, ANumberWithDotsIsNotDropped) {
  Plan parent = plan_of({"Vận động 1500 hộ ven sông phân loại rác."});
  parent.targets.push_back(target("=", 1500, "hộ", {}));
  for (const auto& [quote, kinds] :
       {std::pair("Vận động 1.500 hộ ven sông phân loại rác.", ""),
        std::pair("Vận động hộ ven sông phân loại rác.", "dropped-target")}) {
    const Plan child = plan_of({quote});
    const Audit found = audit(parent, child, shipped().audit());
    EXPECT_EQ(kinds_of(found.items[0].findings), kinds) << quote;
  }
}

struct LeadCase {
  const char* name;
  std::vector<std::string> parent, child;
  std::string kinds;
};

const LeadCase kLeads[] = {
    {"the same branch", {"Sở Y tế"}, {"Phòng Y tế"}, ""},
    {"another branch", {"Sở Y tế"}, {"Công an huyện"}, "other-branch"},
    {"a body of no known branch", {"Sở Y tế"}, {"Ban Quản lý chợ"}, ""},
    {"nobody", {"Sở Y tế"}, {}, "no-lead"},
    {"nobody in the parent either", {}, {}, ""},
    {"a general addressee", {"Ủy ban nhân dân các huyện"}, {"Phòng Y tế"}, ""},
};

TEST(Findings, Leads) {
  for (const LeadCase& c : kLeads) {
    Plan parent = plan_of({"Kiểm tra bếp ăn của công nhân."});
    Plan child = plan_of({"Kiểm tra bếp ăn của công nhân."});
    parent.obligations[0].lead = c.parent;
    child.obligations[0].lead = c.child;
    const Audit found = audit(parent, child, shipped().audit());
    EXPECT_EQ(kinds_of(found.items[0].findings), c.kinds) << c.name;
  }
}

Reference reference(const std::string& code, const std::string& relation) {
  Reference r;
  r.code = code;
  r.relation = relation;
  r.evidence.quote = "Kế hoạch số " + code;
  return r;
}

TEST(Findings, OutdatedParent) {
  Plan parent = plan_of({"Nạo vét kênh."});
  parent.document.code = "20/KH-UBND";
  parent.references = {reference("9/KH-UBND", "replaces")};
  Plan child = plan_of({"Nạo vét kênh."});
  child.references = {reference("9/KH-UBND", "implements")};
  const Audit old = audit(parent, child, shipped().audit());
  ASSERT_EQ(kinds_of(old.findings), "outdated-parent");
  EXPECT_EQ(old.findings[0].child_quote, "Kế hoạch số 9/KH-UBND");
  child.references.push_back(reference("20/KH-UBND", "implements"));
  EXPECT_EQ(kinds_of(audit(parent, child, shipped().audit()).findings), "");
  child.references = {reference("8/KH-UBND", "implements")};
  EXPECT_EQ(kinds_of(audit(parent, child, shipped().audit()).findings), "");
}

TEST(DueDays, AreRead) {
  EXPECT_EQ(due_days("2024-08-15"), (DueDays{20240815, 20240815, false}));
  EXPECT_EQ(due_days("2024-Q3"), (DueDays{20240701, 20240931, false}));
  EXPECT_EQ(due_days("2024/2026"), (DueDays{20260101, 20261231, false}));
  EXPECT_EQ(due_days("--11-10"), (DueDays{1110, 1110, true}));
  EXPECT_EQ(due_days("--11"), (DueDays{1101, 1131, true}));
  for (const char* none : {"", "P7D", "yearly", "2024/..", "---25", "--",
                           "2024-", "2024-1", "2024-08-", "2024-08-99", "24"})
    EXPECT_FALSE(due_days(none).has_value()) << none;
}

}  // namespace
}  // namespace kehoach
