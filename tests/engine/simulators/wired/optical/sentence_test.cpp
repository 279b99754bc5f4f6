#include "engine/simulators/wired/optical/sentence.h"

#include <gtest/gtest.h>

namespace parktwin::wired::optical {
namespace {

TEST(Sentence, JoinsWaysOut) {
  EXPECT_EQ(one_of({}, "None."), "None.");
  EXPECT_EQ(one_of({"class N2"}, ""), "Class N2.");
  EXPECT_EQ(one_of({"class N2", "less fibre"}, ""), "Class N2 or less fibre.");
  EXPECT_EQ(one_of({"class N2", "a splitter", "less fibre"}, ""), "Class N2, a splitter or less fibre.");
}

}  // namespace
}  // namespace parktwin::wired::optical
