#include "tests/engine/storage/random_run.h"

namespace parktwin::storage::testing {

SavedRun random_run(std::uint64_t seed) {
  RandomFill random(seed);
  SavedRun run;
  run.version = "0.1.0-test";
  run.scenario_name = "random 随机";
  run.scenario_text = "name: random\nquestion: what is stored?\n" + std::string(70000, '#');
  run.criteria = "miit-2021";
  run.assessed_on = "2026-11-22";
  run.seed = 18446744073709551557U;
  run.peak_memory_mib = 123.5;
  random.fill(run.park);
  random.set_frame({{-400.0, -250.0}, 2.0, 37, 21});
  random.fill(run.results);
  random.fill(run.verdicts);
  for (auto& verdict : run.verdicts) verdict.id = "K1-Q1";
  random.fill(run.files);
  random.fill(run.plan);
  run.timings = {{"radio coverage", 1.25}, {"wired network", 0.5}};
  return run;
}

}  // namespace parktwin::storage::testing
