#include "engine/criteria/retrofit_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using retrofit::Aspect;
using retrofit::EnterpriseOutcome;
using retrofit::Figure;
using retrofit::Measure;
using retrofit::Outcome;

constexpr auto up = Outcome::improved;
constexpr auto same = Outcome::unchanged;
constexpr auto down = Outcome::worse;

/// Enterprises with the same solution and these outcomes of cost, quality and efficiency, and a bystander.
SmallWorld retrofitted(const std::vector<std::array<Outcome, 3>>& outcomes) {
  SmallWorld world;
  std::vector<Enterprise> enterprises;
  for (std::size_t i = 0; i <= outcomes.size(); ++i) {
    enterprises.push_back(enterprise("E-" + std::to_string(i), "Plant " + std::to_string(i), 1000.0));
    EnterpriseOutcome outcome;
    outcome.enterprise = Id<Enterprise>(i);
    if (i < outcomes.size()) {
      outcome.changes = 2;
      outcome.solution = "network_node kind";
      outcome.cost = outcomes[i][0];
      outcome.quality = outcomes[i][1];
      outcome.efficiency = outcomes[i][2];
    }
    world.results.retrofit.enterprises.push_back(outcome);
  }
  world.park.enterprises = part_of(enterprises);
  world.results.retrofit.compared = true;
  world.results.retrofit.changes = static_cast<std::int32_t>(2 * outcomes.size());
  return world;
}

TEST(RetrofitMetrics, ThreeEnterprisesThatGainInAllMeetEveryCondition) {
  const Measurement measurement = retrofitted({{up, up, up}, {up, up, up}, {up, up, up}}).measure("retrofit.conditions");
  EXPECT_EQ(measurement.part, 5.0);
  EXPECT_EQ(measurement.whole, 5.0);
  EXPECT_EQ(measurement.subject, "network_node kind");
  EXPECT_TRUE(measurement.where.empty());
}

TEST(RetrofitMetrics, EachConditionIsCountedOverOneTemplate) {
  SmallWorld world = retrofitted({{up, up, up}, {up, up, up}, {up, same, up}});
  Measurement measurement = world.measure("retrofit.conditions");
  EXPECT_EQ(measurement.part, 3.0);  // cost, efficiency, nobody worse
  EXPECT_EQ(measurement.where,
            (std::vector<Text>{{"better quality: at 2 enterprises of one template, 3 needed", "提质：同一模板下2家企业，要求3家"},
                               {"all three together, to be copied: at 2 enterprises of one template, 3 needed",
                                "三者兼得、可复制：同一模板下2家企业，要求3家"}}));
  world = retrofitted({{up, up, up}, {up, up, up}, {up, up, up}});
  world.results.retrofit.enterprises[2].solution = "network_link +fibre";
  measurement = world.measure("retrofit.conditions");
  EXPECT_EQ(measurement.part, 1.0);
  EXPECT_EQ(measurement.subject, "network_node kind");
}

TEST(RetrofitMetrics, WhoLosesIsNamedWithTheFigureBystandersToo) {
  SmallWorld world = retrofitted({{up, up, up}, {up, up, up}, {up, up, up}});
  world.results.retrofit.enterprises[3].quality = down;
  Figure figure;
  figure.subject = retrofit::Subject::enterprise;
  figure.id = "E-3";
  figure.enterprise = Id<Enterprise>(3);
  figure.measure = Measure::availability;
  figure.before = 0.9999;
  figure.after = 0.99;
  figure.outcome = down;
  world.results.retrofit.figures = {figure};
  const Measurement measurement = world.measure("retrofit.conditions");
  EXPECT_EQ(measurement.part, 4.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"Plant 3 (E-3): worse: availability of the access 0.9999 -> 0.99",
                                                   "Plant 3（E-3）：变差：接入可用率 0.9999 -> 0.99"}}));
}

TEST(RetrofitMetrics, ByTheOtherReadingEveryEnterpriseGainsSomethingAndLosesNothing) {
  const Measurement measurement =
      retrofitted({{same, up, same}, {up, up, down}, {same, same, same}, {up, up, up}}).measure("retrofit.gaining");
  EXPECT_EQ(measurement.part, 2.0);
  EXPECT_EQ(measurement.whole, 4.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"Plant 1 (E-1): some figure is worse", "Plant 1（E-1）：有指标变差"},
                                                  {"Plant 2 (E-2): nothing improves", "Plant 2（E-2）：无改善"}}));
}

TEST(RetrofitMetrics, NotMeasuredWithoutARetrofit) {
  SmallWorld world;
  for (const char* metric : {"retrofit.conditions", "retrofit.gaining"}) {
    EXPECT_EQ(world.measure(metric).unmeasured.en, "the scenario changes nothing in the network, so that there is no before and after");
    SmallWorld changed;
    changed.results.retrofit.changes = 3;
    EXPECT_EQ(changed.measure(metric).unmeasured.en, "the network before the changes was not simulated");
    changed = retrofitted({});
    changed.results.retrofit.changes = 1;
    EXPECT_EQ(changed.measure(metric).unmeasured.en, "no change is at an enterprise's own network");
  }
}

}  // namespace
}  // namespace parktwin::criteria
