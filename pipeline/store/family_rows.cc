// What is asked about families of plans: who names whom.

#include "store/link_table.h"
#include "store/names.h"
#include "text/text.h"

namespace kehoach {
namespace {

FamilyDocument read_document(const Statement& row) {
  return {row.integer(0), row.text(1),         row.text(2),    row.text(3),
          row.text(4),    row.text(5),         row.text(6),    row.text(7),
          row.text(8),    row.integer(9) != 0, row.integer(10)};
}

// Citations between plans, each plan by its main version. What `which` names is
// bound by the caller.
std::string edges_sql(const char* which) {
  return std::string(
             "SELECT ifnull(identities.plan_id, citations.document_id),"
             " citations.relation, links.state, links.target_id,"
             " links.cited_as, citations.type, citations.code,"
             " citations.issued_on, citations.issuer, links.unit"
             " FROM links JOIN citations"
             " ON citations.document_id = links.document_id"
             " AND citations.ordinal = links.ordinal"
             " LEFT JOIN identities"
             " ON identities.document_id = links.document_id WHERE ") +
         which +
         " AND links.state <> 'self'"
         " ORDER BY links.document_id, links.ordinal";
}

std::vector<FamilyEdge> read_edges(Statement& row) {
  std::vector<FamilyEdge> edges;
  while (row.step()) {
    FamilyEdge edge;
    edge.child = row.integer(0);
    edge.relation = row.text(1);
    edge.state = link_state_from(row.text(2));
    edge.parent = row.integer(3);
    edge.cited_as = row.text(4);
    edge.cited.type = row.text(5);
    edge.cited.code = row.text(6);
    edge.cited.issued_on = row.text(7);
    edge.cited.issuer = row.text(8);
    edge.cited.unit = row.text(9);
    edges.push_back(std::move(edge));
  }
  return edges;
}

}  // namespace

Result<std::vector<FamilyEdge>> SqliteLinks::changes() {
  Statement query(*db_, edges_sql("citations.relation IN ('amends', 'replaces')"
                                  " AND links.state = 'resolved'"));
  return outcome(read_edges(query));
}

Result<LinkCounts> SqliteLinks::counts() {
  Statement row(*db_, "SELECT state, count(*) FROM links GROUP BY state");
  LinkCounts counts;
  while (row.step()) {
    counts[link_state_from(row.text(0))] =
        static_cast<std::uint64_t>(row.integer(1));
  }
  return outcome(counts);
}

Result<DocumentId> SqliteLinks::main_version(DocumentId document) {
  Statement row(*db_,
                "SELECT plan_id FROM identities JOIN documents"
                " ON documents.id = plan_id WHERE document_id = ?");
  row.bind(document);
  DocumentId main = document;
  while (row.step()) main = row.integer(0);
  return outcome(main);
}

Result<std::optional<FamilyDocument>> SqliteLinks::family_document(
    DocumentId document) {
  Statement row(*db_,
                "SELECT id, type, code, issued_on, issuer, level, title, unit,"
                " within, ifnull(in_force, 1), replaced_by FROM documents"
                " LEFT JOIN identities ON document_id = id WHERE id = ?");
  row.bind(document);
  std::optional<FamilyDocument> found;
  while (row.step()) found = read_document(row);
  return outcome(std::move(found));
}

Result<std::uint64_t> SqliteLinks::obligations_of(DocumentId document) {
  Statement row(*db_, "SELECT count(*) FROM obligations WHERE document_id = ?");
  row.bind(document);
  std::uint64_t count = 0;
  while (row.step()) count = static_cast<std::uint64_t>(row.integer(0));
  return outcome(count);
}

Result<std::vector<FamilyEdge>> SqliteLinks::edges_of(DocumentId document) {
  Statement query(*db_, edges_sql("links.document_id = ?"));
  query.bind(document);
  return outcome(read_edges(query));
}

Result<std::vector<FamilyEdge>> SqliteLinks::edges_to(DocumentId document) {
  Statement query(*db_, edges_sql("links.target_id = ?"
                                  " AND links.state = 'resolved'"));
  query.bind(document);
  return outcome(read_edges(query));
}

Result<std::vector<FamilyEdge>> SqliteLinks::edges_to(
    std::string_view cited_as) {
  Statement query(*db_, edges_sql("links.cited_as = ?"
                                  " AND links.state <> 'resolved'"));
  query.bind(cited_as);
  return outcome(read_edges(query));
}

Result<std::vector<std::string>> SqliteLinks::cited_with(
    std::string_view code) {
  const std::string folded = fold_for_search(code);
  Statement row(*db_,
                "SELECT DISTINCT links.cited_as FROM citations JOIN links"
                " ON links.document_id = citations.document_id"
                " AND links.ordinal = citations.ordinal"
                " WHERE citations.code_folded = ?"
                " AND links.state IN ('not-in-archive', 'ambiguous')"
                " ORDER BY 1");
  row.bind(folded);
  std::vector<std::string> found;
  while (row.step()) found.push_back(row.text(0));
  return outcome(std::move(found));
}

Result<std::vector<std::pair<std::string, std::string>>> SqliteLinks::units() {
  Statement row(*db_,
                "SELECT DISTINCT unit, ifnull(within, '') FROM identities"
                " JOIN documents ON documents.id = document_id"
                " WHERE unit IS NOT NULL ORDER BY 1, 2");
  std::vector<std::pair<std::string, std::string>> found;
  while (row.step()) found.emplace_back(row.text(0), row.text(1));
  return outcome(std::move(found));
}

}  // namespace kehoach
