#include "engine/run/baseline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "engine/core/parallel.h"
#include "tests/engine/run/retrofit_world.h"

namespace parktwin::retrofit {
namespace {

using testing::find;
using testing::plants;
using testing::run_quietly;
using testing::widened;

/// Checks a figure against values taken from two runs by another way.
void expect_figure(const Result& result, Subject subject, const std::string& id, Measure measure, double before, double after) {
  const Figure* figure = find(result, subject, id, measure);
  ASSERT_NE(figure, nullptr) << id << " " << name_of(measure);
  EXPECT_DOUBLE_EQ(figure->before, before) << id << " " << name_of(measure);
  EXPECT_DOUBLE_EQ(figure->after, after) << id << " " << name_of(measure);
}

double on_time_share(const Results& results, Id<Enterprise> enterprise) {
  double samples = 0.0;
  double on_time = 0.0;
  for (const auto& flow : results.traffic.flows) {
    if (flow.enterprise != enterprise) continue;
    samples += flow.samples_per_s;
    on_time += flow.samples_per_s * flow.on_time_share;
  }
  return on_time / samples;
}

double bound_us(const Results& results, std::size_t flow) {
  return static_cast<double>(results.wired.tsn.flows[flow].tight_ns.value()) * 1e-3;
}

TEST(Baseline, BeforeAndAfterAreTheFiguresOfTwoPlainRuns) {
  const Baseline baseline{plants(), {}};
  const Park after = widened(plants(), 3, 1000.0);
  const Results was = run_quietly(baseline.park);
  const Results is = run_quietly(after);
  Results compared = run_quietly(after, &baseline);
  const Result& result = compared.retrofit;
  ASSERT_TRUE(result.compared) << result.reason;
  EXPECT_EQ(result.changes, 3);
  EXPECT_TRUE(result.not_compared.empty());
  for (std::size_t p = 0; p < testing::plant_count; ++p) {
    const std::string id = testing::numbered("E", p);
    const auto use = [p](const Results& results) { return results.traffic.links[1 + 3 * p].inwards_utilisation; };
    expect_figure(result, Subject::enterprise, id, Measure::availability, was.wired.failures.protections[p].availability,
                  is.wired.failures.protections[p].availability);
    expect_figure(result, Subject::enterprise, id, Measure::busiest_link_utilisation, use(was), use(is));
    expect_figure(result, Subject::enterprise, id, Measure::samples_on_time_share, on_time_share(was, Id<Enterprise>(p)),
                  on_time_share(is, Id<Enterprise>(p)));
    expect_figure(result, Subject::enterprise, id, Measure::worst_bound_us, bound_us(was, p), bound_us(is, p));
    expect_figure(result, Subject::tsn_flow, testing::numbered("F", p), Measure::worst_bound_us, bound_us(was, p), bound_us(is, p));
  }
  const auto vision = static_cast<std::size_t>(wired::traffic::SourceClass::machine_vision);
  expect_figure(result, Subject::source_class, "machine_vision", Measure::delay_p99_ms, was.traffic.classes[vision].p99_ms,
                is.traffic.classes[vision].p99_ms);
  expect_figure(result, Subject::park, "", Measure::samples_on_time_share, was.traffic.samples_on_time_per_s / was.traffic.samples_per_s,
                is.traffic.samples_on_time_per_s / is.traffic.samples_per_s);
  compared.retrofit = {};
  Results plain = is;
  plain.retrofit = {};
  EXPECT_EQ(content_hash(compared), content_hash(plain));  // the run itself is not touched by being compared
}

TEST(Baseline, TheWorkloadIsHeldWhereTheScenarioAddsSome) {
  const Baseline baseline{plants(), {}};
  Park after = widened(plants(), 3, 1000.0);
  const Result alone = run_quietly(after, &baseline).retrofit;
  auto assets = after.connected_assets->records();
  auto more = assets[0];
  more.id = "CA-more";
  assets.push_back(more);
  after.connected_assets = Part(Table(assets));
  auto flows = after.tsn_flows->records();
  auto loop = flows[0];
  loop.id = "F-more";
  flows.push_back(loop);
  after.tsn_flows = Part(Table(flows));
  const Result with_more = run_quietly(after, &baseline).retrofit;
  ASSERT_EQ(with_more.not_compared.size(), 2U);
  EXPECT_EQ(with_more.not_compared[0].id, "machine_vision E-0 CA-more");
  EXPECT_EQ(with_more.not_compared[0].change, WorkloadChange::after_only);
  EXPECT_EQ(with_more.not_compared[1].id, "F-more");
  EXPECT_EQ(content_hash(with_more.figures), content_hash(alone.figures));
  EXPECT_EQ(content_hash(with_more.enterprises), content_hash(alone.enterprises));
}

TEST(Baseline, NothingIsSimulatedBeforeWhereTheNetworkIsTheSame) {
  Park after = plants();
  auto enterprises = after.enterprises->records();
  enterprises[0].employees = 4000;
  after.enterprises = Part(Table(enterprises));
  const Baseline baseline{plants(), {}};
  const Result result = run_quietly(after, &baseline).retrofit;
  EXPECT_FALSE(result.compared);
  EXPECT_EQ(result.changes, 0);
  EXPECT_EQ(result.reason, "there is no change of the network to compare");
  EXPECT_TRUE(result.figures.empty());
  EXPECT_EQ(run_quietly(after).retrofit.reason, result.reason);
}

/// 5G at a site whose backhaul the retrofit mends, and the cameras of the first plant on it.
Park with_5g(bool backhaul) {
  Park park = plants();
  auto enterprises = park.enterprises->records();
  Building hall = testing::with_id<Building>("B");
  hall.footprint = Polygon{{{80, 80}, {120, 80}, {120, 120}, {80, 120}}, {}};
  hall.enterprise = Id<Enterprise>(0);
  park.buildings = Part(Table(std::vector<Building>{hall}));
  auto site = testing::with_id<RadioSite>("S");
  site.position = {60, 60};
  site.backhaul = Id<NetworkNode>(1);
  auto cell = testing::with_id<RadioCell>("C");
  cell.site = Id<RadioSite>(0);
  cell.antenna = Id<Antenna>(0);
  cell.azimuth = Degrees(45.0);
  park.antennas = Part(Table(std::vector<Antenna>{testing::with_id<Antenna>("A")}));
  park.radio_sites = Part(Table(std::vector<RadioSite>{site}));
  park.radio_cells = Part(Table(std::vector<RadioCell>{cell}));
  auto assets = park.connected_assets->records();
  assets[0].bearer = AssetBearer::nr;
  assets[0].count = 2;
  park.connected_assets = Part(Table(assets));
  auto links = park.network_links->records();
  links[0].operational = backhaul;
  park.network_links = Part(Table(links));
  return park;
}

TEST(Baseline, RadioRunsAgainWhereOtherSitesAreConnected) {
  const Baseline dark{with_5g(false), {}};
  const Results compared = run_quietly(with_5g(true), &dark);
  const Results was = run_quietly(dark.park);
  const Results is = run_quietly(with_5g(true));
  expect_figure(compared.retrofit, Subject::enterprise, "E-0", Measure::samples_on_time_share, on_time_share(was, Id<Enterprise>(0)),
                on_time_share(is, Id<Enterprise>(0)));
  EXPECT_EQ(on_time_share(was, Id<Enterprise>(0)), 0.0);
  EXPECT_GT(on_time_share(is, Id<Enterprise>(0)), 0.5);
  EXPECT_EQ(content_hash(compared.radio), content_hash(is.radio));
}

TEST(Baseline, TheSameBitsForAnyNumberOfThreads) {
  const Baseline baseline{with_5g(false), {}};
  std::optional<ContentHash> one;
  for (const std::size_t threads : {1, 2, 3}) {
    const ThreadLimit limit(threads);
    const auto hash = content_hash(run_quietly(with_5g(true), &baseline).retrofit);
    EXPECT_EQ(hash, one.value_or(hash)) << threads;
    one = hash;
  }
}

}  // namespace
}  // namespace parktwin::retrofit
