// Who leads and who supports: names, subjects, headings.

#include "extract/sheet.h"

namespace kehoach {
namespace {

struct RoleCase {
  std::string_view text;
  std::string_view lead;
  std::string_view support;
};

void expect_roles(const RoleCase* begin, const RoleCase* end) {
  for (const RoleCase* c = begin; c != end; ++c) {
    const Plan plan = task_of(std::string(c->text));
    ASSERT_EQ(plan.obligations.size(), 2U) << c->text;
    EXPECT_EQ(join(plan.obligations[0].lead), c->lead) << c->text;
    EXPECT_EQ(join(plan.obligations[0].support), c->support) << c->text;
  }
}

const RoleCase kNames[] = {
    // A common noun behind `và` is another body, too, if a name stands before.
    {"Phối hợp với UBND các xã và cơ quan có liên quan rà soát bến đò.", "",
     "UBND các xã | cơ quan có liên quan"},
    {"Phối hợp với các sở và cơ quan có liên quan rà soát bến đò.", "",
     "các sở và cơ quan có liên quan"},
    {"Phối hợp với Ủy ban nhân dân xã, cơ sở y tế rà soát bến đò.", "",
     "Ủy ban nhân dân xã | cơ sở y tế"},
    {"Phối hợp với các sở, nhà đầu tư thứ cấp rà soát bến đò.", "",
     "các sở, nhà đầu tư thứ cấp"},
    {"Phối hợp với các Sở, Ban, ngành liên quan rà soát bến đò.", "",
     "các Sở, Ban, ngành liên quan"},
    {"Phối hợp với các Sở, Công an tỉnh rà soát bến đò.", "",
     "các Sở | Công an tỉnh"},
    {"Phối hợp với Sở Y tế/Sở Nội vụ rà soát bến đò.", "",
     "Sở Y tế | Sở Nội vụ"},
    {"Phối hợp với Chi nhánh Nhà nước khu vực 5/6 rà soát bến đò.", "",
     "Chi nhánh Nhà nước khu vực 5/6"},
    {"Phối hợp với Bộ Chỉ huy tỉnh và sở, ngành có liên quan rà soát bến đò.",
     "", "Bộ Chỉ huy tỉnh | sở, ngành có liên quan"},
    {"Phối hợp với doanh nghiệp, nhà cung cấp dịch vụ rà soát bến đò.", "",
     "doanh nghiệp, nhà cung cấp dịch vụ"},
    {"Phối hợp với cơ quan điều tra rà soát bến đò.", "", "cơ quan điều tra"},
    {"Phối hợp với Phòng Nội vụ đón tiếp đại biểu.", "", "Phòng Nội vụ"},
    {"Phối hợp với các phòng liên quan dự trù kinh phí.", "",
     "các phòng liên quan"},
    // Groups are called after what they do, the Youth Union is not.
    {"Phối hợp với các Đoàn kiểm tra, giám sát của tỉnh rà soát bến đò.", "",
     "các Đoàn kiểm tra, giám sát của tỉnh"},
    {"Phối hợp với Tỉnh Đoàn kiểm tra áo phao.", "", "Tỉnh Đoàn"},
    {"Phối hợp với Sở Xây dựng kiểm tra, giám sát bến đò.", "", "Sở Xây dựng"},
    // Persons are called after their charge.
    {"Chuyên viên phụ trách tổng hợp tham mưu lịch trực.",
     "Chuyên viên phụ trách tổng hợp", ""},
    {"Sở Xây dựng phụ trách tổng hợp số liệu.", "Sở Xây dựng", ""},
    {"Các chuyên viên trong cơ quan chuẩn bị tài liệu.",
     "Các chuyên viên trong cơ quan", ""},
    {"Các sở trong tháng 9 chuẩn bị tài liệu.", "Các sở", ""},
    {"Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức có trách nhiệm nêu "
     "gương.",
     "Người đứng đầu cấp ủy, chính quyền, cơ quan, tổ chức", ""},
    {"Phối hợp với Trưởng ấp tổ chức Hội nghị cử tri.", "", "Trưởng ấp"},
    {"Phối hợp với các chủ dự án, tiểu dự án rà soát tiến độ.", "",
     "các chủ dự án, tiểu dự án"},
    // Places by name behind a colon belong to it.
    {"Phối hợp với UBND 03 xã: Tân Hội, Phú Lâm, An Bình rà soát bến đò.", "",
     "UBND 03 xã: Tân Hội, Phú Lâm, An Bình"},
    {"UBND các xã: Chủ động rà soát bến đò.", "UBND các xã", ""},
    // Common nouns stay common in capitals.
    {"Phối hợp với các Viện nghiên cứu, Trường Đại học có liên quan rà soát "
     "nguồn nước.",
     "", "các Viện nghiên cứu, Trường Đại học có liên quan"},
    {"Phối hợp với các viện, Trường Đại học Đồng Tháp rà soát nguồn nước.", "",
     "các viện | Trường Đại học Đồng Tháp"},
    {"Tổ kiểm phiếu công bố kết quả.", "Tổ kiểm phiếu", ""},
    {"Phối hợp thường xuyên, chặt chẽ với các đội rà soát bến đò.", "",
     "các đội"},
    {"Phối hợp với các lực lượng trong phòng ngừa đuối nước.", "",
     "các lực lượng"},
    // One person may hold two offices; what a person is in charge of belongs to
    // the name.
    {"Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch UBND xã chỉ đạo chung.",
     "Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch UBND xã", ""},
    {"Các đồng chí Phó Chủ tịch UBND xã, Trưởng Công an xã chỉ đạo chung.",
     "Các đồng chí Phó Chủ tịch UBND xã | Trưởng Công an xã", ""},
    {"Phối hợp với Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát và "
     "Phản biện rà soát bến đò.",
     "", "Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát và Phản biện"},
    {"Phối hợp với các Phó Chủ tịch phụ trách lĩnh vực Dân tộc và các Hội quần "
     "chúng rà soát bến đò.",
     "", "các Phó Chủ tịch phụ trách lĩnh vực Dân tộc và các Hội quần chúng"},
    {"Phối hợp với Sở Xây dựng và các Hội quần chúng rà soát bến đò.", "",
     "Sở Xây dựng | các Hội quần chúng"},
    // Offices by their fields behind a colon; one office and what it does.
    {"Phối hợp với các Sở: Tài chính, Xây dựng và UBND các xã rà soát bến đò.",
     "", "các Sở: Tài chính, Xây dựng | UBND các xã"},
    {"Văn phòng Sở: Tổng hợp báo cáo.", "Văn phòng Sở", ""},
    // What else a body is does not belong to its name; a second office does.
    {"Phối hợp với Sở Xây dựng - Cơ quan thường trực Ban Chỉ đạo rà soát.", "",
     "Sở Xây dựng"},
    {"Phối hợp với Đài Phát thanh - Truyền hình tỉnh rà soát.", "",
     "Đài Phát thanh - Truyền hình tỉnh"},
    // Common nouns in capitals, or represented, are one body; so is a name with
    // where its bodies are.
    {"Cơ quan, đơn vị chủ động rà soát.", "Cơ quan, đơn vị", ""},
    {"Công an, cơ quan chuyên môn rà soát.", "Công an | cơ quan chuyên môn",
     ""},
    {"Chánh Văn phòng Sở, Lãnh đạo các phòng thuộc Sở rà soát.",
     "Chánh Văn phòng Sở | Lãnh đạo các phòng thuộc Sở", ""},
    {"Chánh Văn phòng Sở và lãnh đạo, chuyên viên các phòng rà soát.",
     "Chánh Văn phòng Sở và lãnh đạo, chuyên viên các phòng", ""},
    {"Đại diện cơ quan, đơn vị phát biểu.", "Đại diện cơ quan, đơn vị", ""},
    {"Phối hợp với các cơ quan, đơn vị, tổ chức khoa học trong và ngoài nước "
     "để rà soát.",
     "", "các cơ quan, đơn vị, tổ chức khoa học trong và ngoài nước"},
    {"Phối hợp với các cơ quan, đơn vị tổ chức diễn tập trong mùa lũ.", "",
     "các cơ quan, đơn vị"},
    // Verbs end a name.
    {"Phối hợp với UBND xã triệu tập và chủ trì hội nghị.", "", "UBND xã"},
    {"Phối hợp với Sở Xây dựng xác minh đơn thư.", "", "Sở Xây dựng"},
    {"Công an tỉnh có trách nhiệm phối hợp với Sở Xây dựng rà soát.",
     "Công an tỉnh", "Sở Xây dựng"},
    {"Nâng cao trách nhiệm phối hợp với Sở Xây dựng.", "", ""},
    // What is counted here is no body.
    {"Các cơ sở dữ liệu gồm bến đò và phương tiện.", "", ""},
    {"Các cơ sở giáo dục rà soát bến đò.", "Các cơ sở giáo dục", ""},
};

TEST(Roles, Names) { expect_roles(std::begin(kNames), std::end(kNames)); }

const RoleCase kSubjects[] = {
    {"Cơ quan chủ trì, thành phần và số lượng cử tri.", "", ""},
    // Who does what is done, against which one it is.
    {"Thành phần Hội đồng do Sở Y tế quyết định.", "Sở Y tế", ""},
    {"Thực hiện kế hoạch do Sở Y tế ban hành.", "", ""},
    {"Thiệt hại do lũ quét được thống kê hằng ngày.", "", ""},
    {"Sở Y tế tham gia các đoàn kiểm tra do Công an tỉnh chủ trì.", "Sở Y tế",
     ""},
    {"Đoàn giám sát làm việc với các trường.", "Đoàn giám sát", ""},
    // Behind what opens the sentence, and before its comma.
    {"Kết thúc đợt thi, Ban Tổ chức xã, chịu trách nhiệm báo cáo kết quả.",
     "Ban Tổ chức xã", ""},
    {"Kết thúc đợt thi của Sở Y tế, báo cáo kết quả.", "", ""},
    // The subjects of further sentences lead as well, if they act.
    {"Sở Xây dựng rà soát bến đò. Công an tỉnh hướng dẫn đăng ký.",
     "Sở Xây dựng | Công an tỉnh", ""},
    {"Rà soát bến đò; từng địa phương phải công khai danh sách.",
     "từng địa phương", ""},
    {"Sở Xây dựng rà soát bến đò. Các địa phương được hỗ trợ kinh phí.",
     "Sở Xây dựng", ""},
    {"Rà soát bến đò. Các bến đò phải có áo phao.", "", ""},
    // Those who are told go on behind a semicolon.
    {"Sở Xây dựng: Tham mưu hướng dẫn các sở, Công an tỉnh; các xã và đơn vị "
     "thuộc tỉnh thực hiện Kế hoạch.",
     "Sở Xây dựng", ""},
    {"Hướng dẫn các sở rà soát; các xã phải báo cáo.", "các xã", ""},
    {"Rà soát bến đò. Các cơ quan chuyên môn từ tỉnh đến địa phương hướng dẫn.",
     "Các cơ quan chuyên môn từ tỉnh đến địa phương", ""},
    // A rhythm may open the sentence without a comma.
    {"Hằng năm các cấp ủy kiểm tra bến đò.", "các cấp ủy", ""},
    {"Hằng năm kiểm tra bến đò.", "", ""},
    // Nouns made of verbs stand in the opening phrase.
    {"Trên cơ sở kết quả kiểm tra, đánh giá của tỉnh, Hội đồng thi đua xem xét "
     "khen thưởng.",
     "Hội đồng thi đua", ""},
    {"Căn cứ Kế hoạch này, rà soát bến đò gửi tỉnh, Sở Nội vụ theo dõi.", "",
     ""},
    // The end of a list inside the opening phrase is no subject.
    {"Căn cứ văn bản của Chính phủ, Bộ, ngành và tỉnh, phối hợp với các sở rà "
     "soát bến đò.",
     "", "các sở"},
    {"Căn cứ Kế hoạch này, các sở, ngành tỉnh, chủ động rà soát bến đò.",
     "các sở, ngành tỉnh", ""},
    // Who is asked does it.
    {"Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện nghiêm Kế hoạch.", "các sở",
     ""},
    {"Ủy ban nhân dân tỉnh yêu cầu lãnh đạo các sở, Chủ tịch Ủy ban nhân dân "
     "các huyện thực hiện nghiêm Kế hoạch.",
     "lãnh đạo các sở | Chủ tịch Ủy ban nhân dân các huyện", ""},
    {"Sở Nội vụ lãnh đạo các đơn vị thực hiện.", "Sở Nội vụ", ""},
    {"Ủy ban nhân dân các huyện làm đầu mối phát hiện, xử lý.",
     "Ủy ban nhân dân các huyện", ""},
    {"Ủy ban nhân dân tỉnh yêu cầu về tiến độ.", "Ủy ban nhân dân tỉnh", ""},
    // A clause up to a word of duty tells which.
    {"Tất cả phương tiện, lực lượng tham gia cứu hộ phải tuân thủ quy định.",
     "", ""},
    {"Tất cả lực lượng tham gia cứu hộ phải tuân thủ quy định.",
     "Tất cả lực lượng tham gia cứu hộ", ""},
    {"Các lực lượng tham gia cứu hộ, cứu nạn.", "Các lực lượng", ""},
    {"Phối hợp với các sở, ngành được giao chủ trì để rà soát.", "",
     "các sở, ngành được giao chủ trì"},
    // Who has a candidate, or puts one forward.
    {"Cơ quan, tổ chức, đơn vị có người được giới thiệu ứng cử gửi hồ sơ.",
     "Cơ quan, tổ chức, đơn vị có người được giới thiệu ứng cử", ""},
    {"Đại diện cơ quan, tổ chức, đơn vị giới thiệu người ứng cử phát biểu.",
     "Đại diện cơ quan, tổ chức, đơn vị giới thiệu người ứng cử", ""},
    {"Sở Nội vụ giới thiệu người ứng cử.", "Sở Nội vụ", ""},
    // Assemblies decide, or are held.
    {"Hội nghị bầu chủ tọa và thư ký.", "Hội nghị", ""},
    {"Trường hợp còn ý kiến khác nhau thì hội nghị quyết định biểu quyết.",
     "hội nghị", ""},
    {"Hội nghị được tổ chức trong tháng 9.", "", ""},
    {"Hội nghị cử tri được tổ chức trong tháng 9.", "", ""},
    {"Cách biểu quyết: Hội nghị quyết định giơ tay hoặc bỏ phiếu.", "Hội nghị",
     ""},
    // The body of a case stands behind `thì`, up to its word of duty.
    {"Đối với vụ việc ở bến đò thì cơ quan trực tiếp quản lý bến đó có trách "
     "nhiệm xác minh.",
     "cơ quan trực tiếp quản lý bến đó", ""},
    {"Trường hợp không đủ người thì Công an xã kiểm tra.", "Công an xã", ""},
    {"Đối với xã có nhiều bến thì đơn vị nào đông khách hơn được xếp trên.", "",
     ""},
    {"Đối với bến đò cũ thì sửa chữa.", "", ""},
    // A case may be long.
    {"Đối với đơn thư của người lái đò, chủ phương tiện, hành khách và của các "
     "hộ dân sống ở hai bên bến đò ngang: Công an tỉnh chuyển ngay cho xã.",
     "Công an tỉnh", ""},
    // Persons act without being bodies.
    {"Cử tri phát biểu ý kiến.", "Cử tri", ""},
    {"Cử tri được mời dự họp.", "", ""},
    {"Học sinh tham gia dọn bến đò.", "Học sinh", ""},
    {"Học sinh giỏi cấp tỉnh.", "", ""},
    {"Phối hợp, cung cấp thông tin với các hội, đoàn thể về bến đò.", "",
     "các hội, đoàn thể"},
    {"Kiểm tra việc chủ trì, phối hợp với Trưởng ấp rà soát bến đò.", "", ""},
    // A name ends where its grounds or what it may do begin.
    {"Thủ trưởng các sở căn cứ nhiệm vụ được giao chỉ đạo rà soát bến đò.",
     "Thủ trưởng các sở", ""},
    {"Rà soát bến đò. Các hộ dân có thể góp áo phao.", "", ""},
    // Cases and times may open further sentences.
    {"Các hộ gia đình tổ chức sửa bến đò. Trường hợp hộ nghèo thì Ủy ban nhân "
     "dân xã "
     "có "
     "trách nhiệm giúp đỡ.",
     "Các hộ gia đình | Ủy ban nhân dân xã", ""},
    {"Các hộ gia đình tổ chức sửa bến đò. Trường hợp hộ nghèo thì được giúp "
     "đỡ.",
     "Các hộ gia đình", ""},
    {"Công an tỉnh kiểm tra bến đò. Sau khi kiểm tra, Ủy ban nhân dân xã lập "
     "danh sách.",
     "Công an tỉnh | Ủy ban nhân dân xã", ""},
    // Who receives does nothing.
    {"Căn cứ Kế hoạch này tổ chức lập đề án và gửi Bộ Xây dựng, Bộ Tài chính "
     "để tổng hợp.",
     "", ""},
    // The verb at the end of a bracket is that of all in it.
    {"Rà soát bến đò (Giao Công an tỉnh chủ trì, phối hợp với Sở Y tế; Sở Tư "
     "pháp và các cơ quan liên quan tham mưu).",
     "Công an tỉnh", "Sở Y tế | Sở Tư pháp | các cơ quan liên quan"},
    {"Rà soát bến đò (Giao Công an tỉnh chủ trì; Sở Tư pháp kiểm tra hồ sơ).",
     "Công an tỉnh | Sở Tư pháp", ""},
    {"Phối hợp với các cơ quan chủ trì trong tổ chức thực hiện Kế hoạch.", "",
     "các cơ quan chủ trì"},
    {"Phối hợp với các cơ quan chủ trì rà soát bến đò.", "", "các cơ quan"},
    // Persons at school, behind a number or not.
    {"(1) Giáo viên bộ môn: Rà soát bến đò.", "Giáo viên bộ môn", ""},
    {"GVCN rà soát bến đò.", "GVCN", ""},
    {"Thầy Phó Hiệu trưởng Lê Văn An rà soát bến đò; báo cáo.",
     "Thầy Phó Hiệu trưởng Lê Văn An", ""},
    {"Thầy thuốc rà soát bến đò.", "", ""},
    {"Đồng chí Ủy viên Ban Chấp hành Đảng bộ chỉ đạo rà soát bến đò.",
     "Đồng chí Ủy viên Ban Chấp hành Đảng bộ", ""},
    {"Bà Rịa là nơi có nhiều bến đò.", "", ""},
};

TEST(Roles, Subjects) {
  expect_roles(std::begin(kSubjects), std::end(kSubjects));
}

TEST(Roles, HeadingsThatAddressABody) {
  struct HeadingCase {
    std::string_view heading;
    std::string_view lead;
  };
  for (const HeadingCase& c : {
           HeadingCase{"Trách nhiệm của Sở Y tế", "Sở Y tế"},
           HeadingCase{"Nhiệm vụ của các sở, ban, ngành", "các sở, ban, ngành"},
           HeadingCase{"Trách nhiệm của đối tượng kiểm kê:",
                       "đối tượng kiểm kê"},
           HeadingCase{"Nhiệm vụ của Kế hoạch", ""},
           HeadingCase{"Đề nghị Công an xã phối hợp", "Công an xã"},
           HeadingCase{"Đề nghị: Hiệp hội Doanh nghiệp tỉnh, Hội Nông dân tỉnh",
                       "Hiệp hội Doanh nghiệp tỉnh | Hội Nông dân tỉnh"},
           HeadingCase{"Phân hiệu tại Thành phố Huế",
                       "Phân hiệu tại Thành phố Huế"},
           HeadingCase{"Hệ thống thông tin", ""},
           HeadingCase{"Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo",
                       "Sở Tài chính"},
           HeadingCase{"Tổ đảng ở Thường trực Ủy ban Kinh tế",
                       "Tổ đảng ở Thường trực Ủy ban Kinh tế"},
           HeadingCase{"Lãnh đạo Ban Dân nguyện", "Lãnh đạo Ban Dân nguyện"},
           HeadingCase{"Các Đoàn đại biểu Quốc hội, các đại biểu Quốc hội",
                       "Các Đoàn đại biểu Quốc hội | các đại biểu Quốc hội"},
           HeadingCase{"Hội đồng Dân tộc, các Ủy ban của Quốc hội",
                       "Hội đồng Dân tộc | các Ủy ban của Quốc hội"},
           HeadingCase{"Ủy ban nhân dân các xã: Tân Hội, An Bình",
                       "Ủy ban nhân dân các xã: Tân Hội, An Bình"},
           HeadingCase{"Ủy ban nhân dân các xã: Chủ động",
                       "Ủy ban nhân dân các xã"},
           // A sentence that names its subject and announces what it does.
           HeadingCase{"Để phục vụ hội thi, Sở Y tế xác định các việc sau:",
                       "Sở Y tế"},
           HeadingCase{"Để phục vụ hội thi của Sở Y tế, cần làm các việc sau:",
                       ""},
           HeadingCase{"Phát huy vai trò của Sở Y tế", ""},
           HeadingCase{"Trách nhiệm giải trình của Sở Y tế", ""},
           HeadingCase{"Lãnh đạo, chỉ đạo thực hiện", ""},
           HeadingCase{"Trường học - Bệnh viện an toàn", ""},
       }) {
    const Plan plan =
        plan_of("IV. TỔ CHỨC THỰC HIỆN\n\n**1. " + std::string(c.heading) +
                "**\n\na) Ban hành quy chế.\n\nb) Báo cáo.");
    ASSERT_EQ(plan.obligations.size(), 2U) << c.heading;
    EXPECT_EQ(join(plan.obligations[0].lead), c.lead) << c.heading;
  }
}

TEST(Roles, HeadingsSayWhoseWorkItIs) {
  struct HeadingCase {
    std::string_view heading;
    std::string_view lead;
  };
  for (const HeadingCase& c : {
           HeadingCase{"Nội dung giám sát của chủ dự án", "chủ dự án"},
           HeadingCase{"Nhiệm vụ cụ thể của Sở Xây dựng", "Sở Xây dựng"},
           HeadingCase{"Nhiệm vụ nâng cao vai trò của Sở Xây dựng", ""},
           HeadingCase{"Nội dung của Kế hoạch", ""},
           HeadingCase{"Cấp xã", ""},
           HeadingCase{"Cấp nước sạch", ""},
           HeadingCase{"Các sở chủ trì, quản lý các bến đò",
                       "Các sở chủ trì, quản lý các bến đò"},
           HeadingCase{"Các sở chủ trì, phối hợp với Công an tỉnh", "Các sở"},
           HeadingCase{"Sở Xây dựng chủ trì, quản lý các bến đò",
                       "Sở Xây dựng"},
           HeadingCase{"Doanh nghiệp số", ""},
           HeadingCase{"Doanh nghiệp và hợp tác xã",
                       "Doanh nghiệp và hợp tác xã"},
           HeadingCase{"Doanh nghiệp", "Doanh nghiệp"},
       }) {
    const Plan plan =
        plan_of("III. NỘI DUNG\n\n**1. " + std::string(c.heading) +
                "**\n\na) Rà soát bến đò.\n\nb) Báo cáo.");
    ASSERT_EQ(plan.obligations.size(), 2U) << c.heading;
    EXPECT_EQ(join(plan.obligations[0].lead), c.lead) << c.heading;
  }
}

// The sentence that opens a list says who does what it lists.
TEST(Roles, TheLastSentenceOfALeadInLeads) {
  const Plan plan = plan_of(
      "III. NỘI DUNG\n\n1. Chủ tọa tuyên bố lý do. Thư ký hội nghị có trách "
      "nhiệm sau đây:\n\n- Ghi biên bản.\n\n2. Tuyên bố lý do, cụ thể:\n\n- "
      "Giới thiệu đại biểu.");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(join(plan.obligations[0].lead), "Thư ký hội nghị");
  EXPECT_EQ(join(plan.obligations[1].lead), "");
}

// Whom the lead-in hands the work to leads, though a heading names another.
TEST(Roles, ALeadInMayHandTheWorkOn) {
  const Plan plan = plan_of(
      "IV. TỔ CHỨC THỰC HIỆN\n\n1. Công an tỉnh\n\nTham mưu công tác quản "
      "lý bến đò.\n\nTrong đó giao Giám đốc Công an tỉnh chỉ đạo thực "
      "hiện:\n\n- Rà soát bến đò.\n\n- Báo cáo.");
  ASSERT_EQ(plan.obligations.size(), 3U);
  EXPECT_EQ(join(plan.obligations[0].lead), "Công an tỉnh");
  EXPECT_EQ(join(plan.obligations[1].lead), "Giám đốc Công an tỉnh");
  EXPECT_EQ(join(plan.obligations[2].lead), "Giám đốc Công an tỉnh");
}

// At the end of an item: who does it.
TEST(Roles, TheDoerStandsBehind) {
  for (const auto& [line, lead] :
       {std::pair{"Rà soát bến đò (do Sở Y tế thực hiện).", "Sở Y tế"},
        std::pair{"Tham luận - Trường THPT Lê Lợi hỗ trợ thực hiện.",
                  "Trường THPT Lê Lợi"},
        std::pair{"Rà soát bến đò (các dự án do Sở Y tế thực hiện).", ""},
        std::pair{"Rà soát bến đò - Sở Y tế.", ""}})
    EXPECT_EQ(join(task_of(line).obligations[0].lead), lead) << line;
}

// What a department demands of others is its own work.
TEST(Roles, TheBodyOfTheHeadingLeadsWhatItDemands) {
  const std::string item = "Yêu cầu các chủ phương tiện trang bị áo phao.";
  EXPECT_EQ(join(task_of(item).obligations[0].lead), "các chủ phương tiện");
  const Plan plan =
      plan_of("IV. TỔ CHỨC THỰC HIỆN\n\n**1. Sở Xây dựng**\n\na) " + item +
              "\n\nb) Báo cáo.");
  EXPECT_EQ(join(plan.obligations[0].lead), "Sở Xây dựng");
}

}  // namespace
}  // namespace kehoach
