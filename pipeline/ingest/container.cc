#include "ingest/container.h"

#include <algorithm>

#include "ingest/archive_reader.h"
#include "ingest/mail_reader.h"
#include "ingest/member_name.h"

namespace kehoach {
namespace {

// Small files may well be nothing but one repeated line.
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{32} << 20;

// Leaves what it entered.
class Level {
 public:
  explicit Level(UnpackBudget& budget) : budget_(budget) {}
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;
  ~Level() { budget_.leave(); }

 private:
  UnpackBudget& budget_;
};

bool visit_inside(std::string_view bytes, const std::string& path,
                  UnpackBudget& budget, const DocumentVisitor& visit) {
  const ContainerKind kind = container_kind(bytes);
  if (kind == ContainerKind::none) return visit(path, bytes);
  bool go_on = true;
  const Unpacked unpacked =
      unpack(kind, bytes, path, budget,
             [&](const std::string& member, const Result<std::string>& inside) {
               go_on = inside ? visit_inside(*inside, member, budget, visit)
                              : visit(member, Failure(inside.error()));
               return go_on;
             });
  if (!go_on || unpacked.problem.empty()) return go_on;
  return visit(path, Failure(Error{Error::Kind::damaged,
                                   path + ": " + unpacked.problem}));
}

}  // namespace

ContainerKind container_kind(std::string_view bytes) {
  if (is_archive(bytes)) return ContainerKind::archive;
  if (is_mailbox(bytes)) return ContainerKind::mailbox;
  return is_mail(bytes) ? ContainerKind::mail : ContainerKind::none;
}

bool UnpackBudget::refuse(std::string problem) {
  if (problem_.empty()) problem_ = std::move(problem);
  return false;
}

bool UnpackBudget::spend_bytes(std::uint64_t count) {
  bytes_ += count;
  if (bytes_ > limits_.total_bytes) {
    return refuse("unpacks to more than the limit of " +
                  std::to_string(limits_.total_bytes >> 20) +
                  " MB; unpack and split it");
  }
  if (bytes_ > kAlwaysAllowed && bytes_ / limits_.ratio > packed_) {
    return refuse("unpacks to more than " + std::to_string(limits_.ratio) +
                  " times its size, as no plans do; unpack it if you trust it");
  }
  return true;
}

bool UnpackBudget::spend_entry() {
  if (++entries_ <= limits_.members) return true;
  return refuse("holds more than the limit of " +
                std::to_string(limits_.members) + " files; unpack it");
}

bool UnpackBudget::enter() {
  if (depth_++ < limits_.depth) return true;
  return false;
}

std::string damage(std::string_view what) {
  std::string text = "is damaged (" + readable_name(what) +
                     "); get it again from where it came from";
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return text;
}

bool MemberSink::take(std::string_view name, const Read& read) {
  ++unpacked_.members;
  const bool refused = leads_out(name);
  const std::string path =
      container_ + kMemberMark +
      unique(refused ? std::string(name) : tidy_name(name));
  Result<std::string> bytes =
      refused ? Failure(Error{Error::Kind::invalid,
                              "the name leads out of the container; mend the "
                              "name or leave the file out"})
              : read();
  if (!bytes) bytes.error().message.insert(0, path + ": ");
  unpacked_.stopped = !visit_(path, std::move(bytes));
  if (unpacked_.problem.empty()) unpacked_.problem = budget_.problem();
  return !unpacked_.stopped && budget_.problem().empty();
}

std::string MemberSink::unique(const std::string& name) {
  std::size_t times = ++names_[name];
  if (times == 1) return name;
  while (true) {
    std::string other = numbered_name(name, times);
    if (names_.emplace(other, 1).second) return other;
    names_[name] = ++times;
  }
}

Unpacked unpack(ContainerKind kind, std::string_view bytes,
                const std::string& path, UnpackBudget& budget,
                const MemberVisitor& visit) {
  const bool fits = budget.enter();
  const Level level(budget);
  MemberSink sink(path, budget, visit);
  if (!fits) {
    sink.fail("is nested more than " + std::to_string(budget.limits().depth) +
              " deep; unpack what it is in");
  } else if (kind == ContainerKind::archive) {
    if (const auto reader = archive_reader(); reader) {
      (*reader)->read(bytes, sink);
    } else {
      sink.fail(reader.error().message);
    }
  } else if (kind == ContainerKind::mail) {
    if (const auto read = mail_reader(); read) {
      (*read)(bytes, sink);
    } else {
      sink.fail(read.error().message);
    }
  } else if (kind == ContainerKind::mailbox) {
    read_mailbox(bytes, sink);
  }
  return sink.result();
}

CanUnpack can_unpack() {
  return {archive_reader().has_value(), mail_reader().has_value()};
}

bool is_container(std::string_view bytes) {
  return container_kind(bytes) != ContainerKind::none;
}

void visit_documents(std::string_view bytes, const std::string& path,
                     const ContainerLimits& limits,
                     const DocumentVisitor& visit) {
  UnpackBudget budget(limits, bytes.size());
  (void)visit_inside(bytes, path, budget, visit);
}

}  // namespace kehoach
