// What goes through the pipes between the program and its workers: frames, each
// a kind, its length, and so many bytes. Private to ingest/.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

enum class FrameKind : std::uint8_t {
  // To a worker.
  read,     // path, bytes, text kept of it, whether converted: make a plan
  unpack,   // path, bytes, limits: bring its members
  go,       // unpack the container that was announced
  pass,     // do not
  convert,  // bytes: make a DOCX of it
  // From a worker.
  plan,       // milliseconds, plan, text to be kept
  error,      // milliseconds, kind, message
  member,     // path, bytes
  no_member,  // path, kind, message
  enter,      // path, SHA-256, size: a container inside; waits for go or pass
  leave,      // members, problem: the end of a container
  docx,       // bytes
  bye,        // has done enough and ends
};

struct Frame {
  FrameKind kind = FrameKind::bye;
  std::string payload;
};

// No frame is longer: what says so is not believed.
inline constexpr std::uint64_t kLongestFrame = std::uint64_t{1} << 30;

// The `count` fields of a payload, each with its length in front; none if it
// is not made of so many.
[[nodiscard]] std::optional<std::vector<std::string_view>> fields_of(
    std::string_view payload, std::size_t count);

// The number that a field holds in digits; 0 where it holds none.
[[nodiscard]] std::uint64_t number_in(std::string_view field);

// ---- the worker's end, which waits

// False where nobody is at the other end.
[[nodiscard]] bool send_frame(int descriptor, FrameKind kind,
                              std::initializer_list<std::string_view> fields);
[[nodiscard]] std::optional<Frame> receive_frame(int descriptor);

// ---- the program's end, which does not

// Frames on their way out.
class FrameSender {
 public:
  void add(FrameKind kind, std::initializer_list<std::string_view> fields);
  // Writes what the pipe takes. False where nobody is at the other end.
  [[nodiscard]] bool flush(int descriptor);
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  void clear();

 private:
  std::deque<std::string> rest_;
  std::size_t sent_ = 0;  // of the first
};

// Frames that are coming in.
class FrameReceiver {
 public:
  // Takes what is there, until a frame is complete: however much comes, no more
  // than that and what a pipe holds is in memory. False at the end of the pipe,
  // or where what comes is no frame.
  [[nodiscard]] bool fill(int descriptor);
  // The next frame that is complete.
  [[nodiscard]] std::optional<Frame> next();
  [[nodiscard]] bool has_next() const;
  void clear();

 private:
  static constexpr std::size_t kHead = 9;
  [[nodiscard]] std::string_view there() const {
    return {bytes_.get() + begin_, end_ - begin_};
  }
  [[nodiscard]] std::uint64_t expected() const;
  // So that `more` bytes can be put behind those that are there.
  void make_room(std::size_t more);

  // No string, which would write over all that is to be filled.
  std::unique_ptr<char[]> bytes_;
  std::size_t room_ = 0, begin_ = 0, end_ = 0;
  bool wrong_ = false;
};

}  // namespace kehoach
