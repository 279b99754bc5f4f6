#include "engine/sweep/sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/errors.h"
#include "engine/criteria/metrics.h"
#include "engine/run/live_run.h"
#include "engine/run/run.h"
#include "engine/storage/described_json.h"
#include "tests/engine/sweep/small_sweep.h"

namespace parktwin::sweep {
namespace {

using ::testing::HasSubstr;
using testing::SmallSweep;

const std::string tilts =
    "factors:\n"
    "  - {name: tilt, fields: [modify_radio_cell.S-001-1.electrical_downtilt_deg], values: [0, 4, 11]}\n"
    "  - {name: threshold, fields: [options.radio.minimum_rsrp_dbm], values: [-105, -95]}\n";

void sweep(const SmallSweep& small, storage::SweepFile& file, std::size_t workers, Progress& progress) {
  LocalExecutor executor(workers);
  carry_out(small.read.plan, small.subject, file, executor, progress);
}

/// By scenario, NaN as text, so that two can be compared.
std::vector<std::string> rows_of(const storage::SweepFile& file) {
  std::vector<std::string> rows;
  for (const auto& [scenario, row] : file.rows()) {
    std::string text = std::to_string(scenario) + row.failure;
    for (const double value : row.values) text += " " + std::to_string(value);
    rows.push_back(text);
  }
  return rows;
}

TEST(Sweep, EachRowIsThatOfARunByItself) {
  const SmallSweep small("alone", tilts);
  Progress progress;
  storage::SweepFile file(small.path("s.h5"), header_of(small.read, small.subject, {}));
  sweep(small, file, 2, progress);
  ASSERT_EQ(file.rows().size(), 6U);
  const auto outputs = outputs_of(small.subject.pack);
  const auto samples = samples_of(small.read.plan);
  for (const auto& [number, row] : file.rows()) {
    ASSERT_TRUE(row.failure.empty()) << row.failure;
    ASSERT_EQ(row.values.size(), outputs.size());
    const Scenario scenario = read_scenario_with(small.subject.scenario, fields_of(small.read.plan, samples[number]));
    const Park park = apply(small.subject.park, scenario.changes);
    const auto verdicts = criteria::assess(run(park, scenario.options, scenario.seed, progress), park, small.subject.pack, "2026-11-22");
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
      EXPECT_TRUE(verdicts[i].value ? row.values[i] == *verdicts[i].value : std::isnan(row.values[i])) << outputs[i];
    }
  }
}

// Only the wired network and the map are simulated for them, and the figures are the same.
TEST(Sweep, JudgesTheClausesAskedForAndSimulatesNoMore) {
  const SmallSweep all("all", tilts);
  SmallSweep few("few", "clauses: [K1-Q2, K1-Q3]\n" + tilts);
  few.subject.pack = asked_of(few.read, few.subject.pack);
  ASSERT_EQ(outputs_of(few.subject.pack), (std::vector<std::string>{"K1-Q2", "K1-Q3", "clauses_met"}));
  EXPECT_EQ(criteria::extent_of(few.subject.pack), RunExtent::coverage);
  EXPECT_EQ(criteria::extent_of(all.subject.pack), RunExtent::judged);
  Progress progress;
  storage::SweepFile whole(all.path("s.h5"), header_of(all.read, all.subject, {}));
  sweep(all, whole, 2, progress);
  storage::SweepFile file(few.path("s.h5"), header_of(few.read, few.subject, {}));
  sweep(few, file, 2, progress);
  const auto outputs = outputs_of(all.subject.pack);
  ASSERT_EQ(file.rows().size(), 6U);
  for (const auto& [number, row] : file.rows()) {
    for (std::size_t i = 0; i < 2; ++i) {
      const auto at = static_cast<std::size_t>(std::ranges::find(outputs, outputs_of(few.subject.pack)[i]) - outputs.begin());
      EXPECT_EQ(row.values.at(i), whole.rows().at(number).values.at(at)) << number << " " << outputs[at];
      EXPECT_GT(row.values.at(i), 0.0);
    }
  }
}

// A metric that says it reads the map alone must not change when the rest of the results is not there.
TEST(Sweep, MetricsReadNoMoreThanTheySay) {
  const SmallSweep small("reads", tilts);
  const Scenario scenario = read_scenario(small.subject.scenario);
  Progress progress;
  const Results whole = run(small.subject.park, scenario.options, scenario.seed, progress);
  LiveRun live({}, nullptr, RunExtent::coverage);
  const Results& map = live.update(small.subject.park, scenario.options, scenario.seed, progress);
  EXPECT_TRUE(map.traffic.flows.empty());
  std::size_t compared = 0;
  for (const auto& clause : small.subject.pack.clauses) {
    criteria::Pack one = small.subject.pack;
    std::erase_if(one.clauses, [&](const criteria::Clause& other) { return other.id != clause.id; });
    if (clause.metric.empty() || criteria::extent_of(one) != RunExtent::coverage) continue;
    EXPECT_EQ(storage::to_json(criteria::assess(map, small.subject.park, one, "2026-11-22")),
              storage::to_json(criteria::assess(whole, small.subject.park, one, "2026-11-22")))
        << clause.id;
    ++compared;
  }
  EXPECT_GE(compared, 2U);
}

TEST(Sweep, AnUnknownClauseIsAnError) {
  const SmallSweep small("unknown", "clauses: [K1-Q2, K1-Q33]\n" + tilts);
  try {
    static_cast<void>(asked_of(small.read, small.subject.pack));
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_THAT(to_string(error.problems().front()), HasSubstr("no clause K1-Q33; did you mean K1-Q3?"));
    EXPECT_THAT(to_string(error.problems().front()), HasSubstr("sweep.yaml"));
  }
}

TEST(Sweep, RowsDependNeitherOnWorkersNorOnStops) {
  const SmallSweep small("stops", tilts);
  Progress progress;
  storage::SweepFile alone(small.path("alone.h5"), header_of(small.read, small.subject, {}));
  sweep(small, alone, 1, progress);
  std::size_t seen = 0;
  Progress* running = nullptr;
  Progress stopped([&](std::string_view stage, double share) {
    if (stage == "scenarios" && share > 0.3 && ++seen == 1) running->request_stop();
  });
  running = &stopped;
  {
    storage::SweepFile file(small.path("s.h5"), header_of(small.read, small.subject, {}));
    EXPECT_THROW(sweep(small, file, 2, stopped), Interrupted);
    EXPECT_GE(file.rows().size(), 2U);
    EXPECT_LT(file.rows().size(), 6U);
  }
  storage::SweepFile file(small.path("s.h5"), header_of(small.read, small.subject, {}));
  EXPECT_GE(file.rows().size(), 2U);
  sweep(small, file, 2, progress);
  EXPECT_EQ(rows_of(file), rows_of(alone));
}

TEST(Sweep, AFailureStaysWithItsScenario) {
  const SmallSweep small("failure",
                         "factors:\n  - {name: tilt, fields: [modify_radio_cell.S-001-1.electrical_downtilt_deg], values: [4, 400]}\n");
  Progress progress;
  storage::SweepFile file(small.path("s.h5"), header_of(small.read, small.subject, {}));
  sweep(small, file, 2, progress);
  EXPECT_TRUE(file.rows().at(0).failure.empty()) << file.rows().at(0).failure;
  EXPECT_THAT(file.rows().at(1).failure, HasSubstr("electrical_downtilt_deg"));
}

TEST(Sweep, AnotherInputIsAnotherSweep) {
  const SmallSweep small("identity", tilts);
  const auto identity = header_of(small.read, small.subject, {"a"}).identity;
  EXPECT_EQ(identity, header_of(small.read, small.subject, {"a"}).identity);
  EXPECT_NE(identity, header_of(small.read, small.subject, {"b"}).identity);
}

}  // namespace
}  // namespace parktwin::sweep
