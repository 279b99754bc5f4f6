#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <fstream>
#include <memory>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/open_park.h"
#include "cli/sweep_table.h"
#include "cli/version.h"
#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/core/whole_file.h"
#include "engine/storage/described_json.h"
#include "engine/sweep/sweep.h"

namespace parktwin::cli {
namespace {

constexpr double bytes_per_gib = 1024.0 * 1024.0 * 1024.0;

struct SweepArguments {
  std::string sweep;
  std::string out;
  double memory_gib = 0.0;
};

/// Resident memory of this process.
std::size_t memory_in_use() {
  std::size_t pages = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// Half of the machine's memory, unless a limit is given.
std::size_t limit_bytes(double gib) {
  if (gib > 0.0) return static_cast<std::size_t>(gib * bytes_per_gib);
  return static_cast<std::size_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 2;
}

/// Hashes of the files that all scenarios have in common.
std::vector<std::string> inputs_of(const Scenario& scenario) {
  std::vector<std::string> inputs{version};
  std::vector<std::filesystem::path> files = pack_files(names_of_packs(scenario));
  if (!scenario.tariff.empty()) files.push_back(tariff_file(scenario.tariff));
  if (!scenario.emission_factors.empty()) {
    for (const char* name : {"grid.csv", "fuels.csv"}) files.push_back(factors_folder(scenario.emission_factors) / name);
  }
  for (const auto& file : {scenario.hourly_grid_factors, scenario.meters}) {
    if (!file.empty()) files.emplace_back(file);
  }
  for (const auto& file : files) inputs.push_back(content_hash(read_whole(file).value_or("")).hex());
  for (const auto& file : scenario.files) inputs.push_back(file.hash);
  return inputs;
}

int run_sweep(const SweepArguments& arguments, Session& session) {
  const auto read = sweep::read_sweep(arguments.sweep);
  const Scenario scenario = read_scenario(read.scenario);
  session.progress.begin("importing the park", 1);
  const sweep::Subject subject{read.scenario, open_park(scenario.park).park,
                               sweep::asked_of(read, criteria::read_packs(pack_files(names_of_packs(scenario)))), energy_tables(scenario),
                               scenario.assessed_on.empty() ? today() : scenario.assessed_on};
  const std::filesystem::path out =
      arguments.out.empty() ? std::filesystem::path("runs") / (read.plan.name + ".h5") : std::filesystem::path(arguments.out);
  if (out.has_parent_path()) std::filesystem::create_directories(out.parent_path());
  storage::SweepFile file(out, sweep::header_of(read, subject, inputs_of(scenario)));
  sweep::LocalExecutor executor(thread_count(), {limit_bytes(arguments.memory_gib), memory_in_use});
  sweep::carry_out(read.plan, subject, file, executor, session.progress);
  file.finish();
  session.progress.end();
  const auto report = sweep::report_of(read.plan, file);
  if (session.json) {
    storage::Json document = storage::to_json(report);
    document["kind"] = "sweep";
    document["file"] = out.string();
    session.out << document.dump(2, ' ', false, storage::Json::error_handler_t::replace) << '\n';
  } else {
    session.out << sweep_table(report, session) << out.string() << '\n';
  }
  return done;
}

}  // namespace

void add_sweep_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<SweepArguments>();
  auto* command = app.add_subcommand("sweep", "Many scenarios: a grid, a list or samples over fields of one; sensitivity and tornado");
  command->add_option("SWEEP", arguments->sweep, "sweep file (YAML)")->required();
  command->add_option("--out", arguments->out, "HDF5 file of all scenarios; default runs/<name of the sweep>.h5");
  command->add_option("--memory-gib", arguments->memory_gib, "memory that the scenarios under way may take; default half of the machine's")
      ->check(CLI::PositiveNumber);
  command->footer(
      "A sweep that was stopped or killed goes on where it was when it is called again.\n"
      "Example: parktwin sweep scenarios/tilt-sweep.yaml --out runs/tilts.h5");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return run_sweep(*arguments, session); }; });
}

}  // namespace parktwin::cli
