#include "ingest/frame.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace kehoach {
namespace {

void append_size(std::string& out, std::uint64_t size) {
  std::array<char, sizeof(size)> raw{};
  std::memcpy(raw.data(), &size, sizeof(size));
  out.append(raw.data(), raw.size());
}

std::uint64_t size_at(std::string_view bytes) {
  std::uint64_t size = 0;
  std::memcpy(&size, bytes.data(), sizeof(size));
  return size;
}

std::string frame(FrameKind kind,
                  std::initializer_list<std::string_view> fields) {
  std::size_t size = 0;
  for (const std::string_view field : fields)
    size += sizeof(std::uint64_t) + field.size();
  std::string out;
  out.reserve(1 + sizeof(std::uint64_t) + size);
  out += static_cast<char>(kind);
  append_size(out, size);
  for (const std::string_view field : fields) {
    append_size(out, field.size());
    out += field;
  }
  return out;
}

bool read_all(int descriptor, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = read(descriptor, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool is_kind(char byte) {
  return static_cast<std::uint8_t>(byte) <=
         static_cast<std::uint8_t>(FrameKind::bye);
}

}  // namespace

std::optional<std::vector<std::string_view>> fields_of(std::string_view payload,
                                                       std::size_t count) {
  std::vector<std::string_view> fields;
  while (payload.size() >= sizeof(std::uint64_t)) {
    const std::uint64_t size = size_at(payload);
    payload.remove_prefix(sizeof(size));
    if (size > payload.size()) return std::nullopt;
    fields.push_back(payload.substr(0, size));
    payload.remove_prefix(size);
  }
  if (!payload.empty() || fields.size() != count) return std::nullopt;
  return fields;
}

std::uint64_t number_in(std::string_view field) {
  std::uint64_t number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

bool send_frame(int descriptor, FrameKind kind,
                std::initializer_list<std::string_view> fields) {
  const std::string bytes = frame(kind, fields);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const ssize_t done = write(descriptor, rest.data(), rest.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

std::optional<Frame> receive_frame(int descriptor) {
  std::array<char, 1 + sizeof(std::uint64_t)> head{};
  if (!read_all(descriptor, head.data(), head.size()) || !is_kind(head[0]))
    return std::nullopt;
  const std::uint64_t size = size_at({head.data() + 1, sizeof(std::uint64_t)});
  if (size > kLongestFrame) return std::nullopt;
  Frame received{static_cast<FrameKind>(head[0]), std::string(size, '\0')};
  if (!read_all(descriptor, received.payload.data(), size)) return std::nullopt;
  return received;
}

void FrameSender::add(FrameKind kind,
                      std::initializer_list<std::string_view> fields) {
  rest_.push_back(frame(kind, fields));
}

void FrameSender::clear() {
  rest_.clear();
  sent_ = 0;
}

bool FrameSender::flush(int descriptor) {
  while (!rest_.empty()) {
    const std::string_view left = std::string_view(rest_.front()).substr(sent_);
    const ssize_t done = write(descriptor, left.data(), left.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return errno == EAGAIN;
    sent_ += static_cast<std::size_t>(done);
    if (sent_ < rest_.front().size()) continue;
    rest_.pop_front();
    sent_ = 0;
  }
  return true;
}

std::uint64_t FrameReceiver::expected() const {
  return size_at(there().substr(1));
}

void FrameReceiver::make_room(std::size_t more) {
  const std::size_t size = end_ - begin_;
  if (room_ - end_ >= more) return;
  if (room_ - size >= more) {
    std::memmove(bytes_.get(), bytes_.get() + begin_, size);
  } else {
    room_ = size + std::max(more, size / 2);
    std::unique_ptr<char[]> larger(new char[room_]);
    if (size > 0) std::memcpy(larger.get(), bytes_.get() + begin_, size);
    bytes_ = std::move(larger);
  }
  begin_ = 0;
  end_ = size;
}

bool FrameReceiver::fill(int descriptor) {
  constexpr std::size_t kLeast = std::size_t{1} << 16;
  // What a pipe can hold, so that one call mostly empties it.
  constexpr std::size_t kMost = std::size_t{1} << 20;
  std::size_t room = kLeast;
  while (!wrong_ && !has_next()) {
    make_room(room);
    const ssize_t got = read(descriptor, bytes_.get() + end_, room);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got < 0 && errno == EAGAIN;
    end_ += static_cast<std::size_t>(got);
    if (end_ - begin_ >= kHead)
      wrong_ = !is_kind(there()[0]) || expected() > kLongestFrame;
    if (static_cast<std::size_t>(got) < room) break;
    room = kMost;
  }
  return !wrong_;
}

bool FrameReceiver::has_next() const {
  const std::size_t size = end_ - begin_;
  return !wrong_ && size >= kHead && expected() <= size - kHead;
}

std::optional<Frame> FrameReceiver::next() {
  if (!has_next()) return std::nullopt;
  wrong_ = !is_kind(there()[0]);
  if (wrong_) return std::nullopt;
  const std::uint64_t size = expected();
  Frame received{static_cast<FrameKind>(there()[0]),
                 std::string(there().substr(kHead, size))};
  begin_ += kHead + size;
  return received;
}

void FrameReceiver::clear() {
  bytes_.reset();
  room_ = begin_ = end_ = 0;
  wrong_ = false;
}

}  // namespace kehoach
