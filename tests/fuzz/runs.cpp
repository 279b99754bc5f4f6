// Parsers of what a run stands on beside its park and scenario, and of what it leaves: tables of factors, packs, sweeps, saved files.
#include <array>
#include <map>

#include "engine/core/hash.h"
#include "engine/criteria/criteria.h"
#include "engine/storage/plan_file.h"
#include "engine/storage/scorecard.h"
#include "engine/storage/sweep_file.h"
#include "engine/sweep/sweep_plan.h"
#include "importers/emission_factors/emission_factors.h"
#include "tests/fuzz/expectations.h"
#include "tests/fuzz/targets.h"
#include "viz/window/saved_views.h"

namespace parktwin::fuzz {
namespace {

/// grid.csv, below a line "=== fuels.csv" the other table.
void run_emission_factors(const std::string& input) {
  const std::string between = "=== fuels.csv\n";
  const auto cut = input.find(between);
  static_cast<void>(written("grid.csv", input.substr(0, cut)));
  static_cast<void>(written("fuels.csv", cut == std::string::npos ? "" : input.substr(cut + between.size())));
  check_reader([] { static_cast<void>(importers::read_emission_factors(folder())); });
}

void run_criteria(const std::string& input) {
  const auto file = written("pack.yaml", input);
  check_reader([&] { static_cast<void>(criteria::read_packs({file})); });
}

/// What is read is drawn too, where that is a thousand scenarios or less.
void run_sweep(const std::string& input) {
  const auto file = written("sweep.yaml", input);
  check_reader([&] {
    const auto read = sweep::read_sweep(file);
    if (read.plan.samples > 100 || read.plan.factors.size() > 10) return;
    for (const auto& sample : sweep::samples_of(read.plan)) static_cast<void>(sweep::fields_of(read.plan, sample));
  });
}

/// The rows of a stopped sweep. Lines get the checksum that lets them in; one that begins with '!' stays as it is.
void run_sweep_rows(const std::string& input) {
  std::string rows;
  for (std::size_t at = 0; at < input.size();) {
    const auto end = std::min(input.find('\n', at), input.size());
    const std::string line = input.substr(at, end - at);
    rows += line.starts_with('!') ? line.substr(1) : content_hash(line).hex() + " " + line;
    if (end < input.size()) rows += '\n';
    at = end + 1;
  }
  static_cast<void>(written("sweep.h5.rows", rows));
  check_reader([] {
    const storage::SweepFile file(folder() / "sweep.h5",
                                  {"tilts", "", "0f", {"tilt"}, {"K1-Q2", "K1-Q3"}, {{1.0}, {2.0}, {3.0}}, {1, 1, 1}});
    for (const auto& [scenario, row] : file.rows()) {
      require(scenario < 3, "a row is one of the sweep's");
      require(!row.failure.empty() || row.values.size() == 2, "a row has a value for each output, or says what failed");
    }
  });
}

void run_scorecard(const std::string& input) {
  const auto file = written("scorecard.json", input);
  check_reader([&] { static_cast<void>(storage::read_scorecard(file)); });
}

void run_plan(const std::string& input) {
  const auto file = written("plan.json", input);
  check_reader([&] { static_cast<void>(storage::read_plan(file)); });
}

void run_views(const std::string& input) {
  const auto file = written("park.views.yaml", input);
  check_reader([&] { static_cast<void>(viz::window::read_views(file)); });
}

}  // namespace

std::span<const Target> targets_of_runs() {
  static constexpr std::array list{Target{"emission_factors", run_emission_factors, with_library},
                                   Target{"criteria", run_criteria, with_library},
                                   Target{"sweep", run_sweep, with_library},
                                   Target{"sweep_rows", run_sweep_rows, plain},
                                   Target{"scorecard", run_scorecard, plain},
                                   Target{"plan", run_plan, plain},
                                   Target{"views", run_views, with_library}};
  return list;
}

}  // namespace parktwin::fuzz
