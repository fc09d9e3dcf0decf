// A small plan made by hand, for tests of the rooms behind the store.
#pragma once

#include <string>

#include "model/model.h"

namespace kehoach {

inline Evidence evidence(const std::string& quote, std::uint32_t begin,
                         const std::string& rule) {
  const auto size = static_cast<std::uint32_t>(quote.size());
  return {quote, {begin, begin + size}, 0, {}, rule};
}

inline Obligation obligation(int number, const std::string& path,
                             const std::string& quote,
                             std::vector<std::string> lead,
                             std::vector<std::string> support = {}) {
  return {evidence(quote, 0, "obligation.leaf"),
          "o" + std::to_string(number),
          path,
          SectionRole::organisation,
          std::move(lead),
          std::move(support),
          "must"};
}

inline Deadline deadline(const std::string& kind, const std::string& value,
                         const std::string& quote) {
  Deadline d;
  d.evidence = evidence(quote, 3, "deadline.before-day");
  d.kind = kind;
  d.value = value;
  d.bound = "before";
  return d;
}

inline Reference reference(const std::string& code,
                           const std::string& relation) {
  return {evidence("số " + code, 2, "reference.numbered"),
          code,
          "KH",
          "2024-06-20",
          std::nullopt,
          relation};
}

inline Document sample_document(const std::string& code) {
  Document d;
  d.type = "KH";
  d.number = code.substr(0, code.find('/'));
  d.symbol = "KH-UBND";
  d.code = code;
  d.issued_on = "2024-08-22";
  d.place = "Suối Mơ";
  d.issuer = "Ủy ban nhân dân thành phố Suối Mơ";
  d.level = "district";
  d.title = "Bảo vệ trẻ em năm 2024";
  d.signer = "Trần Thị Bình";
  d.signer_title = "CHỦ TỊCH";
  d.recipients = {"Sở Y tế", "Các phường, xã"};
  return d;
}

inline std::vector<Node> sample_nodes() {
  Node heading;
  heading.kind = NodeKind::heading;
  heading.path = "IV";
  heading.span = {0, 10};
  Node item;
  item.kind = NodeKind::item;
  item.parent = 0;
  item.path = "IV.1";
  item.span = {11, 20};
  item.body = {13, 20};
  return {heading, item};
}

inline std::vector<Stamp> sample_stamps() {
  return {{.page = 1,
           .box = {300, 20, 420, 60},
           .kind = "SAO Y",
           .signer = "Trung tâm Lưu trữ",
           .organisation = "Thành phố Suối Mơ",
           .email = "ttlt@suoimo.example.vn",
           .time = "23.08.2024 09:30:22 +07:00"}};
}

inline std::vector<Signature> sample_signatures() {
  return {{.signer = "Trần Thị Bình",
           .organisation = "Thành phố Suối Mơ",
           .email = "ttb@suoimo.example.vn",
           .time = "2024-08-22T15:04:05+07:00",
           .status = SignatureStatus::valid},
          {.status = SignatureStatus::invalid, .whole_file = true}};
}

// Every field that the store keeps is filled somewhere in it.
inline Plan sample_plan(const std::string& code = "1515/KH-UBND") {
  Plan plan;
  plan.source = {"plans/a.txt",   std::string(64, 'a'), "text/plain", 100, 0,
                 sample_stamps(), sample_signatures()};
  plan.document = sample_document(code);
  plan.text =
      "Bảo vệ trẻ em năm 2024\n"
      "Hỗ trợ trẻ em bị xâm hại, Đội công tác xã hội\n"
      "Báo cáo kết quả trước ngày 10/12 hằng năm\n";
  plan.references = {reference("220/KH-UBND", "implements"),
                     reference("121/2020/QH14", "cites")};
  plan.references[1].of_decision = true;
  plan.obligations = {
      obligation(1, "IV.1.a", "Hỗ trợ trẻ em bị xâm hại, Đội công tác xã hội",
                 {"Phòng Y tế"}, {"Công an thành phố", "Phòng Tư pháp"}),
      obligation(2, "IV.1.b", "Báo cáo kết quả trước ngày 10/12 hằng năm", {})};
  plan.obligations[0].evidence.page = 3;
  plan.obligations[1].evidence.certainty = Certainty::low;
  plan.obligations[0].evidence.box = {72.5F, 100, 523.25F, 130};
  plan.deadlines = {
      deadline("recurring", "--12-10", "trước ngày 10/12 hằng năm")};
  plan.deadlines[0].rrule = "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10";
  plan.deadlines[0].obligation = "o2";
  plan.deadlines[0].year_inferred = true;
  Target target;
  target.evidence = evidence("84,3% đến 90% xã", 4, "target.percent-first");
  target.indicator = "xã";
  target.comparator = "=";
  target.value = 84.3;
  target.value_to = 90;
  target.unit = "%";
  target.due = "2025";
  target.obligation = "o1";
  plan.targets = {target};
  plan.diagnostics = {
      {Severity::info, "number-blank", "the number is blank", {1, 2}}};
  plan.outline.nodes = sample_nodes();
  return plan;
}

// A plan that differs from the others only in what is given here.
inline Plan plan_with(const std::string& code,
                      std::vector<Obligation> obligations) {
  Plan plan;
  plan.document.type = "KH";
  plan.document.code = code;
  plan.document.title = "Kế hoạch " + code;
  plan.obligations = std::move(obligations);
  return plan;
}

}  // namespace kehoach
