// Audits in a few sentences, as administrative reports put it.

#include <fmt/format.h>

#include <algorithm>

#include "report/audit_writers.h"
#include "report/layout.h"
#include "report/review_words.h"

namespace kehoach {
namespace {

constexpr std::size_t kQuoteWidth = 160;
constexpr std::size_t kNamedChildren = 5;

// Reports write `01 nhiệm vụ`.
std::string two_digits(std::size_t count) {
  return fmt::format("{:02}", count);
}

// What one language says; `{}` as in fmt.
struct Prose {
  std::string_view audit, all, no_whole, none;  // a sentence about one child
  std::array<std::string_view, kCoverages> counts;
  std::string_view children;          // head of several
  std::string_view missing, partial;  // head of a list of obligations
  std::string_view in_children;       // behind one, if several children
  std::string_view findings, reviews, own;
  std::string_view dropped;    // how many numbers of the parent are gone
  std::string_view justified;  // behind the counts
};

constexpr Prose kVietnamese = {
    .audit = "Đối chiếu {} với {}",
    .all = "toàn bộ {} nhiệm vụ được triển khai đầy đủ",
    .no_whole = "chưa có nhiệm vụ nào trong {} nhiệm vụ được triển khai đầy đủ",
    .none = "văn bản cấp trên không nêu nhiệm vụ nào để đối chiếu",
    .counts = {"có {}/{} nhiệm vụ được triển khai đầy đủ",
               "{} nhiệm vụ được triển khai một phần",
               "{} nhiệm vụ chưa được triển khai"},
    .children = "Kết quả đối chiếu {} kế hoạch cấp dưới với {}:",
    .missing = "Các nhiệm vụ chưa được triển khai:",
    .partial = "Các nhiệm vụ mới được triển khai một phần:",
    .in_children = " ({}/{} kế hoạch: {})",
    .findings = "Những điểm cần xem xét, điều chỉnh:",
    .reviews = "Ý kiến của người soát khác với kết quả đối chiếu:",
    .own =
        "Ngoài ra, {} nêu {} nhiệm vụ riêng, không ứng với nhiệm vụ nào của "
        "cấp trên.",
    .dropped = "không còn {} con số của kế hoạch trên",
    .justified = " (đã giải trình {})",
};

constexpr Prose kEnglish = {
    .audit = "{} against {}",
    .all = "all {} obligations are covered",
    .no_whole = "none of {} obligations is covered whole",
    .none = "the parent states no obligation",
    .counts = {"{} of {} obligations are covered", "{} partly",
               "{} not at all"},
    .children = "{} plans against {}:",
    .missing = "Obligations that are missing:",
    .partial = "Obligations that are covered in part:",
    .in_children = " ({} of {} plans: {})",
    .findings = "To look at again:",
    .reviews = "Where people judge otherwise:",
    .own =
        "Besides, {} has {} obligations of its own that answer to none of "
        "the parent.",
    .dropped = "{} numbers of the parent are gone",
    .justified = " ({} justified)",
};

const Prose& prose_of(Language language) {
  return language == Language::vi ? kVietnamese : kEnglish;
}

std::string upper_first(std::string_view text) {
  if (text.empty()) return "";
  const Codepoint first = decode_at(text, 0);
  std::string out;
  append_utf8(out, to_upper(first.value));
  return out += text.substr(first.size);
}

std::string counts_words(const Audit& audit, Language language) {
  const Prose& prose = prose_of(language);
  const std::size_t all = audit.items.size();
  const auto counts = audit.summary();
  if (all == 0) return std::string(prose.none);
  const auto number = [&](std::size_t count) {
    return language == Language::vi ? two_digits(count) : std::to_string(count);
  };
  if (counts[0] == all)
    return fmt::format(fmt::runtime(prose.all), number(all));
  std::string out =
      counts[0] == 0
          ? fmt::format(fmt::runtime(prose.no_whole), number(all))
          : fmt::format(fmt::runtime(prose.counts[0]), counts[0], all);
  for (std::size_t i = 1; i < kCoverages; ++i) {
    if (counts[i] == 0) continue;
    out += ", " + fmt::format(fmt::runtime(prose.counts[i]), number(counts[i]));
  }
  const auto justified = static_cast<std::size_t>(
      std::count_if(audit.items.begin(), audit.items.end(), is_settled));
  if (justified > 0)
    out += fmt::format(fmt::runtime(prose.justified), number(justified));
  return out;
}

class Summary {
 public:
  explicit Summary(Language language)
      : language_(language), prose_(prose_of(language)) {}

  void add(const Matrix& matrix);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void obligations(const Matrix& matrix, Coverage status,
                   std::string_view head);
  void findings(const Matrix& matrix);
  void reviews(const Matrix& matrix);
  void own(const Matrix& matrix);
  // A list: a head, then lines that end in semicolons, the last in a full stop.
  void list(std::string_view head, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out_ += std::string(head) + "\n- " + join(lines, ";\n- ");
    out_ += ends_with(out_, "…") ? "\n" : ".\n";
  }
  // Why a gap is none, of the child in this column.
  [[nodiscard]] std::string justification(const Matrix& matrix,
                                          std::size_t child,
                                          const AuditItem& item) const;
  [[nodiscard]] std::string place(const AuditedObligation& o) const {
    return upper_first(place_words(o, language_));
  }

