#pragma once
// A saved run is a folder: results.h5 (every map, series and table of the results, the park as simulated, scenario text, seed, version,
// timings), scorecard.json, summary.json, plan.json (phases, bill of quantities, cash flow). It is written beside its final place and
// renamed when complete. What stands before the first phase and the phases but the last are runs of their own below it, in `phases`.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/hash.h"
#include "engine/criteria/plan_record.h"
#include "engine/criteria/verdict.h"
#include "engine/park/park.h"
#include "engine/run/results.h"
#include "engine/scenario/saved_view.h"
#include "engine/scenario/source_file.h"
#include "engine/storage/selection.h"

namespace parktwin::storage {

class RunFolder;

struct Timing {
  std::string stage;
  double seconds = 0.0;
};

template <class Visitor, DescribedAs<Timing> Self>
void describe(Visitor&& visit, Self& timing) {
  visit(Field{"stage", "", "what was done"}, timing.stage);
  visit(Field{"seconds", "s", "wall-clock time it took"}, timing.seconds);
}

/// Everything worth keeping of a run. `verdicts` are stored in scorecard.json only.
struct SavedRun {
  std::string version;  ///< of parktwin
  std::string scenario_name;
  std::string scenario_text;
  std::string criteria;  ///< name of the pack
  std::string assessed_on;
  std::uint64_t seed = 1;
  Park park;
  Results results;
  std::vector<criteria::Verdict> verdicts;
  std::vector<Timing> timings;
  double peak_memory_mib = 0.0;
  std::vector<SourceFile> files;  ///< that went into it: criteria, prices, inherited scenarios, the scenario itself last
  criteria::PlanRecord plan;      ///< stored in plan.json only
  std::vector<SavedView> views;   ///< of the scenario
  std::string results_hash;       ///< of a loaded run: of all results as they were saved, read or not
};

/// Replaces `folder` as a whole. Throws OutputError; then the folder is as it was.
void save(const SavedRun& run, const std::filesystem::path& folder);

/// Writes a run whose phases come one after the other, so that none has to stay in memory. Nothing appears before finish().
class RunWriter {
 public:
  /// Throws OutputError, as all of its functions.
  explicit RunWriter(const std::filesystem::path& folder);
  ~RunWriter();
  RunWriter(const RunWriter&) = delete;
  RunWriter& operator=(const RunWriter&) = delete;
  /// A run of its own in `phases/<name>`. Precondition: the name was not used.
  void add_phase(const SavedRun& run, const std::string& name);
  void finish(const SavedRun& run);

 private:
  void write(const SavedRun& run, const std::string& below);
  std::filesystem::path folder_;
  std::unique_ptr<RunFolder> target_;
};

/// Folder below `phases`: "2027", or "start" for what stands before the first phase.
[[nodiscard]] std::string phase_folder(std::int32_t year);

/// The run, or of its park and results only what is selected; what is read has the content hash it was saved with. Throws InputError when
/// the folder is not a complete run of this format. A run saved by a parktwin that kept no hashes of parts is read whole.
[[nodiscard]] SavedRun load(const std::filesystem::path& folder, const Selection& selection = {});

/// Hash of all results, without timings: equal for equal results.
[[nodiscard]] ContentHash results_hash(const Results& results);

/// scorecard.json of these verdicts.
[[nodiscard]] std::string scorecard_json(const SavedRun& run);

/// plan.json: what each phase reaches and costs.
[[nodiscard]] std::string plan_json(const SavedRun& run);

/// summary.json: headline figures of each simulator, timings and memory.
[[nodiscard]] std::string summary_json(const SavedRun& run);

}  // namespace parktwin::storage
