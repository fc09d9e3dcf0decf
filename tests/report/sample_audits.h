// Audits of invented plans, as an audit would give them.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"

namespace kehoach {

inline AuditedPlan sample_parent() {
  return {"plans/344.pdf", "344-KH/TU", "Tỉnh ủy Cửu Hà", "2024-04-22",
          "Bảo vệ dòng sông"};
}

// One obligation in each state, one with a finding, one of the child's own.
inline Audit sample_audit() {
  Audit audit;
  audit.parent = sample_parent();
  audit.child = {"plans/96.docx", "96/KH-UBND",
                 "Ủy ban nhân dân huyện An Trạch", "2024-06-05",
                 "Triển khai thực hiện Kế hoạch số 344-KH/TU"};
  AuditItem covered;
  covered.parent = {"o1",
                    "II.1",
                    "Thu gom rác trên sông, báo cáo trước "
                    "ngày 10/11.",
                    {10, 60},
                    2,
                    {"Sở Tài nguyên và Môi trường"}};
  covered.status = Coverage::covered;
  covered.score = 0.83;
  covered.links = {{{"o7",
                     "III.2.a",
                     "Thu gom rác trên các kênh, rạch; báo cáo trước ngày "
                     "25/11.",
                     {5, 40},
                     0,
                     {"Phòng Tài nguyên và Môi trường"}},
                    0.83,
                    "Cùng nêu: thu gom rác"}};
  covered.findings = {{FindingKind::later_deadline, "trước ngày 10/11",
                       "trước ngày 25/11", "Muộn hơn 15 ngày."}};
  AuditItem partial;
  partial.parent = {"o2",
                    "II.2",
                    "Đặt thùng rác ở chợ; xử phạt người xả "
                    "rác.",
                    {61, 90},
                    3,
                    {}};
  partial.status = Coverage::partial;
  partial.score = 0.5;
  partial.links = {
      {{"o8", "III.2.b", "Đặt thùng rác ở các chợ.", {41, 60}, 0, {}},
       0.5,
       "Cùng nêu: đặt thùng rác ở chợ"}};
  AuditItem missing;
  missing.parent = {"o3",     "II.3.-", "Trồng cây <ven> sông & \"kênh\".",
                    {91, 99}, 3,        {"Hội Nông dân", "Đoàn Thanh niên"}};
  audit.items = {covered, partial, missing};
  audit.own = {{"o9", "IV", "Khen thưởng ấp sạch.", {70, 80}, 0, {"các xã"}}};
  audit.findings = {{FindingKind::outdated_parent, "", "số 12-KH/TU",
                     "Dẫn kế hoạch đã được thay thế."}};
  return audit;
}

// Another plan below the same parent, which carries out all of it but knows
// nothing of its third obligation.
inline Audit second_audit() {
  Audit audit = sample_audit();
  audit.child = {"plans/tan-lo.txt", "96/KH-UBND",
                 "Ủy ban nhân dân thị xã Tân Lộ", "2024-06-21", ""};
  audit.items.pop_back();
  for (AuditItem& item : audit.items) {
    item.status = Coverage::covered;
    item.score = 1;
    item.findings.clear();
  }
  audit.own.clear();
  audit.findings.clear();
  return audit;
}

}  // namespace kehoach
