#include "viz/osg/picture.h"

#include <gtest/gtest.h>

#include <osgDB/ReadFile>

#include "engine/core/whole_file.h"
#include "tests/viz/osg/pictures.h"

namespace parktwin::viz {
namespace {

Picture gradient() {
  Picture picture{7, 5, {}};
  for (int i = 0; i < 7 * 5 * 3; ++i) picture.rgb.push_back(static_cast<std::uint8_t>(i * 2));
  return picture;
}

TEST(Picture, ComesBackFromPngPixelByPixel) {
  const testing::Folder folder("picture-png");
  const Picture picture = gradient();
  write_whole(encode_png(picture), folder / "a.png");
  const osg::ref_ptr<osg::Image> image = osgDB::readRefImageFile((folder / "a.png").string());
  ASSERT_TRUE(image.valid());
  ASSERT_EQ(image->s(), 7);
  ASSERT_EQ(image->t(), 5);
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 7; ++column) {
      const unsigned char* pixel = image->data(static_cast<unsigned>(column), static_cast<unsigned>(4 - row));
      EXPECT_EQ((std::array<std::uint8_t, 3>{pixel[0], pixel[1], pixel[2]}), picture.at(column, row));
    }
  }
}

TEST(Picture, ComesBackFromJpegNearlyAndSmallerWithLessQuality) {
  const testing::Folder folder("picture-jpeg");
  Picture picture{64, 48, {}};
  for (int i = 0; i < 64 * 48; ++i) {
    for (const int value : {i % 64 * 4, i / 64 * 5, 90}) picture.rgb.push_back(static_cast<std::uint8_t>(value));
  }
  const std::string fine = encode_jpeg(picture, 92);
  EXPECT_LT(encode_jpeg(picture, 30).size(), fine.size());
  write_whole(fine, folder / "a.jpg");
  const osg::ref_ptr<osg::Image> image = osgDB::readRefImageFile((folder / "a.jpg").string());
  ASSERT_TRUE(image.valid());
  ASSERT_EQ(image->s(), 64);
  ASSERT_EQ(image->t(), 48);
  for (int row = 0; row < 48; ++row) {
    for (int column = 0; column < 64; ++column) {
      const unsigned char* pixel = image->data(static_cast<unsigned>(column), static_cast<unsigned>(47 - row));
      EXPECT_LE(testing::difference({pixel[0], pixel[1], pixel[2]}, picture.at(column, row)), 40);
    }
  }
}

}  // namespace
}  // namespace parktwin::viz
