#include "engine/plan/cloud_policy/cloud_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "engine/plan/pricing/pricing.h"
#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::plan {
namespace {

cloud::Options few_futures() {
  cloud::Options options;
  options.adoption.replicas = 40;
  options.adoption.horizon_months = 18;
  options.adoption.curve_source = cloud::adoption::CurveSource::given;
  return options;
}

/// Sixty enterprises, suppliers that go first among them, some that may not go without a zone.
Park park_of_sixty() {
  Park park = cloud::adoption::world(60, 20);
  cloud::adoption::add_trades(park, {{1, 2, 1.0, true}, {3, 4, 2.0, false}, {5, 8, 1.0, true}, {10, 11, 3.0, false}});
  auto enterprises = park.enterprises->records();
  for (std::size_t i = 0; i < enterprises.size(); i += 9) enterprises[i].data_class = DataClass::important;
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  Site site = *park.site;
  site.name = "Sixty";
  site.crs = "EPSG:4549";
  site.boundary.polygons = {{{{0, -50}, {6000, -50}, {6000, 50}, {0, 50}}, {}}};
  park.site = Part<Site>(site);
  return park;
}

/// What a run would say of a park with these policies, and what they cost in it.
MixOutcome outcome_of(const Park& park, const cloud::Options& options, const std::vector<BoughtPolicy>& bought) {
  std::string changes;
  for (const auto& one : bought) changes += policy_text(one.policy);
  const auto result = cloud::simulate(park_after(park, changes), options, {}, 3).adoption;
  MixOutcome outcome{forecast_percent(result, park.enterprises->size()), 0.0};
  for (const auto& figures : result.policies) outcome.cost += figures.cost_cny;
  return outcome;
}

/// Every mix on offer by itself, written as a scenario and simulated as a run does.
struct Exhaustive {
  double cheapest = std::numeric_limits<double>::infinity();
  std::vector<std::pair<Mix, MixOutcome>> all;
};

Exhaustive try_all(const Park& park, const cloud::Options& options, const CloudPlanOptions& offers, double target_percent) {
  Exhaustive tried;
  const auto& policies = offers.policies;
  for (std::size_t a = 0; a <= policies[0].strengths.size(); ++a) {
    for (std::size_t b = 0; b <= policies[1].strengths.size(); ++b) {
      for (std::size_t c = 0; c <= policies[2].strengths.size(); ++c) {
        std::vector<BoughtPolicy> bought;
        const Mix mix = {a, b, c};
        for (std::size_t i = 0; i < mix.size(); ++i) {
          if (mix[i] == 0) continue;
          CloudPolicy policy = cloud::adoption::policy(policies[i].kind, policies[i].strengths[mix[i] - 1]);
          policy.months = policies[i].months;
          policy.most_employees = policies[i].most_employees;
          policy.fixed_cost = Yuan(policies[i].fixed_cost_cny + policy.strength * policies[i].cost_of_full_strength_cny);
          policy.cost_per_adopter = Yuan(policy.strength * policies[i].cost_per_adopter_of_full_strength_cny);
          bought.push_back({policy, 0.0});
        }
        const MixOutcome outcome = outcome_of(park, options, bought);
        tried.all.emplace_back(mix, outcome);
        if (outcome.reached >= target_percent) tried.cheapest = std::min(tried.cheapest, outcome.cost);
      }
    }
  }
  return tried;
}

CloudPlanOptions three_offers() {
  CloudPlanOptions offers;
  offers.policies.resize(3);
  return offers;
}

TEST(CloudPlan, IsTheCheapestOfAllMixesOnOffer) {
  const Park park = park_of_sixty();
  const cloud::Options options = few_futures();
  const CloudPlanOptions offers = three_offers();
  const cloud::adoption::AccessQuality access;
  for (const double target : {45.0, 55.0, 65.0}) {
    const CloudPlan plan = plan_cloud({park, options, access, offers, 3, target, 2026, 1});
    const Exhaustive tried = try_all(park, options, offers, target);
    ASSERT_EQ(plan.found, tried.cheapest < std::numeric_limits<double>::infinity()) << target;
    if (!plan.found) continue;
    EXPECT_NEAR(plan.cost_cny, tried.cheapest, 1e-6) << target;
    EXPECT_LE(plan.bound_cny, plan.cost_cny);
    EXPECT_NEAR(plan.bound_cny, tried.cheapest, 1e-6) << target;
    const MixOutcome outcome = outcome_of(park, options, plan.policies);
    EXPECT_DOUBLE_EQ(outcome.reached, plan.reached_percent);
    EXPECT_NEAR(outcome.cost, plan.cost_cny, 1e-6);
    EXPECT_GE(outcome.reached, target);
  }
}

TEST(CloudPlan, MoreOfAPolicyNeverReachesLessAndNeverCostsLess) {
  const Exhaustive tried = try_all(park_of_sixty(), few_futures(), three_offers(), 100.0);
  for (const auto& [small, little] : tried.all) {
    for (const auto& [large, much] : tried.all) {
      if (small[0] > large[0] || small[1] > large[1] || small[2] > large[2]) continue;
      EXPECT_LE(little.reached, much.reached);
      EXPECT_LE(little.cost, much.cost + 1e-6);
    }
  }
}

TEST(CloudPlan, BuysNothingWhereTheShareIsReachedAnyway) {
  const CloudPlan plan = plan_cloud({park_of_sixty(), few_futures(), {}, three_offers(), 3, 30.0, 2026, 1});
  EXPECT_TRUE(plan.found);
  EXPECT_TRUE(plan.policies.empty());
  EXPECT_EQ(plan.cost_cny, 0.0);
  EXPECT_GE(plan.standing_percent, 30.0);
}

TEST(CloudPlan, SaysHowFarAllPoliciesTogetherCome) {
  const CloudPlan plan = plan_cloud({park_of_sixty(), few_futures(), {}, three_offers(), 3, 100.0, 2026, 1});
  EXPECT_FALSE(plan.found);
  EXPECT_GT(plan.reachable_percent, plan.standing_percent);
  EXPECT_LT(plan.reachable_percent, 100.0);
}

TEST(CloudPlan, BeginsNeitherBeforeTheDataNorBeforeTheFirstYear) {
  const Park park = park_of_sixty();
  const cloud::Options options = few_futures();
  const CloudPlanOptions offers = three_offers();
  const CloudPlan early = plan_cloud({park, options, {}, offers, 3, 55.0, 2020, 1});
  ASSERT_FALSE(early.policies.empty());
  EXPECT_EQ(early.policies[0].policy.start_year, 2026);
  const CloudPlan late = plan_cloud({park, options, {}, offers, 3, 55.0, 2026, 4});
  for (const auto& one : late.policies) {
    EXPECT_EQ(one.policy.start_year, 2026);
    EXPECT_EQ(one.policy.start_month, 4);
  }
}

}  // namespace
}  // namespace parktwin::plan
