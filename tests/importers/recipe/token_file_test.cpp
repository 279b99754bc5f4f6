#include "importers/recipe/token_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

TEST(TokenFile, HoldsOneLine) {
  const testing::TemporaryFolder folder;
  Recipe recipe;
  recipe.file = folder.path() / "recipe.yaml";
  SourceRule rule;
  Problems problems;
  EXPECT_EQ(read_token(rule, recipe, problems), "");
  rule.token_file = "token";
  static_cast<void>(folder.write("token", "s3cret'\\\r\nmore"));
  EXPECT_EQ(read_token(rule, recipe, problems), "s3cret'\\");
  EXPECT_TRUE(problems.empty());
}

TEST(TokenFile, WhatIsNoTokenIsRefusedWithoutShowingIt) {
  const testing::TemporaryFolder folder;
  Recipe recipe;
  recipe.file = folder.path() / "recipe.yaml";
  SourceRule rule;
  rule.token_file = "token";
  for (const std::string& text : {std::string(), std::string("\n"), std::string("two words"), std::string(201, 'a')}) {
    static_cast<void>(folder.write("token", text));
    Problems problems;
    EXPECT_EQ(read_token(rule, recipe, problems), std::nullopt);
    ASSERT_EQ(problems.list().size(), 1U);
    EXPECT_EQ(problems.list()[0].file, (folder.path() / "token").string());
    EXPECT_EQ(problems.list()[0].message, "holds no token, expected one line of visible characters");
  }
}

}  // namespace
}  // namespace parktwin::importers
