// However a plan is typed, it says the same. The first byte chooses the way of
// writing, each further one a paragraph of a made-up plan.
#include <array>

#include "corpus/rewritten.h"
#include "fuzz/fuzz.h"
#include "pipeline.h"

namespace kehoach {
namespace {

const Rulebook& rules() {
  static const Result<Rulebook> book = default_rulebook();
  FUZZ_CHECK(book.has_value());
  return *book;
}

// Long enough that the width of its lines can be told once it is wrapped.
constexpr std::string_view kHead =
    "ỦY BAN NHÂN DÂN\nTỈNH CỬU HÀ\n\nSố: 218/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ "
    "NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nCửu Hà, ngày 25 tháng 6 "
    "năm 2024\n\nKẾ HOẠCH\n\nGiảm thiểu rác thải nhựa năm 2024\n\nThực hiện Kế "
    "hoạch số 344-KH/TU ngày 22/4/2024 của Ban Thường vụ Tỉnh ủy về giảm thiểu "
    "rác thải nhựa trên sông, kênh, rạch; theo đề nghị của Sở Tài nguyên và "
    "Môi trường, Ủy ban nhân dân tỉnh ban hành kế hoạch để các sở, ban, ngành, "
    "địa phương trong tỉnh cùng nhau triển khai thực hiện thống nhất, đồng bộ, "
    "hiệu quả, tiết kiệm, đúng quy định, với những nội dung như sau:\n\n";

constexpr std::array<std::string_view, 8> kParts = {
    "MỤC ĐÍCH, YÊU CẦU",         "MỤC TIÊU",
    "NHIỆM VỤ VÀ GIẢI PHÁP",     "TỔ CHỨC THỰC HIỆN",
    "CHẾ ĐỘ THÔNG TIN, BÁO CÁO", "KINH PHÍ THỰC HIỆN",
    "CÔNG TÁC THỦY LỢI",         "THỜI GIAN THỰC HIỆN"};
constexpr std::array<std::string_view, 6> kItems = {
    "Sở Tài nguyên và Môi trường",
    "Ủy ban nhân dân các huyện, thị xã, thành phố",
    "Đề nghị Hội Liên hiệp Phụ nữ tỉnh",
    "Tuyên truyền, vận động nhân dân không xả rác xuống sông.",
    "Phấn đấu đến năm 2025 đạt 85% hộ gia đình phân loại rác tại nguồn.",
    "Kinh phí do ngân sách tỉnh bảo đảm theo phân cấp hiện hành."};
constexpr std::array<std::string_view, 8> kLines = {
    "Chủ trì, phối hợp với Sở Y tế, Công an tỉnh tổ chức thu gom rác thải trên "
    "sông; hoàn thành trước ngày 30/11/2024.",
    "Báo cáo kết quả về Ủy ban nhân dân tỉnh định kỳ hằng năm trước ngày "
    "10/12.",
    "Giao Sở Giáo dục và Đào tạo xây dựng tài liệu trong quý IV năm 2024 theo "
    "Công văn số 3127/BTNMT-CTR ngày 02/5/2024 của Bộ Tài nguyên và Môi "
    "trường.",
    "Xây dựng ít nhất 12 mô hình chợ không túi ni lông - chợ xanh.",
    "Tỷ lệ thu gom đạt 84,3% vào năm 2025 và 90% vào năm 2030.",
    "Rà soát các điểm tập kết, công bố bản đồ trong vòng 10 ngày kể từ ngày "
    "kết thúc mỗi đợt khảo sát.",
    "Huy động lực lượng thủy đội, đoàn viên và hội viên tham gia hòa cùng cộng "
    "đồng.",
    "Giai đoạn 2024 - 2025 thực hiện thí điểm tại các xã, phường ven sông."};

// The plan that `bytes` spell: parts, items and bullets in numbers of their
// own.
std::string plan_of(std::string_view bytes) {
  constexpr std::array<std::string_view, 8> kRoman = {"I", "II", "III", "IV",
                                                      "V", "VI", "VII", "VIII"};
  std::string out(kHead);
  std::size_t part = 0;
  std::size_t item = 0;
  for (const char c : bytes.substr(0, 40)) {
    const auto choice = static_cast<unsigned char>(c);
    const std::size_t which = choice / 4U;
    if (choice % 4U == 0 && part < kRoman.size()) {
      out.append(kRoman[part++]).append(". ");
      out.append(kParts[which % kParts.size()]);
      item = 0;
    } else if (choice % 4U == 1) {
      out.append(std::to_string(++item)).append(". ");
      out.append(kItems[which % kItems.size()]);
    } else {
      out.append(choice % 4U == 2 ? "- " : "");
      out.append(kLines[which % kLines.size()]);
    }
    out += "\n\n";
  }
  return out +
         "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Thị Bình\n";
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  if (size == 0) return 0;
  const std::string_view bytes = fuzz_text(data, size);
  const auto read = explain_plan(plan_of(bytes.substr(1)), "a.txt", rules());
  FUZZ_CHECK(read.has_value());
  const Rewriting how = kRewritings[data[0] % kRewritings.size()];
  const auto other = read_plan(rewritten(*read, how), "a.txt", rules());
  FUZZ_CHECK(other.has_value());
  FUZZ_CHECK(folded_facts(*other) == folded_facts(read->plan));
  return 0;
}
