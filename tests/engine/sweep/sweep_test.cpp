#include "engine/sweep/sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/errors.h"
#include "engine/run/run.h"
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
