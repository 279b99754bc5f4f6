#include "viz/video/video_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engine/core/errors.h"
#include "tests/viz/osg/pictures.h"

namespace parktwin::viz {
namespace {

using ::testing::HasSubstr;

constexpr int width = 320;
constexpr int height = 240;

/// The upper half in one colour, the lower in another.
Picture two_halves(const std::array<std::uint8_t, 3>& upper, const std::array<std::uint8_t, 3>& lower) {
  Picture picture{width, height, {}};
  for (int row = 0; row < height; ++row) {  // bottom row first
    for (int column = 0; column < width; ++column) {
      const auto& colour = row < height / 2 ? lower : upper;
      picture.rgb.insert(picture.rgb.end(), colour.begin(), colour.end());
    }
  }
  return picture;
}

/// All frames of a film, top row first.
std::string frames_of(const std::filesystem::path& film, const std::filesystem::path& scratch) {
  const std::string command = "ffmpeg -v error -y -i " + film.string() + " -f rawvideo -pix_fmt rgb24 " + scratch.string();
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::ifstream stream(scratch, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::array<std::uint8_t, 3> pixel(const std::string& frames, std::size_t frame, int column, int row) {
  const std::size_t at = ((frame * height + static_cast<std::size_t>(row)) * width + static_cast<std::size_t>(column)) * 3;
  return {static_cast<std::uint8_t>(frames[at]), static_cast<std::uint8_t>(frames[at + 1]), static_cast<std::uint8_t>(frames[at + 2])};
}

/// PATH without any program for as long as it lives.
class EmptyPath {
 public:
  EmptyPath() : before_(std::getenv("PATH")) { setenv("PATH", "/nonexistent", 1); }
  ~EmptyPath() { setenv("PATH", before_.c_str(), 1); }
  EmptyPath(const EmptyPath&) = delete;
  EmptyPath& operator=(const EmptyPath&) = delete;

 private:
  std::string before_;
};

TEST(VideoFile, FramesComeBackUprightInOrderAndInTheirColours) {
  const testing::Folder folder("video");
  const std::array<std::uint8_t, 3> blue{0, 90, 181};
  const std::array<std::uint8_t, 3> orange{200, 80, 10};
  const std::array<std::uint8_t, 3> yellow{253, 231, 37};
  VideoFile video(folder / "a.mp4", width, height, 10);
  EXPECT_FALSE(std::filesystem::exists(folder / "a.mp4")) << "beside its place until it is whole";
  for (int i = 0; i < 6; ++i) video.add(i < 3 ? two_halves(blue, orange) : two_halves(yellow, blue));
  const auto bytes = video.finish();
  EXPECT_EQ(bytes, std::filesystem::file_size(folder / "a.mp4"));
  const std::string frames = frames_of(folder / "a.mp4", folder / "raw");
  ASSERT_EQ(frames.size(), static_cast<std::size_t>(6) * width * height * 3);
  EXPECT_LE(testing::difference(pixel(frames, 0, 160, 60), blue), 12);
  EXPECT_LE(testing::difference(pixel(frames, 2, 160, 180), orange), 12);
  EXPECT_LE(testing::difference(pixel(frames, 3, 160, 60), yellow), 12);
  EXPECT_LE(testing::difference(pixel(frames, 5, 160, 180), blue), 12);
}

TEST(VideoFile, WithoutFfmpegItSaysWhichPackage) {
  const testing::Folder folder("video-none");
  const EmptyPath nothing;
  try {
    const VideoFile video(folder / "a.mp4", width, height, 10);
    FAIL() << "a film without ffmpeg";
  } catch (const InputError& error) {
    EXPECT_THAT(to_string(error.problems().front()), HasSubstr("Debian package ffmpeg"));
  }
  EXPECT_TRUE(folder.empty());
}

TEST(VideoFile, AnUnwritablePlaceIsRefusedBeforeTheFirstFrame) {
  const testing::Folder folder("video-unwritable");
  EXPECT_THROW(VideoFile(folder / "no/such/a.mp4", width, height, 10), OutputError);
  EXPECT_THROW(VideoFile(folder / ".", width, height, 10), OutputError);
  EXPECT_TRUE(folder.empty());
}

TEST(VideoFile, AnUnfinishedFilmLeavesNothing) {
  const testing::Folder folder("video-unfinished");
  {
    VideoFile video(folder / "a.mp4", width, height, 10);
    video.add(two_halves({1, 2, 3}, {4, 5, 6}));
  }
  EXPECT_TRUE(folder.empty());
}

// A program named ffmpeg that ends at once stands for one that fails: no signal, its words in the error, no file.
TEST(VideoFile, AnFfmpegThatFailsIsAnErrorWithItsWords) {
  const testing::Folder folder("video-failing");
  const auto tools = folder / "tools";
  std::filesystem::create_directories(tools);
  std::ofstream(tools / "ffmpeg") << "#!/bin/sh\necho no such codec >&2\nexit 1\n";
  std::filesystem::permissions(tools / "ffmpeg", std::filesystem::perms::owner_all);
  const std::string before = std::getenv("PATH");
  setenv("PATH", (tools.string() + ":" + before).c_str(), 1);
  std::string said;
  try {
    VideoFile video(folder / "a.mp4", width, height, 10);
    for (int i = 0; i < 200; ++i) video.add(two_halves({1, 2, 3}, {4, 5, 6}));
    video.finish();
  } catch (const OutputError& error) {
    said = error.what();
  }
  setenv("PATH", before.c_str(), 1);
  EXPECT_THAT(said, HasSubstr("no such codec"));
  EXPECT_FALSE(std::filesystem::exists(folder / "a.mp4"));
}

}  // namespace
}  // namespace parktwin::viz
