#include "viz/report/base64.h"

#include <gtest/gtest.h>

namespace parktwin::viz::report {
namespace {

// RFC 4648, section 10.
TEST(Base64, EncodesTheTestVectorsOfItsStandard) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foob"), "Zm9vYg==");
  EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, TakesBytesOfAnyValue) { EXPECT_EQ(base64(std::string_view("\xFF\xFE\x00\x80", 4)), "//4AgA=="); }

}  // namespace
}  // namespace parktwin::viz::report
