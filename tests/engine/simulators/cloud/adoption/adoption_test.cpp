#include "engine/simulators/cloud/adoption/adoption.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;

Result result_of(const Park& park, const Options& options, std::uint64_t seed = 1) {
  return forecast(park, options, {}, CloudLevel::infrastructure, seed).result;
}

/// Largest distance of the mean from the curve at a level.
double furthest_from_curve(const Result& result, CloudLevel level) {
  double furthest = 0.0;
  for (const auto& row : result.months) {
    if (row.level == level) furthest = std::max(furthest, std::abs(row.mean - row.curve));
  }
  return furthest;
}

TEST(Adoption, WithoutNetworkEffectsTheMeanIsTheBassCurve) {
  for (const double common : {0.0, 0.2}) {
    Options options;
    options.peer_weight = 0.0;
    options.common_chance = common;
    options.replicas = common == 0.0 ? 200 : 4000;
    options.curve_source = CurveSource::given;
    for (const std::size_t adopters : {0UL, 60UL}) {
      const Result result = result_of(world(150, adopters), options);
      for (std::size_t level = 0; level < level_count; ++level) EXPECT_LT(furthest_from_curve(result, level_at(level)), 0.01) << common;
    }
  }
}

TEST(Adoption, WithNetworkEffectsTheMeanStaysNearTheCurveAndTheBandWidens) {
  Options options;
  options.curve_source = CurveSource::given;
  options.common_chance = 0.0;
  options.replicas = 500;
  const auto width = [](const Result& result) {
    const auto& row = result.months[60];
    return row.p90 - row.p10;
  };
  options.peer_weight = 0.0;
  const Result alone = result_of(world(150, 30), options);
  options.peer_weight = Options().peer_weight;
  EXPECT_LT(furthest_from_curve(result_of(world(150, 30), options), CloudLevel::infrastructure), 0.01);
  options.peer_weight = 3.0;
  const Result together = result_of(world(150, 30), options);
  EXPECT_GT(width(together), 1.1 * width(alone));
}

TEST(Adoption, ThresholdsOfZeroBringEverybodyAtOnceAndInfiniteOnesNobody) {
  const Park park = world(50, 20);
  Options options;
  options.replicas = 20;
  options.threshold_factor = 0.0;
  const Result all = result_of(park, options);
  EXPECT_EQ(all.months[1].p10, 1.0);
  EXPECT_EQ(all.levels[3].months_p90, 1);
  EXPECT_EQ(all.levels[0].probability, 1.0);
  for (const double factor : {1e12, std::numeric_limits<double>::infinity()}) {
    options.threshold_factor = factor;
    const Result nobody = result_of(park, options);
    EXPECT_EQ(nobody.months[120].p90, nobody.months[0].mean);
    EXPECT_EQ(nobody.levels[0].probability, 0.0);
  }
}

TEST(Adoption, IsTheSameForAnyNumberOfThreadsAndForTheSameSeedOnly) {
  Park park = world(60, 20);
  set_policies(park, {policy(CloudPolicyKind::subsidy, 0.4)});
  const Options options;
  const auto with = [&](std::size_t threads, std::uint64_t seed) {
    const ThreadLimit limit(threads);
    return content_hash(result_of(park, options, seed));
  };
  const auto one = with(1, 1);
  EXPECT_EQ(with(2, 1), one);
  EXPECT_EQ(with(4, 1), one);
  EXPECT_NE(with(2, 2), one);
}

TEST(Adoption, CommonRandomNumbersReduceTheVarianceOfAPolicysEffect) {
  Park park = world(150, 60);
  CloudPolicy subsidy = policy(CloudPolicyKind::subsidy, 0.25);
  subsidy.cost_per_adopter = Yuan(20'000);
  subsidy.months = 36;
  set_policies(park, {subsidy});
  Options options;
  options.replicas = 400;
  options.horizon_months = 48;
  const Result result = result_of(park, options);
  ASSERT_EQ(result.policies.size(), 1U);
  const PolicyFigures& figures = result.policies[0];
  RecordProperty("variance_reduction", std::to_string(figures.variance_reduction));
  EXPECT_GT(figures.variance_reduction, 3.0);
  EXPECT_GT(figures.extra_adopters, figures.extra_half_width);
  EXPECT_GT(figures.recipients, figures.extra_adopters);
  EXPECT_GT(figures.windfall_share, 0.0);
  EXPECT_LT(figures.windfall_share, 1.0);
  EXPECT_NEAR(figures.cost_cny, 20'000.0 * figures.recipients, 1e-6);
}

TEST(Adoption, EveryKindOfPolicyHelpsWhereItCan) {
  auto enterprises = enterprises_in_a_row(60, 20);
  enterprises[1].data_class = DataClass::important;
  enterprises[4].it_staff = 0;
  Options options;
  options.horizon_months = 36;
  AccessQuality access{std::vector<double>(60, 1.0)};
  access.of_enterprise[7] = 0.1;
  for (const auto& [kind, name] : names_of(CloudPolicyKind{})) {
    Park park = world(enterprises);
    set_policies(park, {policy(kind, 0.8)});
    const Result result = forecast(park, options, access, CloudLevel::infrastructure, 1).result;
    EXPECT_GT(result.policies[0].extra_adopters, 0.0) << name;
    EXPECT_GT(result.policies[0].extra_adopter_years, 0.0) << name;
    EXPECT_EQ(result.enterprises[7].standing == Standing::no_access, kind != CloudPolicyKind::better_access) << name;
    EXPECT_EQ(result.enterprises[1].standing == Standing::data_too_sensitive, kind != CloudPolicyKind::public_cloud_zone) << name;
  }
}

TEST(Adoption, InformationBuysSpeedNotLevel) {
  Park park = world(150, 60);
  CloudPolicy talks = policy(CloudPolicyKind::information, 0.5);
  talks.months = 24;
  set_policies(park, {talks});
  Options options;
  options.curve_source = CurveSource::given;
  options.bass_ceiling = 0.8;
  options.horizon_months = 300;
  const PolicyFigures figures = result_of(park, options).policies[0];
  EXPECT_GT(figures.extra_adopter_years, 10.0);
  EXPECT_LT(figures.extra_adopters, 1.0);
}

TEST(Adoption, SaysWhatItAssumesAndWhatIsOdd) {
  EXPECT_FALSE(result_of(Park{}, {}).simulated);
  Park park = world(10, 9);
  park.site = {};
  CloudPolicy past = policy(CloudPolicyKind::subsidy, 0.5);
  past.start_year = 2020;
  past.months = 12;
  CloudPolicy running = policy(CloudPolicyKind::information, 0.5);
  running.start_year = 2024;
  running.least_employees = 100'000;
  set_policies(park, {past, running});
  Options options;
  options.bass_ceiling = 0.5;
  options.curve_source = CurveSource::given;
  const Result result = result_of(park, options);
  const auto says = [&](const std::string& text) { return Contains(Field(&Note::text, HasSubstr(text))); };
  EXPECT_THAT(result.notes, says("does not run within the forecast"));
  EXPECT_THAT(result.notes, says("ran before the date"));
  EXPECT_THAT(result.notes, says("aimed at no enterprise"));
  EXPECT_THAT(result.notes, says("no data date"));
  EXPECT_THAT(result.notes, says("at or above the ceiling"));
  EXPECT_THAT(result.notes, says("Instead of a fit"));
  EXPECT_THAT(result.notes, says("are assumptions"));
  EXPECT_THAT(result_of(world(10, 1), {}).notes, says("fewer than three years"));
}

}  // namespace
}  // namespace parktwin::cloud::adoption
