#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(GenerateCommand, WritesAParkThatInfoCounts) {
  const Workplace workplace;
  const auto outcome =
      call({"generate", "--enterprises", "8", "--area-km2", "0.8", "--seed", "5", "--out", workplace.path("park"), "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto written = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(written["enterprises"], 8);
  const auto read = nlohmann::json::parse(call({"info", workplace.path("park"), "--json"}).out);
  EXPECT_EQ(read["content_hash"], written["content_hash"]);
  EXPECT_NEAR(read["area_m2"].get<double>(), 0.8e6, 0.8e6 * 0.005);
}

TEST(GenerateCommand, ValuesOutsideTheirRangeAreWrongUsage) {
  EXPECT_EQ(call({"generate", "--enterprises", "0", "--out", "x"}).code, 2);
  EXPECT_EQ(call({"generate", "--area-km2", "-3", "--out", "x"}).code, 2);
}

}  // namespace
}  // namespace parktwin::cli
