#include "store/body_list.h"

namespace kehoach {
namespace {

// Each plan counts once, however many sources it has.
constexpr const char* kCounts =
    " count(*) FILTER (WHERE role = 'lead'),"
    " count(*) FILTER (WHERE role = 'support'),"
    " count(DISTINCT obligations.document_id)";
constexpr const char* kFromPlans =
    " JOIN obligations ON obligations.id = obligation_id"
    " WHERE obligations.document_id IN (SELECT id FROM plans)";

UseCounts read_counts(const Statement& row, int first) {
  return {static_cast<std::uint64_t>(row.integer(first)),
          static_cast<std::uint64_t>(row.integer(first + 1)),
          static_cast<std::uint64_t>(row.integer(first + 2))};
}

}  // namespace

std::vector<BodyUse> list_bodies(Connection& db, std::string_view words) {
  std::string sql =
      "SELECT key, kind, branch, bodies.level, bodies.place, bodies.name,"
      " members IS NOT NULL,";
  sql.append(kCounts)
      .append(" FROM assignments JOIN bodies ON bodies.id = body_id")
      .append(kFromPlans);
  if (!words.empty()) sql += " AND ' ' || bodies.folded || ' ' LIKE ?";
  sql += " GROUP BY bodies.id ORDER BY count(*) DESC, bodies.folded, key";
  const std::string pattern = "% " + std::string(words) + " %";
  Statement row(db, sql);
  if (!words.empty()) row.bind(pattern);
  std::vector<BodyUse> found;
  while (row.step()) {
    BodyUse use;
    use.body.id = row.text(0);
    use.body.kind = row.text(1);
    use.body.branch = row.text(2);
    use.body.level = row.text(3);
    use.body.place = row.text(4);
    use.body.name = row.text(5);
    use.body.is_collective = row.integer(6) != 0;
    use.counts = read_counts(row, 7);
    found.push_back(std::move(use));
  }
  return found;
}

std::vector<NameUse> list_names(Connection& db, std::string_view body) {
  std::string sql = "SELECT agencies.name,";
  sql.append(kCounts)
      .append(" FROM assignments JOIN agencies ON agencies.id = agency_id")
      .append(kFromPlans)
      .append(body.empty() ? " AND body_id IS NULL"
                           : " AND body_id IN (SELECT id FROM bodies"
                             " WHERE key = ?1 OR kind = ?1)")
      .append(
          " GROUP BY agencies.id"
          " ORDER BY count(*) DESC, agencies.folded, agencies.name");
  Statement row(db, sql);
  if (!body.empty()) row.bind(body);
  std::vector<NameUse> found;
  while (row.step()) found.push_back({row.text(0), read_counts(row, 1)});
  return found;
}

}  // namespace kehoach
