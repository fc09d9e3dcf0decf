#include "model/plan_bytes.h"

#include <cmath>

#include "model/wire.h"

namespace kehoach {

// The last value of each kind that is sent.
constexpr SignatureStatus last_of(SignatureStatus) {
  return SignatureStatus::unchecked;
}
constexpr SectionRole last_of(SectionRole) { return SectionRole::closing; }
constexpr NodeKind last_of(NodeKind) { return NodeKind::rule; }
constexpr Because last_of(Because) { return Because::appendix; }
constexpr Marker last_of(Marker) { return Marker::plus; }
constexpr Certainty last_of(Certainty) { return Certainty::high; }
constexpr NamedBy last_of(NamedBy) { return NamedBy::column; }
constexpr DueBy last_of(DueBy) { return DueBy::title; }

// ---- the fields of each type of a plan

template <typename Io>
void fields(Io& io, Of<Signature> auto& value) {
  auto& [signer, organisation, email, time, status, whole_file] = value;
  io(signer, organisation, email, time, status, whole_file);
}

template <typename Io>
void fields(Io& io, Of<PlanSource> auto& value) {
  auto& [path, sha256, media_type, bytes, pages, stamps, signatures] = value;
  io(path, sha256, media_type, bytes, pages, stamps, signatures);
}

template <typename Io>
void fields(Io& io, Of<Document> auto& value) {
  auto& [type, number, symbol, code, issued_on, place, issuer, level, title,
         signer, signer_title, recipients] = value;
  io(type, number, symbol, code, issued_on, place, issuer, level, title, signer,
     signer_title, recipients);
}

template <typename Io>
void fields(Io& io, Of<Evidence> auto& value) {
  auto& [quote, span, page, box, rule, confidence, certainty] = value;
  io(quote, span, page, box, rule, confidence, certainty);
}

template <typename Io>
void fields(Io& io, Of<Reference> auto& value) {
  auto& [evidence, code, type, issued_on, issuer, relation, dates_differ,
         of_decision] = value;
  io(evidence, code, type, issued_on, issuer, relation, dates_differ,
     of_decision);
}

template <typename Io>
void fields(Io& io, Of<NameOrigin> auto& value) {
  auto& [by, node] = value;
  io(by, node);
}

template <typename Io>
void fields(Io& io, Of<Obligation> auto& value) {
  auto& [evidence, id, path, section, lead, support, modality, lead_from,
         support_from] = value;
  io(evidence, id, path, section, lead, support, modality, lead_from,
     support_from);
}

template <typename Io>
void fields(Io& io, Of<Deadline> auto& value) {
  auto& [evidence, kind, when, rrule, bound, year_inferred, obligation] = value;
  io(evidence, kind, when, rrule, bound, year_inferred, obligation);
}

template <typename Io>
void fields(Io& io, Of<Target> auto& value) {
  auto& [evidence, indicator, comparator, amount, amount_to, unit, due,
         obligation, due_by] = value;
  io(evidence, indicator, comparator, amount, amount_to, unit, due, obligation,
     due_by);
}

template <typename Io>
void fields(Io& io, Of<Body> auto& value) {
  auto& [id, kind, branch, level, place, name, is_collective, members,
         place_inferred] = value;
  io(id, kind, branch, level, place, name, is_collective, members,
     place_inferred);
}

template <typename Io>
void fields(Io& io, Of<NamedBody> auto& value) {
  auto& [name, body] = value;
  io(name, body);
}

template <typename Io>
void fields(Io& io, Of<Node> auto& value) {
  auto& [kind, marker, role, parent, depth, has_children, span, body, label,
         path, page, place, bold, kind_by, role_by, rule, role_rule] = value;
  io(kind, marker, role, parent, depth, has_children, span, body, label, path,
     page, place, bold, kind_by, role_by, rule, role_rule);
}

template <typename Io>
void fields(Io& io, Of<Table> auto& value) {
  auto& [id, rows, columns] = value;
  io(id, rows, columns);
}

template <typename Io>
void fields(Io& io, Of<Outline> auto& value) {
  auto& [nodes, tables, plan_begin, diagnostics] = value;
  io(nodes, tables, plan_begin, diagnostics);
}

template <typename Io>
void fields(Io& io, Of<Plan> auto& value) {
  auto& [source, document, references, obligations, deadlines, targets, bodies,
         diagnostics, text, outline, sketch] = value;
  io(source, document, references, obligations, deadlines, targets, bodies,
     diagnostics, text, outline, sketch);
}

namespace {

// Values that their types allow, and no plan has.
class Checker {
 public:
  explicit Checker(const Plan& plan)
      : text_(plan.text.size()), nodes_(plan.outline.nodes.size()) {}

  template <typename... T>
  void operator()(const T&... values) {
    (check(values), ...);
  }
  [[nodiscard]] bool all_is_well() const { return ok_; }

 private:
  void require(bool what) { ok_ = ok_ && what; }

  template <typename T>
  void check(const T& value) {
    if constexpr (std::is_floating_point_v<T>) {
      require(std::isfinite(value));
    } else if constexpr (!std::is_arithmetic_v<T> && !std::is_enum_v<T>) {
      fields(*this, value);
    }
  }
  void check(const std::string& /*any*/) {}
  template <typename T>
  void check(const std::optional<T>& value) {
    if (value) check(*value);
  }
  template <typename T>
  void check(const std::vector<T>& values) {
    for (const T& value : values) check(value);
  }
  void check(const Span& span) {
    require(span.begin <= span.end && span.end <= text_);
  }
  void check(const Evidence& evidence) {
    require(evidence.confidence >= 0 && evidence.confidence <= 1);
    fields(*this, evidence);
  }
  void check(const Plan& plan) {
    require(plan.sketch.empty() || plan.sketch.size() == kSketchSize);
    fields(*this, plan);
  }
  void check(const NameOrigin& origin) {
    require(
        origin.node >= -1 &&
        (origin.node < 0 || static_cast<std::size_t>(origin.node) < nodes_));
  }
  // What a node hangs under stands before it: so they are no circle.
  void check(const std::vector<Node>& nodes) {
    std::int64_t at = 0;
    for (const Node& node : nodes) {
      require(node.parent >= -1 && node.parent < at++);
      fields(*this, node);
    }
  }

  std::size_t text_, nodes_;
  bool ok_ = true;
};

}  // namespace

std::string to_bytes(const Plan& plan) {
  WireWriter writer(2 * plan.text.size() + 200 * plan.outline.nodes.size() +
                    4096);
  writer(plan);
  return writer.take();
}

Result<Plan> plan_from_bytes(std::string_view bytes) {
  WireReader reader(bytes);
  Plan plan;
  reader(plan);
  Checker checker(plan);
  checker(plan);
  if (!reader.ended_well() || !checker.all_is_well())
    return Failure(Error{Error::Kind::invalid, "these bytes are no plan"});
  return plan;
}

}  // namespace kehoach
