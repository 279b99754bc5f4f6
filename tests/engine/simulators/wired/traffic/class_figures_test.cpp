#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/simulators/wired/traffic/outcomes.h"

namespace parktwin::wired::traffic {
namespace {

Flow flow(double samples_per_s, double delivered, double on_time, FlowState state) {
  Flow made;
  made.source = SourceClass::machines;
  made.units = 10.0;
  made.samples_per_s = samples_per_s;
  made.up_mbit_s = 2.0;
  made.delivered_share = delivered;
  made.on_time_share = on_time;
  made.state = state;
  return made;
}

const ClassFigures& machines(const std::vector<ClassFigures>& all) { return all[static_cast<std::size_t>(SourceClass::machines)]; }

TEST(ClassFigures, SamplesAddUpToWhatIsProduced) {
  const auto all = class_figures(
      {flow(100.0, 1.0, 0.9, FlowState::late), flow(50.0, 0.5, 0.4, FlowState::link_overloaded), flow(20.0, 0.0, 0.0, FlowState::no_radio)},
      {{0.001, {}}, {0.002, {}}, {}}, profiles({}));
  ASSERT_EQ(all.size(), class_count);
  const auto& sums = machines(all);
  EXPECT_EQ(sums.units, 30.0);
  EXPECT_NEAR(sums.samples_per_s, 170.0, 1e-9);
  EXPECT_NEAR(sums.on_time_per_s, 110.0, 1e-9);
  EXPECT_NEAR(sums.late_per_s, 15.0, 1e-9);
  EXPECT_NEAR(sums.lost_overload_per_s, 25.0, 1e-9);
  EXPECT_NEAR(sums.lost_no_path_per_s, 20.0, 1e-9);
  EXPECT_NEAR(sums.mean_ms, (100.0 * 1.0 + 25.0 * 2.0) / 125.0, 1e-9);
  EXPECT_EQ(all[0].samples_per_s, 0.0);
  EXPECT_EQ(all[0].p99_ms, 0.0);
}

TEST(ClassFigures, PercentilesOfOneFlowAreItsOwn) {
  const Delay delay{0.004, {0.006, 2e-5}};
  const auto sums = machines(class_figures({flow(1.0, 1.0, 1.0, FlowState::on_time)}, {delay}, profiles({})));
  EXPECT_NEAR(sums.p50_ms / (percentile_s(delay, 0.5) * 1e3), 1.0, 1e-5);
  EXPECT_NEAR(sums.p999_ms / (percentile_s(delay, 0.999) * 1e3), 1.0, 1e-5);
}

/// Against a fine table of the mixed distribution.
TEST(ClassFigures, PercentilesOfAMixture) {
  const std::vector<Delay> delays{{0.001, {0.002, 4e-6}}, {0.020, {0.001, 1e-7}}, {0.0005, {0.03, 1e-3}}, {0.010, {}}};
  const std::vector<double> weights{0.5, 0.3, 0.1, 0.1};
  std::vector<Flow> flows;
  for (const double weight : weights) flows.push_back(flow(weight, 1.0, 1.0, FlowState::on_time));
  const auto sums = machines(class_figures(flows, delays, profiles({})));
  const auto slow = [&](double share) {
    for (double at_s = 0.0;; at_s += 2e-6) {
      double within = 0.0;
      for (std::size_t i = 0; i < delays.size(); ++i) within += weights[i] * share_within(delays[i], at_s);
      if (within >= share) return at_s * 1e3;
    }
  };
  EXPECT_NEAR(sums.p50_ms, slow(0.5), 0.003);
  EXPECT_NEAR(sums.p95_ms, slow(0.95), 0.003);
  EXPECT_NEAR(sums.p99_ms, slow(0.99), 0.003);
  EXPECT_NEAR(sums.p999_ms, slow(0.999), 0.003);
}

}  // namespace
}  // namespace parktwin::wired::traffic
