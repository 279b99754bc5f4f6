#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <concepts>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/addressing_table.h"
#include "cli/adoption_table.h"
#include "cli/bridge_table.h"
#include "cli/carbon_table.h"
#include "cli/commands.h"
#include "cli/energy_table.h"
#include "cli/flow_table.h"
#include "cli/needs_table.h"
#include "cli/open_park.h"
#include "cli/park_summary.h"
#include "cli/plan_table.h"
#include "cli/retrofit_table.h"
#include "cli/sharing_table.h"
#include "engine/core/errors.h"
#include "engine/storage/storage.h"

namespace parktwin::cli {
namespace {

/// What the simulators remarked, in the order of their results.
template <class T>
void collect_notes(const T& part, std::vector<Note>& notes) {
  if constexpr (std::same_as<T, std::vector<Note>>) {
    notes.insert(notes.end(), part.begin(), part.end());
  } else if constexpr (Described<T>) {
    describe([&notes](const Field&, const auto& member) { collect_notes(member, notes); }, part);
  }
}

std::vector<Note> notes_of(const Results& results) {
  std::vector<Note> notes;
  collect_notes(results, notes);
  return notes;
}

std::string run_json(const storage::SavedRun& saved) {
  auto document = nlohmann::ordered_json::parse(storage::summary_json(saved));
  document["kind"] = "run";
  document["results_hash"] = storage::results_hash(saved.results).hex();
  document["park"] = nlohmann::ordered_json::parse(park_summary_json({saved.park, {}}));
  document["notes"] = nlohmann::ordered_json::array();
  for (const auto& note : notes_of(saved.results)) {
    document["notes"].push_back({{"kind", name_of(note.kind)}, {"place", note.place}, {"text", note.text}});
  }
  return document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string run_text(const storage::SavedRun& saved, const Session& session) {
  const auto& frame = saved.results.radio.rsrp_dbm.frame;
  std::string text = fmt::format("run of scenario {}\n  parktwin {}, criteria {}, assessed on {}, seed {}\n", saved.scenario_name,
                                 saved.version, saved.criteria, saved.assessed_on, saved.seed);
  text += fmt::format("  coverage map {} x {} cells of {} m\n", frame.columns, frame.rows, frame.cell_size);
  text += fmt::format("  results hash {}\n  peak memory {:.0f} MiB\n", saved.results_hash, saved.peak_memory_mib);
  for (const auto& timing : saved.timings) text += fmt::format("  {:<16} {:6.2f} s\n", timing.stage, timing.seconds);
  for (const auto& file : saved.files) text += fmt::format("  read from {} ({})\n", file.path, file.hash);
  text += phase_table(saved.plan, saved.verdicts, session, true) + cost_table(saved.plan, session, true);
  text += flow_table(saved.results.wired.tsn, saved.results.bridges, saved.park, session);
  text += adoption_table(saved.results.cloud, saved.park, session);
  text += bridge_table(saved.results.bridges, saved.park, session);
  text += energy_table(saved.results.energy, saved.park, session);
  text += carbon_table(saved.results.energy, saved.park, session);
  text += sharing_table(saved.results.services, saved.park, session);
  text += needs_table(saved.results.needs, saved.park, session);
  text += retrofit_table(saved.results.retrofit, saved.park, session);
  return text + park_summary_text({saved.park, notes_of(saved.results)}, session);
}

int inform(const std::string& path, const std::string& plan_file, Session& session) {
  if (std::filesystem::exists(std::filesystem::path(path) / "results.h5")) {
    // The headline figures of --json are of every map; the text needs but the size of one.
    const auto saved = session.json ? storage::load(path) : storage::load(path, storage::Selection::with_maps({"/results/radio/rsrp_dbm"}));
    if (!plan_file.empty()) write_addressing_table(saved.results.wired.ipv6.addressing_plan, plan_file);
    session.out << (session.json ? run_json(saved) : run_text(saved, session)) << '\n';
  } else {
    if (!plan_file.empty()) throw InputError(path, "", "is not a saved run, whose results hold the addressing plan; run a scenario first");
    const auto loaded = open_park(path);
    session.out << (session.json ? park_summary_json(loaded) : park_summary_text(loaded, session)) << '\n';
  }
  return done;
}

}  // namespace

void add_info_command(CLI::App& app, Action& action) {
  auto path = std::make_shared<std::string>();
  auto* command = app.add_subcommand("info", "What a park or a saved run holds");
  command->add_option("DIR", *path, "park folder, recipe or run folder")->required();
  auto plan_file = std::make_shared<std::string>();
  command->add_option("--addressing-plan", *plan_file, "CSV file to write the IPv6 addressing plan of a saved run to");
  command->footer("Example: parktwin info runs/reference --json\n         parktwin info runs/reference --addressing-plan plan.csv");
  command->callback(
      [path, plan_file, &action] { action = [path, plan_file](Session& session) { return inform(*path, *plan_file, session); }; });
}

}  // namespace parktwin::cli
