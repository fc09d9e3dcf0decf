// Who leads and who helps where lines, lists and captions say it together.
#include "extract/sheet.h"

namespace kehoach {
namespace {

// `leads < helpers` of each obligation, a line each, behind its words.
std::string shared(const std::string& body) {
  std::string out;
  for (const Obligation& o : plan_of(body).obligations)
    out +=
        o.evidence.quote + ": " + join(o.lead) + " < " + join(o.support) + "\n";
  return out;
}

struct SharedCase {
  const char* name;
  const char* body;
  const char* read;
};

const SharedCase kShared[] = {
    {"OneLineForBoth",
     "I. NHIỆM VỤ\n\n1. Rà soát bến đò.\n\n- Cơ quan thực hiện: Sở Y tế chủ "
     "trì, phối hợp với Công an tỉnh; các sở, ngành thực hiện.\n\n2. Sửa "
     "kè.\n\n- Cơ quan thực hiện: Sở Xây dựng.",
     "Rà soát bến đò.: Sở Y tế < Công an tỉnh | các sở, ngành\nSửa kè.: Sở "
     "Xây dựng < \n"},
    {"ALineThatOrdersMore",
     "I. NHIỆM VỤ\n\n1. Rà soát bến đò.\n\n- Cơ quan thực hiện: Sở Y tế hướng "
     "dẫn các xã lập sổ theo dõi từng bến đò, báo cáo Ủy ban nhân dân tỉnh "
     "hằng tháng.",
     "Rà soát bến đò.: Sở Y tế < \nCơ quan thực hiện: Sở Y tế hướng dẫn các "
     "xã lập sổ theo dõi từng bến đò, báo cáo Ủy ban nhân dân tỉnh hằng "
     "tháng.: Sở Y tế < \n"},
    {"NamesBehindNames",
     "I. NHIỆM VỤ\n\n1. Sở Y tế phối hợp với Phòng Quản lý bến, Đài tiếng nói "
     "Việt Nam rà soát bến đò.\n\n2. Sở Y tế phối hợp với Hội Đò, tỉnh Cửu Hà "
     "và Hiệp hội bến tỉnh rà soát kè.",
     "Sở Y tế phối hợp với Phòng Quản lý bến, Đài tiếng nói Việt Nam rà soát "
     "bến đò.: Sở Y tế < Phòng Quản lý bến | Đài tiếng nói Việt Nam\nSở Y tế "
     "phối hợp với Hội Đò, tỉnh Cửu Hà và Hiệp hội bến tỉnh rà soát kè.: Sở Y "
     "tế "
     "< Hội Đò, tỉnh Cửu Hà | Hiệp hội bến tỉnh\n"},
    {"CommonNounsBehindNames",
     "I. NHIỆM VỤ\n\n1. Sở Y tế phối hợp với Phòng Văn hóa, Đoàn thể rà soát "
     "bến đò.",
     "Sở Y tế phối hợp với Phòng Văn hóa, Đoàn thể rà soát bến đò.: Sở Y tế < "
     "Phòng Văn hóa, Đoàn thể\n"},
    {"ThoseWhoBuild",
     "I. NHIỆM VỤ\n\n1. Chủ đầu tư và các nhà thầu thi công các bến đò chịu "
     "trách nhiệm giữ luồng.",
     "Chủ đầu tư và các nhà thầu thi công các bến đò chịu trách nhiệm giữ "
     "luồng.: Chủ đầu tư | các nhà thầu thi công các bến đò < \n"},
    {"AListBeforeALeadIn",
     "I. NHIỆM VỤ\n\n1. Các sở, ngành cấp tỉnh; UBND các huyện căn cứ chức "
     "năng của mình có trách nhiệm:\n\n- Rà soát bến đò.",
     "Rà soát bến đò.: Các sở, ngành cấp tỉnh | UBND các huyện < \n"},
    {"ClausesBeforeALeadIn",
     "I. NHIỆM VỤ\n\n1. Sở Y tế theo dõi; UBND các huyện có trách nhiệm:\n\n- "
     "Rà soát bến đò.",
     "Rà soát bến đò.: UBND các huyện < \n"},
    {"WhoIssuesThePlan",
     "Thực hiện Kế hoạch của Bộ Y tế, Sở Y tế xây dựng Kế hoạch sửa bến đò cụ "
     "thể như sau:\n\n1. Nội dung\n\n1.1. Rà soát bến đò.\n\n1.2. Sửa kè.",
     "Rà soát bến đò.:  < \nSửa kè.:  < \n"},
    {"WhatIsSingledOut",
     "I. NHIỆM VỤ\n\n1. Sở Tài chính:\n\nPhối hợp với Sở Y tế huy động nguồn "
     "lực (đặc biệt là nguồn lực của dân) sửa bến.\n\n2. Sở Nội vụ:\n\nNguồn "
     "lực là vốn của dân.",
     "Phối hợp với Sở Y tế huy động nguồn lực (đặc biệt là nguồn lực của dân) "
     "sửa bến.: Sở Tài chính < Sở Y tế\n"},
    {"ACaption",
     "I. NHIỆM VỤ\n\n1. Sở Y tế rà soát bến.\n\n2. Sửa kè.\n\nCÁC NHIỆM VỤ CHỦ "
     "YẾU CỦA TỈNH(Kèm theo Kế hoạch số 5/KH-UBND ngày 3 tháng 4 năm "
     "2024)\n\nSở Nội vụ rà soát sổ (kèm theo danh mục) của các xã.",
     "Sở Y tế rà soát bến.: Sở Y tế < \nSửa kè.:  < \nSở Nội vụ rà soát sổ "
     "(kèm "
     "theo danh mục) của các xã.: Sở Nội vụ < \n"},
};

class SharedWork : public testing::TestWithParam<SharedCase> {};

TEST_P(SharedWork, IsReadAsSaid) {
  EXPECT_EQ(shared(GetParam().body), GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(Roles, SharedWork, testing::ValuesIn(kShared),
                         [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace kehoach
