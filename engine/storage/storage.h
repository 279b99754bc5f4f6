#pragma once
// A saved run is a folder: results.h5 (every map, series and table of the results, the park as simulated, scenario text, seed, version,
// timings), scorecard.json, summary.json. It is written beside its final place and renamed when complete.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/hash.h"
#include "engine/criteria/verdict.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::storage {

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
};

/// Replaces `folder` as a whole. Throws OutputError; then the folder is as it was.
void save(const SavedRun& run, const std::filesystem::path& folder);

/// Throws InputError when the folder is not a complete run of this format.
[[nodiscard]] SavedRun load(const std::filesystem::path& folder);

/// Hash of all results, without timings: equal for equal results.
[[nodiscard]] ContentHash results_hash(const Results& results);

/// scorecard.json of these verdicts.
[[nodiscard]] std::string scorecard_json(const SavedRun& run);

/// summary.json: headline figures of each simulator, timings and memory.
[[nodiscard]] std::string summary_json(const SavedRun& run);

}  // namespace parktwin::storage
