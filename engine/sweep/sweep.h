#pragma once
// Many scenarios of one park: each sample of a sweep is applied, simulated and judged by itself, and its row kept as soon as it is done. A
// scenario that fails leaves its reason in its row and the sweep goes on. Workers share only what nobody changes; each reuses between its
// scenarios what their difference leaves as it was (run/live_run.h), with the same bits, so rows depend on no order and no number of
// threads.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/criteria/criteria.h"
#include "engine/simulators/energy/options.h"
#include "engine/storage/sweep_file.h"
#include "engine/sweep/executor.h"
#include "engine/sweep/sweep_plan.h"

namespace parktwin::sweep {

/// What is varied, and all that it takes to judge it.
struct Subject {
  std::filesystem::path scenario;
  Park park;  ///< before any change
  criteria::Pack pack;
  energy::Tables tables;
  std::string assessed_on;
};

/// What of the pack the sweep judges. Throws InputError naming clauses that the pack does not have.
[[nodiscard]] criteria::Pack asked_of(const ReadPlan& read, criteria::Pack pack);

/// The clauses of the pack, and "clauses_met".
[[nodiscard]] std::vector<std::string> outputs_of(const criteria::Pack& pack);

/// What the rows of this sweep are kept under; `inputs` are hashes of the files that go into every run and of the program's version.
[[nodiscard]] storage::SweepHeader header_of(const ReadPlan& read, const Subject& subject, const std::vector<std::string>& inputs);

/// Every scenario that has no row yet. Throws Interrupted when a stop was asked for, with the rows so far kept; OutputError.
void carry_out(const SweepPlan& plan, const Subject& subject, storage::SweepFile& file, Executor& executor, Progress& progress);

}  // namespace parktwin::sweep
