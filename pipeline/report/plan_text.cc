// One plan for a reader at a terminal.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/layout.h"
#include "report/review_words.h"
#include "report/words.h"

namespace kehoach {
namespace {

constexpr std::size_t kLabelWidth = 18;

class PlanText {
 public:
  PlanText(const Plan& plan, const Style& style,
           const std::vector<FactReview>& reviews)
      : plan_(plan), style_(style) {
    for (const FactReview& review : reviews) {
      if (review.fact) reviews_.emplace(*review.fact, &review);
    }
  }

  [[nodiscard]] std::string write() {
    head();
    references();
    obligations();
    deadlines();
    targets();
    diagnostics();
    signatures();
    return std::move(out_);
  }

 private:
  void head();
  void references();
  void obligations();
  void obligation(const Obligation& o);
  void deadlines();
  void targets();
  void diagnostics();
  void signatures();

  void field(std::string_view label, const std::string& value) {
    if (value.empty()) return;
    out_ += wrap(fmt::format("  {}", pad(label, kLabelWidth)), value,
                 kLabelWidth + 2, style_.width);
  }
  void heading(std::string_view text, std::size_t count) {
    out_ += fmt::format("\n{}\n", paint(style_, Colour::strong,
                                        fmt::format("{} ({})", text, count)));
  }
  // `IV.1.h`, with the page where there is one, and how sure the reader is of
  // what it recognised in a picture.
  [[nodiscard]] std::string place(const std::string& path,
                                  const Evidence& evidence) const {
    std::string text = path_words(path);
    if (evidence.page > 0) {
      if (!text.empty()) text += ", ";
      text += fmt::format("tr. {}", evidence.page);
    }
    if (evidence.confidence < 1) {
      text += fmt::format("{}tin cậy {:.0f}%", text.empty() ? "" : ", ",
                          evidence.confidence * 100);
    }
    return text;
  }
  [[nodiscard]] std::string place_of(const std::optional<std::string>& id,
                                     const Evidence& evidence) const {
    for (const Obligation& o : plan_.obligations) {
      if (id && o.id == *id) return place(o.path, evidence);
    }
    return place("", evidence);
  }

  // What a person decided about the fact, on a line of its own.
  template <typename T>
  void decision(KindOfFact kind, const std::vector<T>& facts, const T& fact) {
    const auto index = static_cast<std::size_t>(&fact - facts.data());
    const auto at = reviews_.find({kind, index});
    if (at != reviews_.end())
      out_ += wrap("    ", decision_words(*at->second), 6, style_.width);
  }

