// From a saved run to its picture, and the next picture of the same scene.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>

#include "engine/run/run.h"
#include "engine/storage/storage.h"
#include "importers/synthetic/synthetic.h"
#include "tests/viz/scene/many_buildings.h"
#include "viz/osg/still.h"

namespace parktwin {
namespace {

namespace fs = std::filesystem;

/// The reference park, simulated and saved once for all benchmarks of this file; removed at exit.
class SavedReference {
 public:
  SavedReference() : folder_(fs::temp_directory_path() / ("parktwin-bench-viz-" + std::to_string(::getpid()))) {
    storage::SavedRun saved;
    saved.park = importers::generate_park({});
    Progress progress;
    saved.results = run(saved.park, SimulationOptions{}, 1, progress);
    storage::save(saved, folder_);
  }
  ~SavedReference() { fs::remove_all(folder_); }
  SavedReference(const SavedReference&) = delete;
  SavedReference& operator=(const SavedReference&) = delete;
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

const fs::path& saved_reference() {
  static const SavedReference reference;
  return reference.folder();
}

viz::Scene scene_of(const fs::path& folder) {
  const storage::SavedRun run = storage::load(folder);
  return viz::build_scene(run.park, &run.results, {viz::Layer::rsrp, viz::Language::en});
}

/// A map of a whole park has many colours; an empty or broken picture has few.
bool believable(const viz::Picture& picture) {
  std::set<std::array<std::uint8_t, 3>> colours;
  for (int row = 0; row < picture.height; row += 3) {
    for (int column = 0; column < picture.width; column += 3) colours.insert(picture.at(column, row));
  }
  return picture.width == 1920 && picture.height == 1080 && colours.size() > 500;
}

void first_picture(benchmark::State& state) {
  const fs::path& folder = saved_reference();
  if (!believable(viz::Still(scene_of(folder), {}).draw())) return state.SkipWithError("the picture shows no map");
  const fs::path file = folder.parent_path() / (folder.filename().string() + ".png");
  for (auto _ : state) viz::render_png(scene_of(folder), {}, file);
  state.counters["pictures/s"] = benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 4.0;
  fs::remove(file);
}
BENCHMARK(first_picture)->Name("viz/first_picture")->Unit(benchmark::kMillisecond)->UseRealTime();

void next_frame(benchmark::State& state) {
  viz::Still still(scene_of(saved_reference()), {});
  const viz::Picture first = still.draw();
  if (!believable(first) || still.draw().rgb != first.rgb) return state.SkipWithError("the second picture differs from the first");
  for (auto _ : state) benchmark::DoNotOptimize(still.draw());
  state.counters["frames/s"] = benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 0.25;
}
BENCHMARK(next_frame)->Name("viz/next_frame")->Unit(benchmark::kMillisecond)->UseRealTime();

/// Scene, first picture and further frames of a hundred thousand buildings.
void many_buildings(benchmark::State& state) {
  const Park park = viz::testing::many_buildings(100000);
  viz::Still still(viz::build_scene(park, nullptr, {viz::Layer::none, viz::Language::en}), {});
  if (!believable(still.draw())) return state.SkipWithError("the picture shows no buildings");
  for (auto _ : state) benchmark::DoNotOptimize(still.draw());
  state.counters["frames/s"] = benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(many_buildings)->Name("viz/frame_100k_buildings")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
