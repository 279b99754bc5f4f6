#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(CheckCommand, GivesTheVerdictsOfTheRunWithoutSimulating) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  const auto outcome = call({"check", workplace.path("run"), "--json"});
  EXPECT_EQ(outcome.code, 4) << outcome.err;
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["clauses"],
            nlohmann::json::parse(read_file(workplace.path("run/scorecard.json")))["clauses"]);
}

TEST(CheckCommand, AnotherPackMayBeMet) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  const auto pack = read_file(std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml");
  ASSERT_FALSE(pack.empty());
  const auto lenient = workplace.write("other.yaml", pack);
  EXPECT_EQ(call({"check", workplace.path("run"), "--pack", lenient}).code, 4);
  EXPECT_EQ(call({"check", workplace.path("run"), "--pack", "no-such-pack"}).code, 3);
  EXPECT_EQ(call({"check", workplace.path("run"), "--date", "tomorrow"}).code, 2);
  EXPECT_EQ(call({"check", workplace.path("run"), "--date", "2026-02-30"}).code, 2);
}

TEST(CheckCommand, AFolderWithoutARunIsInvalidInput) {
  const Workplace workplace;
  const auto outcome = call({"check", workplace.folder().string()});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, testing::HasSubstr("results.h5"));
}

}  // namespace
}  // namespace parktwin::cli