  const Plan& plan_;
  const Style& style_;
  std::map<FactPlace, const FactReview*> reviews_;
  std::string out_;
};

void PlanText::head() {
  const Document& d = plan_.document;
  const std::string name =
      type_words(d.type) + " " + d.code.value_or("(chưa có số)");
  out_ += paint(style_, Colour::strong, name) + "\n";
  if (!d.title.empty()) out_ += wrap("", d.title, 0, style_.width);
  out_ += "\n";
  std::string issuer = d.issuer.value_or("");
  if (d.level) issuer += " (" + level_words(*d.level) + ")";
  field("Cơ quan ban hành", issuer);
  std::string issued = d.issued_on ? date_words(*d.issued_on) : "";
  if (d.place) issued += (issued.empty() ? "" : ", ") + *d.place;
  field("Ban hành", issued);
  std::string signer = d.signer.value_or("");
  if (d.signer_title) signer += (signer.empty() ? "" : ", ") + *d.signer_title;
  field("Người ký", signer);
  field("Nơi nhận", join(d.recipients, "; "));
  field("Nguồn", printable(plan_.source.path));
}

void PlanText::references() {
  struct Group {
    std::string_view relation, label;
  };
  for (const Group& group :
       {Group{"implements", "Thực hiện"}, Group{"basis", "Căn cứ"},
        Group{"amends", "Sửa đổi, bổ sung"}, Group{"replaces", "Thay thế"},
        Group{"cites", "Văn bản khác được nêu"}}) {
    std::vector<const Reference*> found;
    for (const Reference& r : plan_.references) {
      if (r.relation == group.relation) found.push_back(&r);
    }
    if (found.empty()) continue;
    heading(group.label, found.size());
    for (const Reference* r : found) {
      std::string what = type_words(r->type);
      if (r->issuer) what += " của " + *r->issuer;
      if (r->issued_on) what += ", " + date_words(*r->issued_on);
      if (r->of_decision) what += " (quyết định ban hành nêu)";
      out_ += wrap(fmt::format("  {} ", pad(r->code, kLabelWidth - 1)), what,
                   kLabelWidth + 2, style_.width);
      decision(KindOfFact::reference, plan_.references, *r);
    }
  }
}

void PlanText::obligation(const Obligation& o) {
  std::string first = "  ";
  const std::string where = place(o.path, o.evidence);
  if (!where.empty())
    first += fmt::format("{}  ", paint(style_, Colour::dim, where));
  out_ += wrap(first, o.evidence.quote, 4, style_.width);
  if (!o.support.empty())
    out_ += wrap("    Phối hợp: ", join(o.support, "; "), 6, style_.width);
  decision(KindOfFact::obligation, plan_.obligations, o);
}

// Each under every body that leads it, bodies in the order in which the plan
// names them; those without one at the end.
void PlanText::obligations() {
  if (plan_.obligations.empty()) return;
  heading("Nhiệm vụ theo cơ quan chủ trì", plan_.obligations.size());
  std::vector<std::string> bodies;
  std::map<std::string, std::vector<const Obligation*>> by_body;
  for (const Obligation& o : plan_.obligations) {
    for (const std::string& body : o.lead) {
      auto& list = by_body[body];
      if (list.empty()) bodies.push_back(body);
      list.push_back(&o);
    }
    if (o.lead.empty()) by_body[""].push_back(&o);
  }
  if (by_body.count("") > 0) bodies.emplace_back();
  for (const std::string& body : bodies) {
    const auto& list = by_body[body];
    const std::string name =
        fmt::format("{} ({})", body.empty() ? "Chưa nêu cơ quan chủ trì" : body,
                    list.size());
    out_ += fmt::format("\n{}\n", paint(style_, Colour::good, name));
    for (const Obligation* o : list) obligation(*o);
  }
}

void PlanText::deadlines() {
  if (plan_.deadlines.empty()) return;
  heading("Thời hạn", plan_.deadlines.size());
  for (const Deadline& d : plan_.deadlines) {
    std::string text = deadline_words(d);
    if (d.year_inferred) text += " (năm suy ra từ kế hoạch)";
    text += ": \"" + d.evidence.quote + "\"";
    const std::string where = place_of(d.obligation, d.evidence);
    if (!where.empty()) text += " (" + where + ")";
    out_ += wrap("  ", text, 4, style_.width);
    decision(KindOfFact::deadline, plan_.deadlines, d);
  }
}

void PlanText::targets() {
  if (plan_.targets.empty()) return;
  heading("Chỉ tiêu", plan_.targets.size());
  for (const Target& t : plan_.targets) {
    std::string text = t.indicator + ": " + quantity_words(t);
    if (t.due) text += ", " + date_words(*t.due);
    const std::string where = place_of(t.obligation, t.evidence);
    if (!where.empty()) text += " (" + where + ")";
    out_ += wrap("  ", text, 4, style_.width);
    decision(KindOfFact::target, plan_.targets, t);
  }
}

void PlanText::diagnostics() {
  if (plan_.diagnostics.empty()) return;
  heading("Cần xem lại", plan_.diagnostics.size());
  for (const Diagnostic& d : plan_.diagnostics) {
    out_ += wrap(fmt::format("  {}  ", paint(style_, Colour::bad, d.code)),
                 printable(d.message), 4, style_.width);
  }
}

void PlanText::signatures() {
  const PlanSource& source = plan_.source;
  const auto all_of = [](std::vector<std::string> parts) {
    parts.erase(std::remove(parts.begin(), parts.end(), ""), parts.end());
    return printable(join(parts, ", "));
  };
  if (!source.signatures.empty()) {
    heading("Chữ ký điện tử, chưa kiểm tra chứng thư",
            source.signatures.size());
  }
  for (const Signature& s : source.signatures) {
    const Colour colour =
        s.status == SignatureStatus::valid ? Colour::good : Colour::bad;
    const std::string who =
        all_of({s.signer, s.organisation, s.email, time_words(s.time)});
    out_ +=
        wrap("  ", who.empty() ? "(không rõ người ký)" : who, 4, style_.width);
    out_ += wrap("    ", paint(style_, colour, signature_words(s)), 4,
                 style_.width);
  }
  if (!source.stamps.empty()) {
    heading("Dấu ký in trên trang", source.stamps.size());
  }
  for (const Stamp& s : source.stamps) {
    out_ += wrap(fmt::format("  tr. {}  ", s.page),
                 all_of({s.kind, s.signer, s.organisation, s.email, s.time}), 4,
                 style_.width);
  }
}

}  // namespace

std::string plan_text(const Plan& plan, const Style& style,
                      const std::vector<FactReview>& reviews) {
  return PlanText(plan, style, reviews).write();
}

}  // namespace kehoach
