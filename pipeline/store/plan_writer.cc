#include "store/plan_writer.h"

#include <algorithm>
#include <cmath>

#include "store/names.h"
#include "store/outline_json.h"
#include "store/sketch_table.h"
#include "text/text.h"

namespace kehoach {
namespace {

// An INSERT with one parameter for each of `columns`, separated by commas.
std::string insert_into(std::string_view table, std::string_view columns) {
  const auto commas = std::count(columns.begin(), columns.end(), ',');
  std::string sql = "INSERT INTO " + std::string(table) + " (" +
                    std::string(columns) + ") VALUES (?";
  for (auto i = commas; i > 0; --i) sql += ", ?";
  return sql + ")";
}

std::string fact_insert(std::string_view table, std::string_view columns) {
  return insert_into(table,
                     std::string(columns) +
                         ", quote, span_begin, span_end, page, x0, y0, x1, y1,"
                         " confidence, certainty, rule_id");
}

std::string folded_code(const std::optional<std::string>& code) {
  return code ? fold_for_search(*code) : std::string();
}

// A code is unique for its issuer and year. Where the number is blank, title
// and issuer must both be there to tell one plan from all others.
std::string plan_key(const Document& d) {
  const bool titled = !d.title.empty() && d.issuer;
  if (!d.code && !titled) return {};
  return fold_for_search(d.code ? *d.code : d.title) + "|" +
         fold_for_search(d.issuer.value_or("")) + "|" +
         d.issued_on.value_or("");
}

void bind_box(Statement& insert, const Box& box) {
  for (const float edge : {box.x0, box.y0, box.x1, box.y1}) {
    if (box.empty()) {
      insert.bind_null();
    } else {
      insert.bind(static_cast<double>(edge));
    }
  }
}

}  // namespace

NameTable::NameTable(Connection& db, const char* find, const char* insert,
                     bool folded)
    : db_(&db), find_(db, find), insert_(db, insert), folded_(folded) {}

std::int64_t NameTable::id(const std::string& name) {
  const auto at = known_.find(name);
  if (at != known_.end()) return at->second;
  std::int64_t id = 0;
  find_.bind(name);
  while (find_.step()) id = find_.integer(0);
  if (id == 0) {
    const std::string folded = folded_ ? fold_for_search(name) : std::string();
    insert_.bind(name);
    if (folded_) insert_.bind(folded);
    insert_.run();
    id = sqlite3_last_insert_rowid(db_->get());
  }
  known_.emplace(name, id);
  return id;
}

PlanWriter::PlanWriter(Connection& db)
    : db_(&db),
      rules_(db, "SELECT id FROM rules WHERE name = ?",
             "INSERT INTO rules (name) VALUES (?)", false),
      agencies_(db, "SELECT id FROM agencies WHERE name = ?",
                "INSERT INTO agencies (name, folded) VALUES (?, ?)", true),
      bodies_(db),
      delete_document_(db, "DELETE FROM documents WHERE id = ?"),
      document_(db, insert_into("documents",
                                "id, sha256, reader_id, media_type, bytes,"
                                " pages, type, number, symbol, code,"
                                " code_folded, issued_on, place, issuer, level,"
                                " title, title_folded, signer, signer_title,"
                                " plan_key")),
      title_index_(db,
                   insert_into("documents_fts", "rowid, title, title_folded")),
      text_(db, insert_into("texts", "document_id, text")),
      recipient_(db, insert_into("recipients", "document_id, ordinal, name")),
      outline_(db, insert_into("outlines", "document_id, nodes")),
      citation_(db, fact_insert("citations",
                                "document_id, ordinal, code, code_folded, type,"
                                " issued_on, issuer, relation, of_decision")),
      obligation_(db, fact_insert("obligations",
                                  "document_id, ordinal, path, section,"
                                  " modality, folded")),
      obligation_index_(db,
                        insert_into("obligations_fts", "rowid, quote, folded")),
      assignment_(db, insert_into("assignments",
                                  "obligation_id, role, ordinal, agency_id, "
                                  "body_id, place_inferred")),
      deadline_(db, fact_insert("deadlines",
                                "document_id, ordinal, obligation_id, kind,"
                                " value, rrule, bound, year_inferred")),
      target_(db, fact_insert("targets",
                              "document_id, ordinal, obligation_id, indicator,"
                              " comparator, value, value_to, unit, due")),
      diagnostic_(db, insert_into("diagnostics",
                                  "document_id, ordinal, severity, code,"
                                  " message, span_begin, span_end")),
      stamp_(db, insert_into("stamps",
                             "document_id, ordinal, kind, signer,"
                             " organisation, email, time, page, x0, y0, x1,"
                             " y1")),
      signature_(db, insert_into("signatures",
                                 "document_id, ordinal, signer, organisation,"
                                 " email, time, status, whole_file")),
      sketch_(db, insert_into("sketches", "document_id, least")) {}

DocumentId PlanWriter::write(const Plan& plan, const Source& source,
                             std::int64_t reader_id,
                             std::optional<DocumentId> replaced) {
  if (replaced) delete_document_.bind(*replaced).run();
  const DocumentId id = write_document(plan, source, reader_id, replaced);
  write_outline(id, plan.outline);
  write_citations(id, plan.references);
  write_obligations(id, plan);
  write_deadlines(id, plan.deadlines);
  write_targets(id, plan.targets);
  write_diagnostics(id, plan.diagnostics);
  write_signatures(id, plan.source);
  if (!plan.sketch.empty()) {
    const std::string bytes = sketch_bytes(plan.sketch);
    sketch_.bind(id).bind_blob(bytes).run();
  }
  return id;
}

DocumentId PlanWriter::write_document(const Plan& plan, const Source& source,
                                      std::int64_t reader_id,
                                      std::optional<DocumentId> id) {
  const Document& d = plan.document;
  const std::string code = folded_code(d.code);
  const std::string title = fold_for_search(d.title);
  const std::string key = plan_key(d);
  if (id) {
    document_.bind(*id);
  } else {
    document_.bind_null();
  }
  document_.bind(source.sha256)
      .bind(reader_id)
      .bind(plan.source.media_type)
      .bind(static_cast<std::int64_t>(source.bytes))
      .bind(std::int64_t{plan.source.pages})
      .bind_text_or_null(d.type)
      .bind_optional(d.number)
      .bind_optional(d.symbol)
      .bind_optional(d.code)
      .bind_text_or_null(code)
      .bind_optional(d.issued_on)
      .bind_optional(d.place)
      .bind_optional(d.issuer)
      .bind_optional(d.level)
      .bind(d.title)
      .bind(title)
      .bind_optional(d.signer)
      .bind_optional(d.signer_title)
      .bind_text_or_null(key)
      .run();
  const DocumentId row = id ? *id : sqlite3_last_insert_rowid(db_->get());
  title_index_.bind(row).bind(d.title).bind(title).run();
  text_.bind(row).bind(plan.text).run();
  std::int64_t ordinal = 0;
  for (const std::string& name : d.recipients)
    recipient_.bind(row).bind(++ordinal).bind(name).run();
  return row;
}

void PlanWriter::write_outline(DocumentId id, const Outline& outline) {
  if (outline.nodes.empty()) return;
  const std::string nodes = outline_json(outline.nodes);
  outline_.bind(id).bind(nodes).run();
}

Statement& PlanWriter::bind_evidence(Statement& insert, const Evidence& e) {
  insert.bind(e.quote)
      .bind(std::int64_t{e.span.begin})
      .bind(std::int64_t{e.span.end})
      .bind_positive_or_null(e.page);
  bind_box(insert, e.box);
  if (e.confidence < 1) {
    insert.bind(std::round(static_cast<double>(e.confidence) * 100) / 100);
  } else {
    insert.bind_null();
  }
  insert.bind(name_of(e.certainty));
  return e.rule.empty() ? insert.bind_null() : insert.bind(rules_.id(e.rule));
}

void PlanWriter::write_citations(DocumentId id,
                                 const std::vector<Reference>& references) {
  std::int64_t ordinal = 0;
  for (const Reference& r : references) {
    const std::string folded = fold_for_search(r.code);
    citation_.bind(id)
        .bind(++ordinal)
        .bind(r.code)
        .bind(folded)
        .bind_text_or_null(r.type)
        .bind_optional(r.issued_on)
        .bind_optional(r.issuer)
        .bind(r.relation)
        .bind(std::int64_t{r.of_decision});
    bind_evidence(citation_, r.evidence).run();
  }
}

void PlanWriter::write_obligations(DocumentId id, const Plan& plan) {
  obligation_rows_.clear();
  bodies_.begin_plan(plan.bodies);
  std::int64_t ordinal = 0;
  for (const Obligation& o : plan.obligations) {
    const std::string folded = fold_for_search(o.evidence.quote);
    obligation_.bind(id)
        .bind(++ordinal)
        .bind(o.path)
        .bind(name_of(o.section))
        .bind(o.modality)
        .bind(folded);
    bind_evidence(obligation_, o.evidence).run();
    const std::int64_t row = sqlite3_last_insert_rowid(db_->get());
    obligation_index_.bind(row).bind(o.evidence.quote).bind(folded).run();
    obligation_rows_.emplace(o.id, row);
    write_assignments(row, "lead", o.lead);
    write_assignments(row, "support", o.support);
  }
}

void PlanWriter::write_assignments(std::int64_t obligation, const char* role,
                                   const std::vector<std::string>& agencies) {
  std::int64_t ordinal = 0;
  for (const std::string& name : agencies) {
    const std::int64_t agency = agencies_.id(name);
    assignment_.bind(obligation)
        .bind(std::string_view(role))
        .bind(++ordinal)
        .bind(agency);
    bodies_.bind(assignment_, name);
    assignment_.run();
  }
}

void PlanWriter::bind_obligation(Statement& insert,
                                 const std::optional<std::string>& obligation) {
  const auto at =
      obligation ? obligation_rows_.find(*obligation) : obligation_rows_.end();
  if (at == obligation_rows_.end()) {
    insert.bind_null();
  } else {
    insert.bind(at->second);
  }
}

void PlanWriter::write_deadlines(DocumentId id,
                                 const std::vector<Deadline>& deadlines) {
  std::int64_t ordinal = 0;
  for (const Deadline& d : deadlines) {
    deadline_.bind(id).bind(++ordinal);
    bind_obligation(deadline_, d.obligation);
    deadline_.bind(d.kind)
        .bind_optional(d.value)
        .bind_optional(d.rrule)
        .bind(d.bound)
        .bind(std::int64_t{d.year_inferred ? 1 : 0});
    bind_evidence(deadline_, d.evidence).run();
  }
}

void PlanWriter::write_targets(DocumentId id,
                               const std::vector<Target>& targets) {
  std::int64_t ordinal = 0;
  for (const Target& t : targets) {
    target_.bind(id).bind(++ordinal);
    bind_obligation(target_, t.obligation);
    target_.bind(t.indicator).bind(t.comparator).bind(t.value);
    if (t.value_to) {
      target_.bind(*t.value_to);
    } else {
      target_.bind_null();
    }
    target_.bind(t.unit).bind_optional(t.due);
    bind_evidence(target_, t.evidence).run();
  }
}

void PlanWriter::write_diagnostics(DocumentId id,
                                   const std::vector<Diagnostic>& diagnostics) {
  std::int64_t ordinal = 0;
  for (const Diagnostic& d : diagnostics) {
    diagnostic_.bind(id)
        .bind(++ordinal)
        .bind(name_of(d.severity))
        .bind(d.code)
        .bind(d.message)
        .bind(std::int64_t{d.span.begin})
        .bind(std::int64_t{d.span.end})
        .run();
  }
}

void PlanWriter::write_signatures(DocumentId id, const PlanSource& source) {
  std::int64_t ordinal = 0;
  for (const Stamp& s : source.stamps) {
    stamp_.bind(id)
        .bind(++ordinal)
        .bind_text_or_null(s.kind)
        .bind_text_or_null(s.signer)
        .bind_text_or_null(s.organisation)
        .bind_text_or_null(s.email)
        .bind_text_or_null(s.time)
        .bind(std::int64_t{s.page});
    bind_box(stamp_, s.box);
    stamp_.run();
  }
  ordinal = 0;
  for (const Signature& s : source.signatures) {
    signature_.bind(id)
        .bind(++ordinal)
        .bind_text_or_null(s.signer)
        .bind_text_or_null(s.organisation)
        .bind_text_or_null(s.email)
        .bind_text_or_null(s.time)
        .bind(name_of(s.status))
        .bind(std::int64_t{s.whole_file ? 1 : 0})
        .run();
  }
}

}  // namespace kehoach
