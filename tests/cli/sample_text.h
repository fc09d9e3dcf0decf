// A short plan as text, for tests that run the whole program.
#pragma once

#include <string>

namespace kehoach {

inline std::string sample_text(const std::string& number) {
  return "ỦY BAN NHÂN DÂN\nHUYỆN SUỐI MƠ\n\nSố: " + number +
         "/KH-UBND\n\n"
         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "Độc lập - Tự do - Hạnh phúc\n\n"
         "Suối Mơ, ngày 22 tháng 8 năm 2024\n\nKẾ HOẠCH\n"
         "Giữ sạch dòng suối năm 2024\n\n"
         "Thực hiện Kế hoạch số 220/KH-UBND ngày 20/6/2024 của UBND tỉnh, "
         "UBND huyện ban hành kế hoạch như sau:\n\n"
         "I. MỤC ĐÍCH, YÊU CẦU\n\nNâng cao ý thức của nhân dân.\n\n"
         "II. NHIỆM VỤ\n\n"
         "1. Phòng Y tế\n\n"
         "a) Chủ trì, phối hợp với Phòng Tư pháp tuyên truyền cho trẻ em.\n\n"
         "b) Báo cáo kết quả trước ngày 10/12 hằng năm.\n\n"
         "2. Công an huyện\n\n"
         "Kiểm tra, xử lý hành vi xả rác xuống suối.\n\n"
         "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n\n"
         "CHỦ TỊCH\n\nTrần Thị Bình\n";
}

}  // namespace kehoach
