#include "engine/simulators/wired/traffic/erlang.h"

#include <gtest/gtest.h>

namespace parktwin::wired::traffic {
namespace {

// The project's reference values.
TEST(Erlang, KnownValues) {
  EXPECT_NEAR(erlang_c(2, 1.0), 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(erlang_c(3, 2.0), 4.0 / 9.0, 1e-12);
  EXPECT_NEAR(erlang_c(10, 8.0), 0.40918, 5e-6);
  EXPECT_NEAR(erlang_b(10, 5.0), 0.018385, 5e-7);
  EXPECT_NEAR(erlang_b(20, 12.0), 0.0097956, 5e-8);
}

TEST(Erlang, AgreesWithTheSumOfItsDefinition) {
  for (const double load : {0.2, 3.0, 17.5}) {
    for (int servers = 1; servers <= 25; ++servers) {
      double term = 1.0;
      double sum = 1.0;
      for (int i = 1; i <= servers; ++i) sum += term *= load / i;
      EXPECT_NEAR(erlang_b(servers, load), term / sum, 1e-12);
      if (load >= servers) {
        EXPECT_EQ(erlang_c(servers, load), 1.0);
      }
    }
  }
}

TEST(Erlang, NoServerServesNobody) {
  EXPECT_EQ(erlang_b(0, 3.0), 1.0);
  EXPECT_EQ(erlang_c(0, 3.0), 1.0);
}

TEST(Erlang, FewestServersAreFewest) {
  for (const double load : {0.0, 0.1, 0.9, 8.0, 100.0}) {
    for (const double share : {0.001, 0.05, 0.5}) {
      const auto servers = servers_needed(load, share);
      EXPECT_GE(servers, 1);
      EXPECT_LE(erlang_c(servers, load), share);
      if (servers > 1) {
        EXPECT_GT(erlang_c(servers - 1, load), share);
      }
    }
  }
  EXPECT_EQ(servers_needed(8.0, 0.41), 10);
  EXPECT_EQ(servers_needed(4e6, 0.05), 4'010'000);
}

}  // namespace
}  // namespace parktwin::wired::traffic
