#include "cli/picture_size.h"

#include <gtest/gtest.h>

namespace parktwin::cli {
namespace {

/// Empty when it is accepted.
std::string said(const CLI::Validator& validator, std::string text) { return validator(text); }

TEST(PictureSize, IsWidthAndHeight) {
  const auto [width, height] = picture_size("1920x1080");
  EXPECT_EQ(width, 1920);
  EXPECT_EQ(height, 1080);
  EXPECT_EQ(said(size_of_picture(), "641x8192"), "");
}

TEST(PictureSize, RefusesWhatIsNoSize) {
  for (const char* text : {"", "big", "1920", "x1080", "1920x", "10x10", "-640x480", "8193x1080", "1920x1080x2", "99999x1080"}) {
    EXPECT_NE(said(size_of_picture(), text), "") << text;
    EXPECT_NE(said(size_of_film(), text), "") << text;
  }
}

TEST(PictureSize, FilmsHaveEvenNumbers) {
  EXPECT_EQ(said(size_of_film(), "1280x720"), "");
  EXPECT_NE(said(size_of_film(), "1281x720"), "");
  EXPECT_NE(said(size_of_film(), "1280x721"), "");
  EXPECT_NE(said(size_of_film(), "5000x720"), "");
}

TEST(PictureSize, WindowsHaveRoomForTheirPanels) {
  EXPECT_EQ(said(size_of_window(), "1280x720"), "");
  EXPECT_EQ(said(size_of_window(), "639x720"), "expected a size from 640x400 to 8192x8192");
  EXPECT_NE(said(size_of_window(), "1280x399"), "");
}

}  // namespace
}  // namespace parktwin::cli
