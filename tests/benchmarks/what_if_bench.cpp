// What a planner waits for between two questions: two saved runs side by side, the scorecard after one site was moved, and
// a thousand tilts.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "engine/compare/compare.h"
#include "engine/core/parallel.h"
#include "engine/criteria/criteria.h"
#include "engine/run/live_run.h"
#include "engine/run/run.h"
#include "engine/scenario/scenario.h"
#include "engine/storage/described_json.h"
#include "engine/storage/storage.h"
#include "engine/sweep/sweep.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin {
namespace {

namespace fs = std::filesystem;
const std::string source = PARKTWIN_SOURCE_DIR;

struct Reference {
  Scenario scenario = read_scenario(source + "/scenarios/reference.yaml");
  Park park = importers::read_park_folder(source + "/data/reference-park").park;
  criteria::Pack pack = criteria::read_pack(source + "/data/criteria/miit-2021.yaml");

  [[nodiscard]] Park with_site_at(std::size_t site, Point position) const {
    auto sites = park.radio_sites->records();
    sites[site].position = position;
    Park moved = park;
    moved.radio_sites = Part(Table(std::move(sites)));
    return moved;
  }
  [[nodiscard]] std::vector<criteria::Verdict> judged(const Results& results, const Park& of) const {
    return criteria::assess(results, of, pack, scenario.assessed_on);
  }
};

Point shifted(Point point, double metres) { return {point.x + metres, point.y - metres}; }

void what_if_one_site(benchmark::State& state) {
  const Reference reference;
  Progress progress;
  LiveRun live({}, nullptr, RunExtent::judged);
  const auto& options = reference.scenario.options;
  const Point home = reference.park.radio_sites->records()[20].position;
  criteria::LiveAssessment judge;
  const auto judged = [&](const Results& results, const Park& park) {
    return judge.assess(results, park, reference.pack, reference.scenario.assessed_on);
  };
  static_cast<void>(judged(live.update(reference.park, options, reference.scenario.seed, progress), reference.park));
  {
    const Park moved = reference.with_site_at(20, shifted(home, 15.0));
    const Results& followed = live.update(moved, options, reference.scenario.seed, progress);
    const Results scratch = run(moved, options, reference.scenario.seed, progress);
    if (storage::to_json(judged(followed, moved)) != storage::to_json(reference.judged(scratch, moved))) {
      return state.SkipWithError("the scorecard that followed differs from one from scratch");
    }
  }
  int step = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const Park moved = reference.with_site_at(20, shifted(home, 2.0 * ++step));
    state.ResumeTiming();
    const Results& results = live.update(moved, options, reference.scenario.seed, progress);
    benchmark::DoNotOptimize(judged(results, moved).data());
  }
  state.counters["changes/s"] = benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 0.1;
}

/// Two runs of the reference park, saved once; removed at exit.
class SavedPair {
 public:
  SavedPair() : folder_(fs::temp_directory_path() / ("parktwin-bench-pair-" + std::to_string(::getpid()))) {
    const Reference reference;
    Progress progress;
    LiveRun live;
    for (const double metres : {0.0, 150.0}) {
      storage::SavedRun saved;
      saved.park = reference.with_site_at(20, shifted(reference.park.radio_sites->records()[20].position, metres));
      saved.results = live.update(saved.park, reference.scenario.options, reference.scenario.seed, progress);
      saved.verdicts = reference.judged(saved.results, saved.park);
      storage::save(saved, folder_ / (metres == 0.0 ? "a" : "b"));
    }
  }
  ~SavedPair() { fs::remove_all(folder_); }
  SavedPair(const SavedPair&) = delete;
  SavedPair& operator=(const SavedPair&) = delete;
  [[nodiscard]] compare::Comparison compared(const storage::Selection& selection) const {
    const auto a = storage::load(folder_ / "a", selection);
    const auto b = storage::load(folder_ / "b", selection);
    return compare::compare(
        std::vector<compare::Subject>{{"a", a.park, a.results, a.verdicts, a.plan}, {"b", b.park, b.results, b.verdicts, b.plan}});
  }

