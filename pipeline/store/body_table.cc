#include "store/body_table.h"

#include <unordered_set>

#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::string_view kBetween = "; ";

std::string joined(const std::vector<std::string>& members) {
  std::string out;
  for (const std::string& member : members)
    out.append(out.empty() ? "" : kBetween).append(member);
  return out;
}

std::vector<std::string> parts_of(std::string_view members) {
  std::vector<std::string> out;
  while (!members.empty()) {
    const std::size_t end = members.find(kBetween);
    out.emplace_back(members.substr(0, end));
    members.remove_prefix(
        end == std::string_view::npos ? members.size() : end + kBetween.size());
  }
  return out;
}

}  // namespace

// What is said of a body may have changed with the rules: the last word holds.
// By no upsert, which would open a savepoint (see SourceTable::save).
BodyTable::BodyTable(Connection& db)
    : db_(&db),
      insert_(db,
              "INSERT INTO bodies (key, kind, branch, level, place, name,"
              " folded, members) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      update_(db,
              "UPDATE bodies SET branch = ?3, level = ?4, place = ?5,"
              " name = ?6, folded = ?7, members = ?8 WHERE key = ?1"),
      find_(db, "SELECT id FROM bodies WHERE key = ?") {}

void BodyTable::begin_plan(const std::vector<NamedBody>& bodies) {
  meant_.clear();
  for (const NamedBody& named : bodies) meant_.emplace(named.name, &named.body);
}

std::int64_t BodyTable::id(const Body& body) {
  const auto at = known_.find(body.id);
  if (at != known_.end()) return at->second;
  std::int64_t row = 0;
  find_.bind(body.id);
  while (find_.step()) row = find_.integer(0);
  const std::string folded = fold_for_search(body.name);
  const std::string members = joined(body.members);
  Statement& write = row == 0 ? insert_ : update_;
  write.bind(body.id)
      .bind(body.kind)
      .bind_text_or_null(body.branch)
      .bind_text_or_null(body.level)
      .bind_text_or_null(body.place)
      .bind(body.name)
      .bind(folded)
      .bind_text_or_null(members)
      .run();
  if (row == 0) row = sqlite3_last_insert_rowid(db_->get());
  known_.emplace(body.id, row);
  return row;
}

void BodyTable::bind(Statement& assignment, const std::string& name) {
  const auto meant = meant_.find(name);
  if (meant == meant_.end()) {
    assignment.bind_null().bind(std::int64_t{0});
    return;
  }
  const Body& body = *meant->second;
  const std::int64_t row = id(body);
  assignment.bind(row).bind(std::int64_t{body.place_inferred ? 1 : 0});
}

std::vector<NamedBody> read_bodies(Connection& db, DocumentId id) {
  Statement row(db,
                "SELECT agencies.name, key, kind, branch, bodies.level,"
                " bodies.place, bodies.name, members, place_inferred"
                " FROM obligations"
                " JOIN assignments ON obligation_id = obligations.id"
                " JOIN bodies ON bodies.id = body_id"
                " JOIN agencies ON agencies.id = agency_id"
                " WHERE document_id = ?"
                " ORDER BY obligations.ordinal, role, assignments.ordinal");
  row.bind(id);
  std::vector<NamedBody> found;
  std::unordered_set<std::string> seen;
  while (row.step()) {
    std::string name = row.text(0);
    if (!seen.insert(name).second) continue;
    Body body{row.text(1), row.text(2),           row.text(3),
              row.text(4), row.text(5),           row.text(6),
              false,       parts_of(row.text(7)), row.integer(8) != 0};
    body.is_collective = !body.members.empty();
    found.push_back({std::move(name), std::move(body)});
  }
  return found;
}

}  // namespace kehoach
