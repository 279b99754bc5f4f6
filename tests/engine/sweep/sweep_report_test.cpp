#include "engine/sweep/sweep_report.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <limits>

namespace parktwin::sweep {
namespace {

/// A sweep file in a folder that goes with it; rows by what `value` says of a sample.
class Filled {
 public:
  template <class Value>
  Filled(const SweepPlan& plan, Value&& value)
      : folder_(std::filesystem::temp_directory_path() / ("parktwin-sweep-report-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    storage::SweepHeader header{plan.name, "", "i", {}, {"varies", "constant", "absent"}, {}, {}};
    for (const auto& factor : plan.factors) header.factors.push_back(factor.name);
    const auto samples = samples_of(plan);
    for (const auto& sample : samples) {
      header.samples.push_back(sample.values);
      header.seeds.push_back(sample.seed.value_or(1));
    }
    file = std::make_unique<storage::SweepFile>(folder_ / "s.h5", header);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const double none = std::numeric_limits<double>::quiet_NaN();
      file->append(i == 1 && plan.method == Method::grid ? storage::SweepRow{i, {}, "broke"}
                                                         : storage::SweepRow{i, {value(samples[i]), 7.0, none}, ""});
    }
  }
  ~Filled() { std::filesystem::remove_all(folder_); }
  Filled(const Filled&) = delete;
  Filled& operator=(const Filled&) = delete;
  std::unique_ptr<storage::SweepFile> file;

 private:
  std::filesystem::path folder_;
};

Factor listed(const std::string& name, std::vector<double> values) { return {name, {"seed"}, std::move(values), {}, {}, {}, false}; }
Factor ranged(const std::string& name) { return {name, {"seed"}, {}, {}, 0.0, 1.0, false}; }

TEST(SweepReport, RangesFailuresAndConstants) {
  SweepPlan plan{.name = "s", .scenario = {}, .seeds = {}, .clauses = {}, .factors = {listed("a", {1, 2, 3}), listed("b", {5, 6})}};
  const Filled filled(plan, [](const Sample& sample) { return sample.values[0] * 10.0 + sample.values[1]; });
  const auto report = report_of(plan, *filled.file);
  EXPECT_EQ(report.scenarios, 6);
  EXPECT_EQ(report.constant_outputs, 1);
  ASSERT_EQ(report.outputs.size(), 1U);
  EXPECT_EQ(report.outputs[0].values, 5);
  EXPECT_EQ(report.outputs[0].least, 15.0);
  EXPECT_EQ(report.outputs[0].greatest, 36.0);
  EXPECT_EQ(report.outputs[0].best_scenario, 5);
  EXPECT_NEAR(report.outputs[0].mean, (15.0 + 25 + 26 + 35 + 36) / 5, 1e-9);
  ASSERT_EQ(report.failures.size(), 1U);
  EXPECT_EQ(report.failures[0].reason, "broke");
}

TEST(SweepReport, SensitivityAndTornadoTakeTheMeanOverSeeds) {
  SweepPlan plan{.name = "s",
                 .scenario = {},
                 .method = Method::sensitivity,
                 .samples = 512,
                 .seeds = {1, 2},
                 .clauses = {},
                 .factors = {ranged("strong"), ranged("weak")}};
  const auto value = [](const Sample& sample) {
    const double noise = *sample.seed == 1 ? 3.0 : -3.0;  // gone in the mean
    return 2.0 * sample.values[0] + sample.values[1] + noise * sample.values[1];
  };
  {
    const Filled filled(plan, value);
    const auto report = report_of(plan, *filled.file);
    ASSERT_EQ(report.outputs[0].sensitivity.size(), 2U);
    EXPECT_NEAR(report.outputs[0].sensitivity[0].first_order, 0.8, 0.03);  // 4 of 4 + 1
    EXPECT_NEAR(report.outputs[0].sensitivity[1].total, 0.2, 0.03);
  }
  plan.method = Method::tornado;
  const Filled filled(plan, value);
  const auto report = report_of(plan, *filled.file);
  ASSERT_EQ(report.outputs[0].tornado.size(), 2U);
  EXPECT_EQ(report.outputs[0].tornado[0].factor, "strong");
  EXPECT_NEAR(report.outputs[0].tornado[0].at_greatest - report.outputs[0].tornado[0].at_least, 2.0, 1e-9);
}

}  // namespace
}  // namespace parktwin::sweep
