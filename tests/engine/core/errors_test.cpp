#include "engine/core/errors.h"

#include <gtest/gtest.h>

#include "engine/core/check.h"

namespace parktwin {
namespace {

TEST(Problem, IsWrittenWithoutItsEmptyParts) {
  EXPECT_EQ(to_string(Problem{"park.yaml", "line 3, column 5", "Found 'x', expected a number."}),
            "park.yaml: line 3, column 5: Found 'x', expected a number.");
  EXPECT_EQ(to_string(Problem{"park.yaml", "", "The file is empty."}), "park.yaml: The file is empty.");
  EXPECT_EQ(to_string(Problem{"", "", "Nothing to read."}), "Nothing to read.");
}

TEST(InputError, CarriesEveryProblemAndSaysThemAll) {
  const InputError error({{"a", "1", "first"}, {"b", "", "second"}});
  EXPECT_EQ(error.problems().size(), 2U);
  EXPECT_STREQ(error.what(), "a: 1: first\nb: second");
  const InputError single("a", "1", "first");
  EXPECT_EQ(single.problems(), (std::vector<Problem>{{"a", "1", "first"}}));
}

TEST(InputError, WithoutAProblemIsABrokenPromise) { EXPECT_THROW(InputError(std::vector<Problem>{}), BrokenPromise); }

TEST(Problems, ThrowOnlyWhenSomethingWasAdded) {
  Problems problems;
  EXPECT_TRUE(problems.empty());
  EXPECT_NO_THROW(problems.throw_if_any());
  problems.add("a", "1", "first");
  problems.add(InputError({{"b", "", "second"}, {"c", "", "third"}}));
  EXPECT_FALSE(problems.empty());
  try {
    problems.throw_if_any();
    FAIL() << "no error was thrown";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems(), problems.list());
    EXPECT_EQ(error.problems().size(), 3U);
  }
}

TEST(OutputError, NamesThePath) { EXPECT_STREQ(OutputError("/full/disk", "no space left").what(), "/full/disk: no space left"); }

TEST(Check, NamesFileLineAndPromise) {
  try {
    PARKTWIN_CHECK(1 + 1 == 3, "sums are right");
    FAIL() << "the check passed";
  } catch (const BrokenPromise& promise) {
    const std::string text = promise.what();
    EXPECT_NE(text.find("errors_test.cpp:"), std::string::npos);
    EXPECT_NE(text.find("sums are right"), std::string::npos);
  }
  EXPECT_NO_THROW(PARKTWIN_CHECK(true, "never"));
}

}  // namespace
}  // namespace parktwin
