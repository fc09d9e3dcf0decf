#include "ingest/frame.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace kehoach {
namespace {

class Pipe {
 public:
  Pipe() { EXPECT_EQ(pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK), 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    for (const int end : ends_) {
      if (end >= 0) close(end);
    }
  }
  [[nodiscard]] int from() const { return ends_[0]; }
  [[nodiscard]] int to() const { return ends_[1]; }
  void write(std::string_view bytes) const {
    EXPECT_EQ(::write(to(), bytes.data(), bytes.size()),
              static_cast<ssize_t>(bytes.size()));
  }
  void end() {
    close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

TEST(Frames, ComeInPiecesOfAnySize) {
  const Pipe pipe;
  FrameSender sender;
  const std::string large(300'000, 'x');
  sender.add(FrameKind::read, {"a.txt", large});
  sender.add(FrameKind::go, {});
  FrameReceiver receiver;
  std::vector<Frame> frames;
  for (int i = 0; i < 100 && frames.size() < 2; ++i) {
    EXPECT_TRUE(sender.flush(pipe.to()));
    EXPECT_TRUE(receiver.fill(pipe.from()));
    while (auto frame = receiver.next()) frames.push_back(std::move(*frame));
  }
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_TRUE(sender.empty());
  EXPECT_EQ(frames[0].kind, FrameKind::read);
  const auto fields = fields_of(frames[0].payload, 2);
  ASSERT_TRUE(fields);
  EXPECT_EQ((*fields)[0], "a.txt");
  EXPECT_EQ((*fields)[1], large);
  EXPECT_EQ(frames[1].kind, FrameKind::go);
  EXPECT_TRUE(fields_of(frames[1].payload, 0));
}

TEST(Frames, EndWithThePipe) {
  Pipe pipe;
  FrameReceiver receiver;
  pipe.write("\x01");
  EXPECT_TRUE(receiver.fill(pipe.from()));
  EXPECT_FALSE(receiver.next());
  pipe.end();
  EXPECT_FALSE(receiver.fill(pipe.from()));
  EXPECT_FALSE(receiver.next());
}

// A sender that never stops does not fill memory.
TEST(Frames, AreTakenNoFasterThanTheyAreUsed) {
  const Pipe pipe;
  ASSERT_GE(fcntl(pipe.to(), F_SETPIPE_SZ, 1 << 20), 1 << 20);
  FrameSender sender;
  for (int i = 0; i < 1000; ++i)
    sender.add(FrameKind::error, {std::string(1000, 'x')});
  EXPECT_TRUE(sender.flush(pipe.to()));
  FrameReceiver receiver;
  std::size_t taken = 0;
  std::size_t most = 0;
  for (int i = 0; i < 2000 && taken < 1000; ++i) {
    EXPECT_TRUE(receiver.fill(pipe.from()));
    std::size_t at_once = 0;
    while (receiver.next()) ++at_once;
    taken += at_once;
    most = std::max(most, at_once);
    EXPECT_TRUE(sender.flush(pipe.to()));
  }
  EXPECT_EQ(taken, 1000U);
  EXPECT_LT(most, 100U);
}

// A sender that was taken over may say anything.
TEST(Frames, AreNotBelieved) {
  const std::string many(8, '\xFF');
  for (const std::string& bytes :
       {"\x01" + many, std::string("\x7F") + std::string(8, '\0')}) {
    const Pipe pipe;
    pipe.write(bytes);
    FrameReceiver receiver;
    EXPECT_FALSE(receiver.fill(pipe.from()));
    EXPECT_FALSE(receiver.next());
  }
  const std::string one("\x01\0\0\0\0\0\0\0x", 9);
  EXPECT_TRUE(fields_of(one, 1));
  EXPECT_FALSE(fields_of(one, 2));
  EXPECT_FALSE(fields_of(one, 0));
  EXPECT_FALSE(fields_of(one + "y", 1));
  EXPECT_FALSE(fields_of(one.substr(0, 8), 1));
  EXPECT_FALSE(fields_of(many, 1));
}

}  // namespace
}  // namespace kehoach
