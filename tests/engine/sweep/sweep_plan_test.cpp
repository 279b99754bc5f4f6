#include "engine/sweep/sweep_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"

namespace parktwin::sweep {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ReadPlan read(const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / ("parktwin-sweep-plan-" + std::to_string(::getpid()) + ".yaml");
  std::ofstream(path) << text;
  try {
    auto plan = read_sweep(path);
    std::filesystem::remove(path);
    return plan;
  } catch (...) {
    std::filesystem::remove(path);
    throw;
  }
}

std::string problem_of(const std::string& text) {
  try {
    static_cast<void>(read(text));
  } catch (const InputError& error) {
    return to_string(error.problems().front());
  }
  return "";
}

std::vector<std::vector<double>> points(const SweepPlan& plan) {
  std::vector<std::vector<double>> all;
  for (const auto& sample : samples_of(plan)) all.push_back(sample.values);
  return all;
}

const std::string head = "name: s\nscenario: base.yaml\n";
const std::string two_lists =
    "factors:\n  - {name: a, fields: [seed], values: [1, 2]}\n  - {name: b, fields: [options.radio.site_law], choices: [uma, umi]}\n";
const std::string ranges =
    "factors:\n  - {name: a, fields: [options.radio.receiver_height_m, costs.discount_rate], minimum: 1, maximum: 3}\n"
    "  - {name: b, fields: [costs.years], minimum: 0, maximum: 4, whole: true}\n";

TEST(SweepPlan, GridsListsAndTornados) {
  const auto plan = read(head + two_lists);
  EXPECT_EQ(plan.scenario.filename(), "base.yaml");
  EXPECT_THAT(points(plan.plan), ElementsAre(ElementsAre(1, 0), ElementsAre(1, 1), ElementsAre(2, 0), ElementsAre(2, 1)));
  EXPECT_THAT(points(read(head + "method: list\n" + two_lists).plan), ElementsAre(ElementsAre(1, 0), ElementsAre(2, 1)));
  EXPECT_THAT(points(read(head + "method: tornado\n" + ranges).plan),
              ElementsAre(ElementsAre(1, 2), ElementsAre(3, 2), ElementsAre(2, 0), ElementsAre(2, 4)));
}

TEST(SweepPlan, SamplesStayInTheirRanges) {
  for (const char* method : {"latin_hypercube", "sobol", "sensitivity"}) {
    const auto plan = read(head + "method: " + method + "\nsamples: 20\nseed: 4\n" + ranges).plan;
    const auto all = points(plan);
    EXPECT_EQ(all.size(), plan.method == Method::sensitivity ? 80U : 20U);
    for (const auto& point : all) {
      EXPECT_GE(point[0], 1.0);
      EXPECT_LE(point[0], 3.0);
      EXPECT_EQ(point[1], std::round(point[1]));
    }
  }
  const auto with_seed = [](int seed) {
    return points(read(head + "method: latin_hypercube\nsamples: 20\nseed: " + std::to_string(seed) + "\n" + ranges).plan);
  };
  EXPECT_NE(with_seed(4), with_seed(5));
}

TEST(SweepPlan, SeedsRepeatEveryPointAndFieldsTakeTheValue) {
  const auto plan = read(head + "seeds: [5, 6]\n" + two_lists).plan;
  const auto samples = samples_of(plan);
  ASSERT_EQ(samples.size(), 8U);
  EXPECT_EQ(samples[1].seed, 6U);
  EXPECT_EQ(samples[1].values, samples[0].values);
  const auto fields = fields_of(plan, samples[2]);
  ASSERT_EQ(fields.size(), 3U);
  EXPECT_EQ(fields[1].path, "options.radio.site_law");
  EXPECT_EQ(fields[1].value, "umi");
  EXPECT_EQ(fields[2].value, "5");
  const auto both = read(head + "method: list\nfactors:\n  - {name: a, fields: [x, y], values: [2.5]}\n").plan;
  EXPECT_EQ(fields_of(both, samples_of(both)[0])[1].value, "2.5");
}

TEST(SweepPlan, RefusesWhatCannotBeSwept) {
  EXPECT_THAT(problem_of(head + "factors: []\n"), HasSubstr("at least one"));
  EXPECT_THAT(problem_of(head + ranges), HasSubstr("need values"));
  EXPECT_THAT(problem_of(head + "factors:\n  - {name: a, fields: [seed]}\n"), HasSubstr("either values"));
  EXPECT_THAT(problem_of(head + "method: sobol\nfactors:\n  - {name: a, fields: [seed], minimum: 3, maximum: 3}\n"),
              HasSubstr("minimum below"));
  EXPECT_THAT(problem_of(head + "factors:\n  - {name: a, fields: [], values: [1]}\n"), HasSubstr("at least one field"));
  EXPECT_THAT(problem_of(head + "factors:\n  - {name: a, fields: [x], values: [1]}\n  - {name: a, fields: [y], values: [1]}\n"),
              HasSubstr("given again"));
  EXPECT_THAT(problem_of(head + "method: sensitivity\nsamples: 900000\n" + ranges), HasSubstr("at most 1000000"));
  EXPECT_THAT(problem_of(head + "metod: grid\n" + two_lists), HasSubstr("method"));
  EXPECT_THAT(sweep_schema(), HasSubstr("latin_hypercube"));
}

}  // namespace
}  // namespace parktwin::sweep
