// Files that hold other files: archives and mails. Private to ingest/.
//
// Nothing is ever written to disk: a member is bytes in memory while it is
// being visited, and gone after that.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/ingest.h"

namespace kehoach {

enum class ContainerKind : std::uint8_t { none, archive, mail, mailbox };

// Told by the bytes. Office documents, workbooks and books are ZIP files as
// well, but no containers.
[[nodiscard]] ContainerKind container_kind(std::string_view bytes);

// What has been unpacked from one file on disk, through all the containers
// inside each other, against what the limits allow.
class UnpackBudget {
 public:
  UnpackBudget(const ContainerLimits& limits, std::uint64_t packed)
      : limits_(limits), packed_(packed) {}

  // False when that is too much; `problem` then says what was.
  [[nodiscard]] bool spend_bytes(std::uint64_t count);
  [[nodiscard]] bool spend_entry();
  [[nodiscard]] bool enter();
  void leave() { --depth_; }

  [[nodiscard]] const ContainerLimits& limits() const { return limits_; }
  // What is wrong and what to do; empty while all is well.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  [[nodiscard]] bool refuse(std::string problem);

  ContainerLimits limits_;
  std::uint64_t packed_, bytes_ = 0, entries_ = 0;
  std::size_t depth_ = 0;
  std::string problem_;
};

// Is given the path of a member and its bytes, or the reason why it has none.
// False ends the walk.
using MemberVisitor =
    std::function<bool(const std::string& path, Result<std::string> bytes)>;

// How a walk through a container ended.
struct Unpacked {
  std::uint64_t members = 0;
  bool stopped = false;  // by its visitor
  std::string problem;   // what is wrong with the container; empty for nothing
  Error::Kind kind = Error::Kind::damaged;  // of the problem
};

// Visits the members of one container in its order; those that are containers
// themselves are given as they are. Never fails: what could be read before a
// damage is visited, and the damage said.
[[nodiscard]] Unpacked unpack(ContainerKind kind, std::string_view bytes,
                              const std::string& path, UnpackBudget& budget,
                              const MemberVisitor& visit);

// What is wrong with a container or a member, on one line, and what to do.
[[nodiscard]] std::string damage(std::string_view what);

// Where the readers of the formats bring what they find.
class MemberSink {
 public:
  using Read = std::function<Result<std::string>()>;

  MemberSink(const std::string& container, UnpackBudget& budget,
             const MemberVisitor& visit)
      : container_(container), budget_(budget), visit_(visit) {}

  // Names a member, reads it unless its name leads out of the container, and
  // has it visited. Messages of `read` begin without the path. False ends the
  // walk.
  [[nodiscard]] bool take(std::string_view name, const Read& read);
  // The container is damaged from here on.
  void fail(std::string problem) { unpacked_.problem = std::move(problem); }

  [[nodiscard]] const std::string& container() const { return container_; }
  [[nodiscard]] UnpackBudget& budget() { return budget_; }
  [[nodiscard]] Unpacked result() const { return unpacked_; }

 private:
  [[nodiscard]] std::string unique(const std::string& name);

  const std::string& container_;
  UnpackBudget& budget_;
  const MemberVisitor& visit_;
  std::unordered_map<std::string, std::size_t> names_;  // times given
  Unpacked unpacked_;
};

}  // namespace kehoach