 private:
  fs::path folder_;
};

void compare_two_runs(benchmark::State& state) {
  static const SavedPair pair;
  const storage::Selection selection{compare::compared_parts(), {}};
  const auto comparison = pair.compared(selection);
  if (storage::to_json(comparison) != storage::to_json(pair.compared({})) ||
      comparison.differences.front().hectares_lost.value_or(0) <= 0) {
    return state.SkipWithError("runs read in part compare otherwise than whole ones");
  }
  for (auto _ : state) benchmark::DoNotOptimize(pair.compared(selection).targets.data());
  state.counters["runs/s"] = benchmark::Counter(2.0, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 1.0;
}

/// Four cells of two sites tilted anew a thousand times, judged by coverage. Removed at exit.
class TiltSweep {
 public:
  explicit TiltSweep(int samples) : folder_(fs::temp_directory_path() / ("parktwin-bench-sweep-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
    const auto tilt = [](const std::string& cell) { return "modify_radio_cell." + cell + ".electrical_downtilt_deg"; };
    std::ofstream(folder_ / "tilts.yaml") << "name: tilts\nscenario: " << source << "/scenarios/reference.yaml\n"
                                          << "method: latin_hypercube\nsamples: " << samples << "\nclauses: [K1-Q2, K1-Q3]\nfactors:\n"
                                          << "  - {name: a, fields: [" << tilt("S-001-1") << ", " << tilt("S-001-2") << ", "
                                          << tilt("S-001-3") << "], minimum: 0, maximum: 12}\n"
                                          << "  - {name: b, fields: [" << tilt("S-002-1") << "], minimum: 0, maximum: 10}\n";
    read_ = sweep::read_sweep(folder_ / "tilts.yaml");
    const Reference reference;
    subject_ = {read_.scenario, reference.park, sweep::asked_of(read_, reference.pack), {}, reference.scenario.assessed_on};
  }
  ~TiltSweep() { fs::remove_all(folder_); }
  TiltSweep(const TiltSweep&) = delete;
  TiltSweep& operator=(const TiltSweep&) = delete;

  /// The rows of a sweep from nothing.
  std::map<std::size_t, storage::SweepRow> carried_out() const {
    const fs::path path = folder_ / "tilts.h5";
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (entry.path().filename() != "tilts.yaml") fs::remove(entry.path());
    }
    storage::SweepFile file(path, sweep::header_of(read_, subject_, {}));
    sweep::LocalExecutor executor(thread_count());
    Progress progress;
    sweep::carry_out(read_.plan, subject_, file, executor, progress);
    return file.rows();
  }
  /// What a run by itself says of one scenario.
  [[nodiscard]] std::vector<criteria::Verdict> alone(std::size_t scenario) const {
    const auto fields = sweep::fields_of(read_.plan, sweep::samples_of(read_.plan)[scenario]);
    const Scenario one = read_scenario_with(subject_.scenario, fields);
    const Park park = apply(subject_.park, one.changes);
    Progress progress;
    return criteria::assess(run(park, one.options, one.seed, progress), park, subject_.pack, subject_.assessed_on);
  }

 private:
  fs::path folder_;
  sweep::ReadPlan read_;
  sweep::Subject subject_;
};

void sweep_1000_tilts(benchmark::State& state) {
  {
    const TiltSweep few(3);
    for (const auto& [scenario, row] : few.carried_out()) {
      const auto verdicts = few.alone(scenario);
      if (!row.failure.empty() || row.values.at(0) != verdicts.at(0).value || row.values.at(1) != verdicts.at(1).value) {
        return state.SkipWithError("a scenario of the sweep differs from a run by itself");
      }
    }
  }
  const TiltSweep tilts(1000);
  for (auto _ : state) benchmark::DoNotOptimize(tilts.carried_out().size());
  state.counters["scenarios/s"] = benchmark::Counter(1000.0, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 60.0;
}

BENCHMARK(what_if_one_site)->Name("plan/what_if_one_site")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sweep_1000_tilts)->Name("plan/sweep_1000_tilts")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(compare_two_runs)->Name("plan/compare_two_runs")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
