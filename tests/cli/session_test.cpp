#include "cli/session.h"

#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

TEST(Session, DataFolderHoldsTheCriteria) { EXPECT_TRUE(std::filesystem::exists(data_folder() / "criteria" / "miit-2021.yaml")); }

TEST(Session, ChoosesTheLanguageAndFallsBackToEnglish) {
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  EXPECT_EQ(session.choose("met", "达到"), "met");
  session.language = viz::Language::zh;
  EXPECT_EQ(session.choose("met", "达到"), "达到");
  EXPECT_EQ(session.choose("met", ""), "met");
}

}  // namespace
}  // namespace parktwin::cli
