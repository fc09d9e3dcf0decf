// Where one action of an obligation ends and the next begins.
#include "audit/plans.h"

namespace kehoach {
namespace {

struct ActionsCase {
  const char* name;
  const char* text;
  std::vector<std::string> actions;
};

const ActionsCase kCases[] = {
    // A semicolon and a full stop part.
    {"semicolon",
     "Củng cố tổ thu gom rác; đặt thùng rác ở bến đò.",
     {"Củng cố tổ thu gom rác", "đặt thùng rác ở bến đò"}},
    {"sentences",
     "Nạo vét kênh nội đồng. Trồng cây ven bờ sông.",
     {"Nạo vét kênh nội đồng", "Trồng cây ven bờ sông"}},
    // Verbs before their common object are one action.
    {"verbs in a row",
     "Rà soát, cập nhật dữ liệu hộ nghèo.",
     {"Rà soát, cập nhật dữ liệu hộ nghèo"}},
    {"objects in a row",
     "Kiểm tra bến đò, chợ nổi, làng bè và bãi rác.",
     {"Kiểm tra bến đò, chợ nổi, làng bè và bãi rác"}},
    // A comma or `và` before another verb with its own object parts.
    {"comma and a verb",
     "Lắp đặt biển báo ở cầu cảng, tổ chức hội thi vẽ tranh cho học sinh.",
     {"Lắp đặt biển báo ở cầu cảng", "tổ chức hội thi vẽ tranh cho học sinh"}},
    {"và and a verb",
     "Mua xuồng vớt rác cho tổ và kiểm tra bến phà Cây Dương.",
     {"Mua xuồng vớt rác cho tổ và", "kiểm tra bến phà Cây Dương"}},
    // A body whose name is a verb elsewhere.
    {"bodies in a row",
     "Vận động chủ ghe, chủ bè, tổ chức, cá nhân vớt lục bình.",
     {"Vận động chủ ghe, chủ bè, tổ chức, cá nhân vớt lục bình"}},
    {"bodies and what they belong to",
     "Treo biển ở trường, trạm và tổ chức cơ sở đảng.",
     {"Treo biển ở trường, trạm và tổ chức cơ sở đảng"}},
    // A list of examples belongs to its verb.
    {"verbs in a list",
     "Dạy nghề cho ngư dân như: đan lưới, hướng dẫn chằng buộc lồng bè.",
     {"Dạy nghề cho ngư dân như: đan lưới, hướng dẫn chằng buộc lồng bè"}},
    {"behind a list",
     "Dạy nghề cho ngư dân như: đan lưới; hướng dẫn chằng buộc lồng bè.",
     {"Dạy nghề cho ngư dân như: đan lưới", "hướng dẫn chằng buộc lồng bè"}},
    {"colon of a list",
     "Tổ chức các lễ hội như: đua ghe, thả diều, hội bơi.",
     {"Tổ chức các lễ hội như: đua ghe, thả diều, hội bơi"}},
    {"colon of a heading",
     "Dự án nước sạch nông thôn: khoan giếng tầng sâu.",
     {"Dự án nước sạch nông thôn", "khoan giếng tầng sâu"}},
    // A time is no action.
    {"time behind a semicolon",
     "Lắp đặt máy bơm chống úng; hoàn thành trong quý III.",
     {"Lắp đặt máy bơm chống úng; hoàn thành trong quý III"}},
    // Numbers and codes keep their points.
    {"points inside numbers",
     "Trồng 1.250 cây tràm theo Quyết định 7/QĐ-UBND.",
     {"Trồng 1.250 cây tràm theo Quyết định 7/QĐ-UBND"}},
    {"one word", "Họp", {"Họp"}},
    {"no word", "...", {}},
    {"nothing", "", {}},
};

TEST(Actions, AreSplit) {
  for (const ActionsCase& c : kCases)
    EXPECT_EQ(actions_of(c.text, shipped().audit()), c.actions) << c.name;
}

}  // namespace
}  // namespace kehoach
