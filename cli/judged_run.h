#pragma once
// A scenario carried out: the steps of `run`, timed.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "engine/run/baseline.h"
#include "engine/scenario/scenario.h"
#include "engine/storage/storage.h"

namespace parktwin::cli {

/// Takes the run of what stands before the first phase (year 0) and of every phase but the last, as it is done.
using PhaseSink = std::function<void(const storage::SavedRun& run, std::int32_t year)>;

/// Reads the scenario, imports its park, prices and applies the changes, simulates and judges every phase; returns the last. Throws
/// InputError, Interrupted. `geometries` of radio sites that are known are not traced again; those traced are added.
[[nodiscard]] storage::SavedRun carry_out(const std::filesystem::path& scenario_file, Session& session,
                                          radio::GeometryCache* geometries = nullptr, const PhaseSink& sink = {});

/// Path of a price table: a name below the data folder ("assumed-2026") or a path to a CSV file.
[[nodiscard]] std::filesystem::path price_file(const std::string& name);

/// Path of a criteria pack: a name below the data folder ("miit-2021") or a path to a YAML file.
[[nodiscard]] std::filesystem::path pack_file(const std::string& name);

/// The packs a run names, separated by ", ".
[[nodiscard]] std::vector<std::filesystem::path> pack_files(const std::string& names);

/// The scenario with the price table's prices in measures that give none. Throws InputError.
[[nodiscard]] Scenario with_priced_measures(Scenario scenario);

/// What the scenario's changes are priced by; none without changes. Throws InputError.
[[nodiscard]] std::vector<costs::Price> prices_of(const Scenario& scenario);

/// What the phase of that year is measured against. None when the scenario changes nothing itself in any phase, and when what it inherits
/// does not fit the park without its own changes.
[[nodiscard]] std::optional<retrofit::Baseline> baseline_of(const Scenario& scenario, const Park& imported, std::int32_t year,
                                                            const std::vector<costs::Price>& prices);

/// What a run of the scenario names as its packs.
[[nodiscard]] std::string names_of_packs(const Scenario& scenario);

/// Path of an electricity tariff: a name below the data folder or a path to a YAML file.
[[nodiscard]] std::filesystem::path tariff_file(const std::string& name);

/// Folder of emission factors: a name below the data folder, or a path, which has a slash.
[[nodiscard]] std::filesystem::path factors_folder(const std::string& name);

/// Prices, emission factors and metered series that the scenario names. Throws InputError.
[[nodiscard]] energy::Tables energy_tables(const Scenario& scenario);

/// Today in the local time zone, YYYY-MM-DD.
[[nodiscard]] std::string today();

/// Largest resident memory of this process so far, MiB.
[[nodiscard]] double peak_memory_mib();

}  // namespace parktwin::cli
