#include "engine/storage/storage.h"

#include <span>
#include <system_error>

#include "engine/core/errors.h"
#include "engine/storage/hdf5_library.h"
#include "engine/storage/plan_file.h"
#include "engine/storage/results_file.h"
#include "engine/storage/run_folder.h"
#include "engine/storage/scorecard.h"

namespace parktwin::storage {

namespace {

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text.data(), text.size())); }

}  // namespace

ContentHash results_hash(const Results& results) { return content_hash(results); }

RunWriter::RunWriter(const std::filesystem::path& folder) : folder_(folder), target_(std::make_unique<RunFolder>(folder)) {}

RunWriter::~RunWriter() = default;

void RunWriter::write(const SavedRun& run, const std::string& below) {
  const std::string scorecard = scorecard_json(run);
  const std::string summary = summary_json(run);
  const std::string plan = plan_json(run);
  try {
    target_->write(below + "results.h5", results_file(run));
  } catch (const hdf5::Failure& failure) {
    throw OutputError((folder_ / (below + "results.h5")).string(), failure.what());
  }
  target_->write(below + "scorecard.json", bytes_of(scorecard));
  target_->write(below + "summary.json", bytes_of(summary));
  target_->write(below + "plan.json", bytes_of(plan));
}

void RunWriter::add_phase(const SavedRun& run, const std::string& name) { write(run, "phases/" + name + "/"); }

void RunWriter::finish(const SavedRun& run) {
  write(run, "");
  target_->commit();
}

void save(const SavedRun& run, const std::filesystem::path& folder) { RunWriter(folder).finish(run); }

std::string phase_folder(std::int32_t year) { return year == 0 ? "start" : std::to_string(year); }

SavedRun load(const std::filesystem::path& folder, const Selection& selection) {
  std::error_code unreadable;
  const auto status = std::filesystem::status(folder, unreadable);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw InputError(folder.string(), "", "the folder is missing; expected the folder of a saved run");
  }
  if (status.type() != std::filesystem::file_type::directory) {
    throw InputError(folder.string(), "", "found no folder; expected the folder of a saved run");
  }
  SavedRun run = read_results_file(folder / "results.h5", selection);
  run.verdicts = read_scorecard(folder / "scorecard.json");
  run.plan = read_plan(folder / "plan.json");
  if (!std::filesystem::exists(folder / "summary.json", unreadable)) {
    throw InputError((folder / "summary.json").string(), "", "the file is missing; the run is not complete");
  }
  return run;
}

}  // namespace parktwin::storage
