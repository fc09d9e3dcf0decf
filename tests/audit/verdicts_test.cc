// What becomes of one obligation in a child.
#include "audit/plans.h"

namespace kehoach {
namespace {

struct VerdictCase {
  const char* name;
  const char* parent;
  std::vector<std::string> child;
  Coverage status;
  std::string links;  // ids, the best first
};

const VerdictCase kVerdicts[] = {
    {"the same words",
     "Nạo vét kênh nội đồng.",
     {"Nạo vét kênh nội đồng."},
     Coverage::covered,
     "o1"},
    {"the same, mistyped",
     "Bổ trí xuồng vớt rác.",
     {"Bố trí xuồng vớt rác."},
     Coverage::covered,
     "o1"},
    {"another word for the action",
     "Tuyên truyền phòng đuối nước.",
     {"Truyền thông về phòng đuối nước."},
     Coverage::covered,
     "o1"},
    {"more detail, another order",
     "Thu gom vỏ chai thuốc trừ sâu.",
     {"Tại các cánh đồng, vỏ chai thuốc trừ sâu được tổ thu gom."},
     Coverage::covered,
     "o1"},
    {"names of levels differ",
     "Sở Y tế kiểm tra bếp ăn trên địa bàn tỉnh.",
     {"Phòng Y tế kiểm tra bếp ăn trên địa bàn huyện."},
     Coverage::covered,
     "o1"},
    {"the right one among others",
     "Nạo vét kênh nội đồng.",
     {"Trồng cây ven lộ.", "Nạo vét kênh nội đồng và kênh trục.",
      "Tu sửa cầu khỉ."},
     Coverage::covered,
     "o2"},
    {"two together, the greater part first",
     "Nạo vét kênh nội đồng; tu sửa cầu khỉ.",
     {"Tu sửa cầu khỉ.", "Nạo vét kênh nội đồng."},
     Coverage::covered,
     "o2 o1"},
    {"what answers most of it before a general line",
     "Triển khai thực hiện Kế hoạch; nạo vét kênh nội đồng và kênh trục.",
     {"Triển khai thực hiện Kế hoạch.",
      "Nạo vét kênh nội đồng, kênh trục theo Kế hoạch."},
     Coverage::covered,
     "o2 o1"},
    {"what says just this before what says much else",
     "Nạo vét kênh nội đồng.",
     {"Trồng dừa nước, gắn đèn cảng cá, tu sửa cầu khỉ, nạo vét kênh nội đồng.",
      "Nạo vét các kênh nội đồng."},
     Coverage::covered,
     "o2 o1"},
    {"one of two",
     "Nạo vét kênh nội đồng; tu sửa cầu khỉ.",
     {"Nạo vét kênh nội đồng."},
     Coverage::partial,
     "o1"},
    {"two of four",
     "Nạo vét kênh nội đồng; tu sửa cầu khỉ; trồng dừa nước; gắn đèn cảng cá.",
     {"Nạo vét kênh nội đồng.", "Trồng dừa nước."},
     Coverage::partial,
     "o1 o2"},
    {"nothing of it",
     "Nạo vét kênh nội đồng.",
     {"Tổ chức hội thi nấu ăn."},
     Coverage::missing,
     ""},
    {"the same verb, another object",
     "Kiểm tra bến phà Cây Dương.",
     {"Kiểm tra vở sạch chữ đẹp."},
     Coverage::missing,
     ""},
    {"an example is touched, no more",
     "Tổ chức lễ hội đua ghe, thả diều, đấu vật, hội bơi, chọi gà, kéo co.",
     {"Sửa sân chọi gà."},
     Coverage::missing,
     ""},
    {"to whom it is sent is no work",
     "Gửi danh mục về Sở Văn hóa, Thể thao và Du lịch.",
     {"Sửa mái nhà cho Phòng Văn hóa, Thể thao và Du lịch."},
     Coverage::missing,
     ""},
    {"what a body does is work, though a field is called so",
     "Phòng xây dựng lò gạch.",
     {"Phòng phá lò gạch."},
     Coverage::missing,
     "o1"},
    {"a word for a level is no body",
     "Chính quyền xây dựng cầu khỉ.",
     {"Chính quyền tháo cầu khỉ."},
     Coverage::missing,
     "o1"},
    {"no name goes past a full stop",
     "Nộp cho các phòng. Văn hóa, du lịch.",
     {"Nộp cho các ban. Bóng đá, đua ghe."},
     Coverage::missing,
     ""},
    {"a field of work without a body is work",
     "Gửi danh mục về văn hóa, thể thao và du lịch.",
     {"Lập danh mục về văn hóa, thể thao và du lịch."},
     Coverage::covered,
     "o1"},
    {"why it matters is no work",
     "Tuyên truyền ý nghĩa, tầm quan trọng của rừng tràm.",
     {"Truyền thông về rừng tràm."},
     Coverage::covered,
     "o1"},
    {"who is at the head is no work",
     "Chủ tịch Ủy ban nhân dân xã tu sửa cầu khỉ.",
     {"Chủ tịch Ủy ban nhân dân xã dựng rạp."},
     Coverage::missing,
     ""},
    {"another name for who steers",
     "Củng cố Ban Điều hành.",
     {"Kiện toàn Ban Chỉ đạo."},
     Coverage::covered,
     "o1"},
    {"a general line for a particular duty",
     "Nạo vét kênh nội đồng.",
     {"Triển khai thực hiện Kế hoạch."},
     Coverage::missing,
     ""},
    {"a general line for a general one",
     "Các sở, ban, ngành tổ chức thực hiện các nhiệm vụ của Kế hoạch này.",
     {"Nạo vét kênh nội đồng.", "Các phòng, ban triển khai Kế hoạch."},
     Coverage::covered,
     "o2"},
    {"an empty child", "Nạo vét kênh nội đồng.", {}, Coverage::missing, ""},
    {"nothing but common words",
     "Thực hiện tốt các việc khác.",
     {"Thực hiện tốt các việc khác."},
     Coverage::covered,
     "o1"},
};

TEST(Verdicts, OfOneObligation) {
  for (const VerdictCase& c : kVerdicts) {
    const Audit found =
        audit(plan_of({c.parent}), plan_of(c.child), shipped().audit());
    ASSERT_EQ(found.items.size(), 1U);
    const AuditItem& item = found.items[0];
    EXPECT_EQ(name_of(item.status), name_of(c.status)) << c.name;
    std::string links;
    for (const AuditLink& link : item.links)
      links += (links.empty() ? "" : " ") + link.child.id;
    EXPECT_EQ(links, c.links) << c.name;
    EXPECT_GE(item.score, 0) << c.name;
    EXPECT_LE(item.score, 1) << c.name;
  }
}

TEST(Verdicts, OwnAnswersToNothing) {
  const Audit found =
      audit(plan_of({"Nạo vét kênh nội đồng."}),
            plan_of({"Nạo vét kênh nội đồng.", "Tổ chức hội thi nấu ăn."}),
            shipped().audit());
  ASSERT_EQ(found.own.size(), 1U);
  EXPECT_EQ(found.own[0].id, "o2");
}

TEST(Verdicts, PlacesOfBothPlansAreTakenOut) {
  Plan parent = plan_of({"Làm sạch sông ở Cửu Hà."});
  parent.document.issuer = "Ủy ban nhân dân tỉnh Cửu Hà";
  Plan child = plan_of({"Làm sạch sông ở An Trạch."});
  child.document.issuer = "Ủy ban nhân dân huyện An Trạch";
  const Audit with = audit(parent, child, shipped().audit());
  EXPECT_EQ(with.items[0].links.at(0).score, 1);
  parent.document.issuer.reset();
  child.document.issuer.reset();
  const Audit without = audit(parent, child, shipped().audit());
  EXPECT_LT(without.items[0].score, with.items[0].score);
}

TEST(Verdicts, TheSameBranchComesFirst) {
  Plan parent = plan_of({"Chủ trì triển khai thực hiện Kế hoạch."});
  parent.obligations[0].lead = {"Sở Y tế"};
  Plan child = plan_of(
      {"Triển khai thực hiện Kế hoạch.", "Triển khai thực hiện Kế hoạch."});
  child.obligations[0].lead = {"Công an huyện"};
  child.obligations[1].lead = {"Phòng Y tế"};
  const Audit found = audit(parent, child, shipped().audit());
  EXPECT_EQ(found.items[0].links.at(0).child.id, "o2");
  EXPECT_NE(found.items[0].links.at(0).reason.find("cùng ngành"),
            std::string::npos);
}

// `headings` stand above the obligations of `plan`, one above each.
void put_below(Plan& plan, const std::vector<std::string>& headings) {
  std::string text;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Evidence& evidence = plan.obligations[i].evidence;
    for (const std::string& line : {headings[i], evidence.quote}) {
      Node& node = plan.outline.nodes.emplace_back();
      node.span.begin = static_cast<std::uint32_t>(text.size());
      text += line + "\n";
      node.span.end = static_cast<std::uint32_t>(text.size());
      node.body = node.span;
    }
    evidence.span = plan.outline.nodes.back().span;
    plan.outline.nodes.back().parent =
        static_cast<std::int32_t>(plan.outline.nodes.size() - 2);
  }
  plan.text = text;
}

TEST(Verdicts, LikeHeadingsComeFirst) {
  struct Case {
    std::vector<std::string> headings;
    std::string first;
  };
  const Case cases[] = {
      {{"Về nguồn lực", "Về truyền thông"}, "o2"},
      {{"Về truyền thông", "Về nguồn lực"}, "o1"},
      {{"Về nguồn lực", "Về nguồn lực"}, "o1"},
  };
  for (const Case& c : cases) {
    Plan parent = plan_of({"Nạo vét kênh nội đồng."});
    put_below(parent, {"Công tác truyền thông"});
    Plan child =
        plan_of({"Nạo vét kênh nội đồng sâu.", "Nạo vét kênh nội đồng sâu."});
    put_below(child, c.headings);
    const Audit found = audit(parent, child, shipped().audit());
    EXPECT_EQ(found.items[0].links.at(0).child.id, c.first) << c.headings[0];
  }
}

TEST(Explained, SaysWhatIsSharedAndWhatIsLacking) {
  const Auditor auditor(plan_of({"Nạo vét kênh nội đồng; trồng dừa nước."}),
                        shipped().audit());
  const Plan child = plan_of({"Nạo vét kênh trục."});
  const ExplainedAudit found = auditor.explain(child);
  EXPECT_EQ(found.audit, auditor.audit(child));
  ASSERT_EQ(found.traces.size(), 1U);
  ASSERT_EQ(found.traces[0].size(), 2U);
  const ActionTrace& dredge = found.traces[0][0];
  EXPECT_EQ(dredge.action, "Nạo vét kênh nội đồng");
  EXPECT_EQ(dredge.answer_quote, "Nạo vét kênh trục");
  EXPECT_EQ(dredge.shared, std::vector<std::string>{"Nạo vét kênh"});
  EXPECT_EQ(dredge.lacking, std::vector<std::string>{"nội đồng"});
  EXPECT_FALSE(found.traces[0][1].found);
  EXPECT_EQ(found.traces[0][1].answer, "");
}

// The evidence for a link says which words stand in both, and which the child
// only means.
TEST(Explained, WordsThatAreOnlyMeantAreNotSaidToBeShared) {
  const Plan parent = plan_of({"Tổng kết Kế hoạch thoát lũ vào năm 2030."});
  const Plan child = plan_of({"Sơ kết Kế hoạch thoát lũ vào năm 2027."});
  const Auditor auditor(parent, shipped().audit());
  const ExplainedAudit found = auditor.explain(child);
  ASSERT_FALSE(found.traces[0].empty());
  for (const std::string& said : found.traces[0][0].shared)
    EXPECT_EQ(said.find("Tổng"), std::string::npos) << said;
  ASSERT_FALSE(found.audit.items[0].links.empty());
  const std::string& reason = found.audit.items[0].links[0].reason;
  EXPECT_EQ(reason.find("cùng nói: Tổng"), std::string::npos) << reason;
}

TEST(ShippedAuditRules, AllExamplesHold) {
  EXPECT_GT(count_examples(shipped().audit()), 60U);
  for (const AuditRuleFailure& f : check_audit_rules(shipped().audit()))
    ADD_FAILURE() << "rules/audit.toml:" << f.line << ": " << f.rule << ' '
                  << f.message;
}

TEST(CheckAuditRules, ReportsEveryKindOfFailure) {
  AuditRules rules = shipped().audit();
  for (AuditGroup& group : rules.groups)
    group.examples.clear(), group.counterexamples.clear();
  rules.groups[0].examples = {{"Nạo vét kênh.", "Nấu ăn.", 1}};
  rules.groups[0].counterexamples = {{"Nấu ăn.", "Nấu ăn.", 2}};
  rules.branches.resize(1);
  rules.branches[0].examples = {"Kho thóc"};
  rules.branches[0].counterexamples = {};
  rules.branches[0].line = 3;
  rules.actions = {{"Nấu ăn.", {"Ăn"}, 4}};
  rules.bodies = {{"Nấu ăn.", {"Sở Y tế"}, 5}};
  rules.verdicts = {{"Nấu ăn.", {"Nấu ăn."}, "missing", {}, 6}};
  std::vector<int> lines;
  for (const AuditRuleFailure& f : check_audit_rules(rules))
    lines.push_back(f.line);
  EXPECT_EQ(lines, (std::vector<int>{1, 2, 3, 4, 5, 6, 6}));
}

}  // namespace
}  // namespace kehoach
