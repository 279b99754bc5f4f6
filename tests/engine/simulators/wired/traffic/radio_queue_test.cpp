#include "engine/simulators/wired/traffic/radio_queue.h"

#include <gtest/gtest.h>

#include <cmath>
#include <queue>

#include "engine/core/random.h"
#include "engine/simulators/wired/traffic/demand.h"
#include "tests/engine/simulators/wired/traffic/packet_simulation.h"

namespace parktwin::wired::traffic {
namespace {

Flow flow_of(SourceClass source, double samples_per_s, double radio_up_mbit_s) {
  Flow flow;
  flow.source = source;
  flow.bearer = AssetBearer::nr;
  flow.cell = Id<RadioCell>(0);
  flow.samples_per_s = samples_per_s;
  flow.up_mbit_s = samples_per_s * wire_bits(profiles({})[static_cast<std::size_t>(source)].sample_bytes) * 1e-6;
  flow.down_mbit_s = 2.0 * flow.up_mbit_s;
  flow.radio_up_mbit_s = radio_up_mbit_s;
  flow.radio_down_mbit_s = 4.0 * radio_up_mbit_s;
  return flow;
}

CellQueues queues_of(const std::vector<Flow>& flows, double busy_down = 0.0) {
  RadioAccess radio;
  radio.cells = {{busy_down, 0.5, 2.5}, {}};
  return cell_queues(flows, profiles({}), radio, {});
}

TEST(RadioQueue, TimeIsNeededAtTheRateOfThePlace) {
  const Flow near = flow_of(SourceClass::machine_vision, 25.0, 100.0);
  const Flow far = flow_of(SourceClass::machine_vision, 25.0, 10.0);
  const auto queues = queues_of({near, far}, 0.5);
  EXPECT_NEAR(queues.loads[0].up_utilisation, near.up_mbit_s / 100.0 + far.up_mbit_s / 10.0, 1e-12);
  EXPECT_NEAR(queues.loads[0].down_utilisation, (near.down_mbit_s / 400.0 + far.down_mbit_s / 40.0) / 0.5, 1e-12);
  EXPECT_EQ(queues.loads[1].up_utilisation, 0.0);
  EXPECT_EQ(queues.service_of(near).passed_up, 1.0);
}

TEST(RadioQueue, WhoAsksMuchLosesFirstAndThenTheLeastUrgent) {
  const Flow vehicles = flow_of(SourceClass::vehicles, 2000.0, 10.0);  // 0.54 of the time
  const Flow vision = flow_of(SourceClass::machine_vision, 100.0, 20.0);
  const Flow terminals = flow_of(SourceClass::terminals, 100.0, 20.0);
  const auto queues = queues_of({terminals, vision, vehicles});
  const double free = 1.0 - vehicles.up_mbit_s / 10.0;
  EXPECT_EQ(queues.service_of(vehicles).passed_up, 1.0);
  const double left = free - terminals.up_mbit_s / 20.0;
  EXPECT_EQ(queues.service_of(terminals).passed_up, 1.0);
  EXPECT_NEAR(queues.service_of(vision).passed_up, left / (vision.up_mbit_s / 20.0), 1e-12);
  const Flow many = flow_of(SourceClass::vehicles, 5000.0, 10.0);
  EXPECT_NEAR(queues_of({many, terminals}).service_of(many).passed_up, 10.0 / many.up_mbit_s, 1e-12);
  EXPECT_EQ(queues_of({many, terminals}).service_of(terminals).passed_up, 0.0);
  EXPECT_LT(queues.service_of(vehicles).wait.mean_s, 0.001);
  EXPECT_EQ(queues.service_of(vision).wait.mean_s, 0.05);
  EXPECT_NEAR(queues.service_of(vision).stretch, 1.0 / left, 1e-9);
}

TEST(RadioQueue, ABusyDownlinkLeavesNothing) {
  const Flow vision = flow_of(SourceClass::machine_vision, 25.0, 100.0);
  const auto queues = queues_of({vision}, 1.0);
  EXPECT_EQ(queues.service_of(vision).passed_down, 0.0);
  EXPECT_EQ(queues.service_of(vision).passed_up, 1.0);
}

TEST(RadioQueue, FlowsByWireDoNotAskIt) {
  Flow wired = flow_of(SourceClass::vehicles, 10.0, 1.0);
  wired.cell = {};
  const auto service = queues_of({wired}).service_of(wired);
  EXPECT_EQ(service.passed_up, 1.0);
  EXPECT_EQ(service.wait.mean_s, 0.0);
}

/// One server that always works on the most urgent sample there is, event by event; time from arrival to the end, per class.
std::vector<std::vector<double>> preempting_server(const std::vector<double>& rate_per_s, const std::vector<double>& service_s,
                                                   double seconds) {
  struct Job {
    double born_s = 0.0;
    double left_s = 0.0;
  };
  const std::size_t classes = rate_per_s.size();
  std::vector<double> next_s(classes, 0.0);
  std::vector<std::uint32_t> draw(classes, 0);
  const auto gap = [&](std::size_t i) {
    return -std::log(1.0 - RandomSequence(6, 2, static_cast<std::uint32_t>(i)).uniform(draw[i]++)) / rate_per_s[i];
  };
  for (std::size_t i = 0; i < classes; ++i) next_s[i] = gap(i);
  std::vector<std::queue<Job>> waiting(classes);
  std::vector<std::vector<double>> times(classes);
  for (double now_s = 0.0; now_s < seconds;) {
    const auto arriving = static_cast<std::size_t>(std::min_element(next_s.begin(), next_s.end()) - next_s.begin());
    std::size_t busy = 0;
    while (busy < classes && waiting[busy].empty()) ++busy;
    if (busy < classes && now_s + waiting[busy].front().left_s <= next_s[arriving]) {
      now_s += waiting[busy].front().left_s;
      times[busy].push_back(now_s - waiting[busy].front().born_s);
      waiting[busy].pop();
      continue;
    }
    if (busy < classes) waiting[busy].front().left_s -= next_s[arriving] - now_s;
    now_s = next_s[arriving];
    waiting[arriving].push({now_s, service_s[arriving]});
    next_s[arriving] += gap(arriving);
  }
  for (auto& list : times) std::sort(list.begin(), list.end());
  return times;
}

TEST(RadioQueue, AgreesWithASimulatedServerThatBreaksOff) {
  const std::vector<Flow> flows{flow_of(SourceClass::vehicles, 1000.0, 10.0), flow_of(SourceClass::terminals, 250.0, 30.0),
                                flow_of(SourceClass::machine_vision, 60.0, 40.0)};
  const auto queues = queues_of(flows);
  std::vector<double> rates;
  std::vector<double> services;
  for (const Flow& flow : flows) {
    rates.push_back(flow.samples_per_s);
    services.push_back(flow.up_mbit_s / flow.samples_per_s / flow.radio_up_mbit_s);
  }
  const auto simulated = preempting_server(rates, services, 500.0);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const CellService service = queues.service_of(flows[i]);
    Delay delay{services[i] * service.stretch, service.wait};
    delay.random.variance_s2 += service.scatter_s * services[i];
    EXPECT_NEAR(delay.mean_s() / mean_of(simulated[i]), 1.0, 0.03) << i;
    const double ratio = percentile_s(delay, 0.99) / percentile_of(simulated[i], 0.99);
    EXPECT_GT(ratio, 0.9) << i;
    EXPECT_LT(ratio, 1.25) << i;
  }
}

}  // namespace
}  // namespace parktwin::wired::traffic
