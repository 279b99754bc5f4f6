#include "engine/storage/storage.h"

#include <span>
#include <system_error>

#include "engine/core/errors.h"
#include "engine/storage/hdf5_library.h"
#include "engine/storage/results_file.h"
#include "engine/storage/run_folder.h"
#include "engine/storage/scorecard.h"

namespace parktwin::storage {

namespace {

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text.data(), text.size())); }

}  // namespace

ContentHash results_hash(const Results& results) { return content_hash(results); }

void save(const SavedRun& run, const std::filesystem::path& folder) {
  const std::string scorecard = scorecard_json(run);
  const std::string summary = summary_json(run);
  RunFolder target(folder);
  try {
    target.write("results.h5", results_file(run));
  } catch (const hdf5::Failure& failure) {
    throw OutputError((folder / "results.h5").string(), failure.what());
  }
  target.write("scorecard.json", bytes_of(scorecard));
  target.write("summary.json", bytes_of(summary));
  target.commit();
}

SavedRun load(const std::filesystem::path& folder) {
  std::error_code unreadable;
  const auto status = std::filesystem::status(folder, unreadable);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw InputError(folder.string(), "", "the folder is missing; expected the folder of a saved run");
  }
  if (status.type() != std::filesystem::file_type::directory) {
    throw InputError(folder.string(), "", "found no folder; expected the folder of a saved run");
  }
  SavedRun run = read_results_file(folder / "results.h5");
  run.verdicts = read_scorecard(folder / "scorecard.json");
  if (!std::filesystem::exists(folder / "summary.json", unreadable)) {
    throw InputError((folder / "summary.json").string(), "", "the file is missing; the run is not complete");
  }
  return run;
}

}  // namespace parktwin::storage
