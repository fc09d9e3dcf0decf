#include "store/sketch_table.h"

#include "store/link_table.h"

namespace kehoach {
namespace {

constexpr std::size_t kNumberBytes = 4;
constexpr unsigned kByteBits = 8;

}  // namespace

std::string sketch_bytes(const Sketch& sketch) {
  std::string bytes;
  bytes.reserve(sketch.size() * kNumberBytes);
  for (const std::uint32_t number : sketch) {
    for (unsigned i = 0; i < kNumberBytes; ++i)
      bytes += static_cast<char>((number >> (kByteBits * i)) & 0xFFU);
  }
  return bytes;
}

Sketch sketch_from(std::string_view bytes) {
  if (bytes.size() != kSketchSize * kNumberBytes) return {};
  Sketch sketch(kSketchSize);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    sketch[at / kNumberBytes] |= std::uint32_t{byte}
                                 << (kByteBits * (at % kNumberBytes));
  }
  return sketch;
}

Result<bool> SqliteLinks::are_compared() {
  const std::int64_t all = db_->number("SELECT count(*) FROM documents");
  const std::int64_t compared =
      db_->number("SELECT count(*) FROM sketches WHERE compared = 1");
  const std::int64_t then = db_->number("SELECT documents FROM compared");
  return outcome(all == compared && all == then);
}

// Documents that an older program has read, or a reader that makes none.
void SqliteLinks::add_sketches() {
  std::vector<DocumentId> missing;
  Statement rows(*db_,
                 "SELECT document_id FROM texts WHERE NOT EXISTS (SELECT 1"
                 " FROM sketches"
                 " WHERE sketches.document_id = texts.document_id)");
  while (rows.step()) missing.push_back(rows.integer(0));
  Statement text(*db_, "SELECT text FROM texts WHERE document_id = ?");
  Statement insert(*db_,
                   "INSERT INTO sketches (document_id, least) VALUES (?, ?)");
  for (const DocumentId id : missing) {
    begin_batch();
    std::string bytes;
    text.bind(id);
    while (text.step()) bytes = sketch_bytes(sketch_of(text.text(0)));
    insert.bind(id).bind_blob(bytes).run();
  }
}

Result<std::vector<DocumentSketch>> SqliteLinks::sketches() {
  add_sketches();
  Statement row(*db_,
                "SELECT document_id, least FROM sketches ORDER BY document_id");
  std::vector<DocumentSketch> found;
  while (row.step())
    found.push_back({row.integer(0), sketch_from(row.text(1))});
  return outcome(std::move(found));
}

Result<void> SqliteLinks::save(const std::vector<NearDuplicate>& pairs) {
  begin_batch();
  db_->run("DELETE FROM near_duplicates");
  Statement insert(*db_,
                   "INSERT INTO near_duplicates (document_id, other_id, share)"
                   " VALUES (?, ?, ?)");
  for (const NearDuplicate& pair : pairs)
    insert.bind(pair.document).bind(pair.other).bind(pair.share).run();
  db_->run("UPDATE sketches SET compared = 1 WHERE compared = 0");
  db_->run(
      "INSERT OR REPLACE INTO compared (id, documents)"
      " VALUES (1, (SELECT count(*) FROM documents))");
  return db_->outcome();
}

}  // namespace kehoach
