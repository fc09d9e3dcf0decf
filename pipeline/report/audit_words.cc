#include "report/audit_words.h"

#include <fmt/format.h>

#include "report/layout.h"
#include "report/words.h"

namespace kehoach {
namespace {

constexpr AuditLabels kVietnamese = {
    .language = "vi",
    .status = {"Đầy đủ", "Một phần", "Chưa có"},
    .kind = {"Thời hạn muộn hơn", "Chỉ tiêu thấp hơn", "Bỏ chỉ tiêu",
             "Không rõ chủ trì", "Chủ trì khác ngành", "Căn cứ văn bản cũ"},
    .title = "Đối chiếu kế hoạch",
    .unknown = "Chưa đối chiếu",
    .number = "TT",
    .place = "Mục",
    .parent = "Nhiệm vụ cấp trên",
    .child = "Nhiệm vụ cấp dưới",
    .parent_side = "Cấp trên",
    .child_side = "Cấp dưới",
    .lead = "Chủ trì",
    .score = "Điểm",
    .reason = "Lý do",
    .state = "Trạng thái",
    .quote = "Nội dung",
    .message = "Giải thích",
    .findings = "Phát hiện",
    .finding = "Loại phát hiện",
    .review = "Ý kiến soát xét",
    .own = "Nhiệm vụ riêng",
    .sources = "Nguồn",
    .role = "Vai trò",
    .code = "Số, ký hiệu",
    .issuer = "Cơ quan ban hành",
    .issued_on = "Ngày ban hành",
    .subject = "Trích yếu",
    .file = "Tệp",
    .matrix = "Ma trận",
    .detail = "Chi tiết",
    .of_parent = "Trích cấp trên",
    .of_child = "Trích cấp dưới",
    .nothing = "Không có nhiệm vụ tương ứng",
    .unlinked = "Không dẫn nhiệm vụ nào",
    .near = "Gần nhất, chưa đủ để tính",
    .no_obligations = "Không có nhiệm vụ nào.",
    .no_audits = "Không có kết quả đối chiếu nào.",
    .no_findings = "Không có phát hiện nào.",
    .no_own = "Không có nhiệm vụ riêng nào.",
    .judged = "người soát",
    .justified = "đã giải trình",
    .dropped = "Kế hoạch dưới không còn những con số sau của kế hoạch trên:",
    .gaps_only =
        "Nhiều kế hoạch: trang này chỉ trích những chỗ chưa đầy đủ hoặc có "
        "phát hiện, mỗi chỗ một nhiệm vụ gần nhất; bản XLSX, CSV hoặc JSON có "
        "tất cả.",
    .show = "Hiển thị",
    .all = "Tất cả",
    .only_gaps = "Chỉ các lỗ hổng",
    .only_missing = "Chỉ nhiệm vụ chưa có",
    .with_findings = "Chỉ nhiệm vụ có phát hiện",
    .with_reviews = "Chỉ nhiệm vụ có ý kiến soát xét",
    .search = "Tìm trong bảng",
    .search_hint = "gõ có dấu hoặc không dấu",
    .shown = "nhiệm vụ đang hiển thị",
    .none_shown = "Không có nhiệm vụ nào phù hợp.",
    .skip = "Đến bảng đối chiếu",
    .heat = "Toàn cảnh",
};

constexpr AuditLabels kEnglish = {
    .language = "en",
    .status = {"Covered", "Partial", "Missing"},
    .kind = {"Later deadline", "Weaker target", "Dropped target",
             "Nobody in charge", "Lead of another branch", "Outdated parent"},
    .title = "Coverage audit",
    .unknown = "Not audited",
    .number = "No.",
    .place = "Place",
    .parent = "Obligation of the parent",
    .child = "Obligations of the child",
    .parent_side = "Parent",
    .child_side = "Child",
    .lead = "Lead",
    .score = "Score",
    .reason = "Reason",
    .state = "Status",
    .quote = "Text",
    .message = "Explanation",
    .findings = "Findings",
    .finding = "Finding",
    .review = "Review",
    .own = "Own obligations",
    .sources = "Sources",
    .role = "Side",
    .code = "Code",
    .issuer = "Issuer",
    .issued_on = "Issued on",
    .subject = "Title",
    .file = "File",
    .matrix = "Matrix",
    .detail = "Details",
    .of_parent = "Words of the parent",
    .of_child = "Words of the child",
    .nothing = "No obligation answers to it",
    .unlinked = "No obligation is named",
    .near = "The nearest, which does not count",
    .no_obligations = "There are no obligations.",
    .no_audits = "There are no audits.",
    .no_findings = "There are no findings.",
    .no_own = "There are no obligations of its own.",
    .judged = "people say",
    .justified = "justified",
    .dropped = "The child no longer has these numbers of the parent:",
    .gaps_only =
        "Many plans: this page quotes only gaps and findings, with the nearest "
        "obligation of each; XLSX, CSV and JSON have all.",
    .show = "Show",
    .all = "All",
    .only_gaps = "Only gaps",
    .only_missing = "Only missing",
    .with_findings = "Only with findings",
    .with_reviews = "Only reviewed",
    .search = "Search the table",
    .search_hint = "with accents or without",
    .shown = "obligations shown",
    .none_shown = "No obligation fits.",
    .skip = "Skip to the table",
    .heat = "Overview",
};

// `KH` of `218/KH-UBND`, `CTr` of `57-CTr/TU`; empty for laws and letters.
std::string type_of(std::string_view code) {
  std::size_t begin = 0;
  while (begin < code.size()) {
    std::size_t end = code.find_first_of("/-", begin);
    if (end == std::string_view::npos) end = code.size();
    const std::string_view part = code.substr(begin, end - begin);
    if (std::string words = type_words(part); words != part) return words;
    begin = end + 1;
  }
  return "";
}

// `ngày 05/6/2024`, `tháng 6/2024`, `năm 2024`.
std::string day_words(std::string_view iso) {
  const std::string_view unit = iso.size() == 4   ? "năm "
                                : iso.size() == 7 ? "tháng "
                                                  : "ngày ";
  return std::string(unit) + formal_date(iso);
}

std::string vietnamese_name(const AuditedPlan& plan) {
  const std::string type = plan.code ? type_of(*plan.code) : "";
  std::string name = type.empty() ? "Văn bản" : type;
  if (plan.code) {
    name += " số " + *plan.code;
  } else if (plan.issuer) {
    name += " chưa có số";
  } else {
    name += " trong tệp " + printable(file_name(plan.path));
  }
  if (plan.issued_on) name += " " + day_words(*plan.issued_on);
  if (plan.issuer) name += " của " + *plan.issuer;
  return name;
}

std::string english_name(const AuditedPlan& plan) {
  std::string name = plan.code ? *plan.code : printable(file_name(plan.path));
  if (plan.issuer) name += " of " + *plan.issuer;
  if (plan.issued_on) name += ", " + *plan.issued_on;
  return name;
}

}  // namespace

const AuditLabels& labels_of(Language language) {
  return language == Language::vi ? kVietnamese : kEnglish;
}

std::string_view status_words(const AuditLabels& labels, Coverage status) {
  return labels.status[static_cast<std::size_t>(status)];
}

std::string with_reason(const AuditLabels& labels, std::string_view status) {
  return fmt::format("{} ({})", status, labels.justified);
}

std::string_view coverage_sign(Coverage status, bool is_justified) {
  switch (status) {
    case Coverage::covered:
      return "●";
    case Coverage::partial:
      return is_justified ? "◈" : "◐";
    case Coverage::missing:
      break;
  }
  return is_justified ? "◇" : "○";
}

Colour colour_of(Coverage status) {
  switch (status) {
    case Coverage::covered:
      return Colour::good;
    case Coverage::partial:
      return Colour::found;
    case Coverage::missing:
      break;
  }
  return Colour::bad;
}

std::string_view kind_words(const AuditLabels& labels, FindingKind kind) {
  return labels.kind[static_cast<std::size_t>(kind)];
}

std::string formal_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') {
    return date_words(iso);
  }
  std::string_view month = iso.substr(5, 2);
  if (month[0] == '0' && month[1] > '2') month.remove_prefix(1);
  return fmt::format("{}/{}/{}", iso.substr(8, 2), month, iso.substr(0, 4));
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string plan_name(const AuditedPlan& plan, Language language) {
  return language == Language::vi ? vietnamese_name(plan) : english_name(plan);
}

std::string plan_label(const AuditedPlan& plan) {
  std::string label = plan.code.value_or("");
  if (plan.issuer) label += (label.empty() ? "" : " - ") + *plan.issuer;
  return label.empty() ? printable(file_name(plan.path)) : label;
}

std::string place_words(const AuditedObligation& o, Language language) {
  const bool vi = language == Language::vi;
  std::string text = vi ? path_words(o.path) : o.path;
  if (o.page > 0) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", vi ? "tr." : "p.", o.page);
  }
  return text;
}

std::string score_words(double score, Language language) {
  std::string text = fmt::format("{:.2f}", score);
  if (language == Language::vi) text[text.find('.')] = ',';
  return text;
}

}  // namespace kehoach