  Language language_;
  const Prose& prose_;
  std::string out_;
};

void Summary::add(const Matrix& matrix) {
  if (!out_.empty()) out_ += "\n";
  std::vector<std::string> lines = summary_lines(matrix, language_);
  const std::string head = lines.front();
  lines.erase(lines.begin());
  out_ += lines.empty() ? head + "\n" : "";
  list(head, lines);
  obligations(matrix, Coverage::missing, prose_.missing);
  obligations(matrix, Coverage::partial, prose_.partial);
  findings(matrix);
  reviews(matrix);
  own(matrix);
}

void Summary::obligations(const Matrix& matrix, Coverage status,
                          std::string_view head) {
  std::vector<std::string> lines;
  for (const MatrixRow& row : matrix.rows) {
    if (row.count(status) == 0) continue;
    std::string line = place(*row.parent);
    if (!line.empty()) line += ": ";
    std::string_view quote = trim(row.parent->quote);
    while (!quote.empty() && (quote.back() == '.' || quote.back() == ';'))
      quote.remove_suffix(1);
    line += shorten(printable(quote), kQuoteWidth);
    if (matrix.children.size() > 1) {
      std::vector<std::string> names;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i] != nullptr && row.cells[i]->status == status)
          names.push_back(plan_label(matrix.children[i]->child));
      }
      const std::size_t count = names.size();
      if (count > kNamedChildren) {
        names.resize(kNamedChildren);
        names.emplace_back("…");
      }
      line += fmt::format(fmt::runtime(prose_.in_children), count,
                          matrix.children.size(), join(names, "; "));
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i] != nullptr && row.cells[i]->status == status)
        line += justification(matrix, i, *row.cells[i]);
    }
    lines.push_back(line);
  }
  list(head, lines);
}

std::string Summary::justification(const Matrix& matrix, std::size_t child,
                                   const AuditItem& item) const {
  std::string words;
  for (const AuditReview& review : item.review) {
    if (review.decision.verdict != ReviewVerdict::justified) continue;
    words += ". ";
    if (matrix.children.size() > 1)
      words += plan_label(matrix.children[child]->child) + ": ";
    words += decision_words(review, language_);
  }
  return words;
}

void Summary::findings(const Matrix& matrix) {
  const AuditLabels& labels = labels_of(language_);
  std::vector<std::string> lines;
  const auto say = [&](const Audit& audit, const std::string& where,
                       const Finding& finding) {
    std::string line = where;
    if (matrix.children.size() > 1)
      line += (line.empty() ? "" : ", ") + plan_label(audit.child);
    std::string_view message = trim(finding.message);
    while (!message.empty() && message.back() == '.') message.remove_suffix(1);
    line += (line.empty() ? "" : ": ") +
            std::string(kind_words(labels, finding.kind));
    if (!message.empty()) line += fmt::format(" ({})", printable(message));
    lines.push_back(line);
  };
  for (const Audit* audit : matrix.children) {
    for (const AuditItem& item : audit->items) {
      for (const Finding& finding : item.findings)
        say(*audit, place(item.parent), finding);
    }
    const FindingGroups groups = grouped(audit->findings);
    for (const Finding* finding : groups.single) say(*audit, "", *finding);
    if (groups.dropped.empty()) continue;
    Finding all = *groups.dropped.front();
    all.message =
        fmt::format(fmt::runtime(prose_.dropped), groups.dropped.size());
    say(*audit, "", all);
  }
  list(prose_.findings, lines);
}

// Justifications stand beside their gaps; here is the rest.
void Summary::reviews(const Matrix& matrix) {
  std::vector<std::string> lines;
  for (const Audit* audit : matrix.children) {
    for (const AuditItem& item : audit->items) {
      for (const AuditReview& review : item.review) {
        const ReviewVerdict verdict = review.decision.verdict;
        if (verdict != ReviewVerdict::correct &&
            verdict != ReviewVerdict::link_wrong)
          continue;
        std::string line = place(item.parent);
        if (matrix.children.size() > 1)
          line += (line.empty() ? "" : ", ") + plan_label(audit->child);
        lines.push_back(line + (line.empty() ? "" : ": ") +
                        decision_words(review, language_));
      }
    }
  }
  list(prose_.reviews, lines);
}

void Summary::own(const Matrix& matrix) {
  for (const Audit* audit : matrix.children) {
    if (audit->own.empty()) continue;
    out_ += fmt::format(
                fmt::runtime(prose_.own), plan_name(audit->child, language_),
                language_ == Language::vi ? two_digits(audit->own.size())
                                          : std::to_string(audit->own.size())) +
            "\n";
  }
}

}  // namespace

std::vector<std::string> summary_lines(const Matrix& matrix,
                                       Language language) {
  const Prose& prose = prose_of(language);
  const std::string parent = plan_name(*matrix.parent, language);
  const auto name = [&](const Audit* audit) {
    return plan_name(audit->child, language);
  };
  if (matrix.children.size() == 1) {
    const Audit* const audit = matrix.children.front();
    return {fmt::format(fmt::runtime(prose.audit), name(audit), parent) + ": " +
            counts_words(*audit, language) + "."};
  }
  const std::size_t count = matrix.children.size();
  std::vector<std::string> lines = {fmt::format(
      fmt::runtime(prose.children),
      language == Language::vi ? two_digits(count) : std::to_string(count),
      parent)};
  for (const Audit* audit : matrix.children)
    lines.push_back(name(audit) + ": " + counts_words(*audit, language));
  return lines;
}

std::string audit_summary(const std::vector<Matrix>& all, Language language) {
  Summary summary(language);
  for (const Matrix& matrix : all) summary.add(matrix);
  std::string out = summary.take();
  return out.empty() ? std::string(labels_of(language).no_audits) + "\n" : out;
}

}  // namespace kehoach
