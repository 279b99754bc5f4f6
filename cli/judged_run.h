#pragma once
// A scenario carried out: the steps of `run`, timed.
#include <filesystem>
#include <string>

#include "cli/session.h"
#include "engine/scenario/scenario.h"
#include "engine/storage/storage.h"

namespace parktwin::cli {

/// Reads the scenario, imports its park, applies the changes, simulates and judges. Throws InputError, Interrupted.
/// `geometries` of radio sites that are known are not traced again; those traced are added.
[[nodiscard]] storage::SavedRun carry_out(const std::filesystem::path& scenario_file, Session& session,
                                          radio::GeometryCache* geometries = nullptr);

/// Path of a criteria pack: a name below the data folder ("miit-2021") or a path to a YAML file.
[[nodiscard]] std::filesystem::path pack_file(const std::string& name);

/// Prices and emission factors that the scenario names: each below the data folder, or a path from the scenario file. Throws InputError.
[[nodiscard]] energy::Tables energy_tables(const Scenario& scenario, const std::filesystem::path& scenario_file);

/// Today in the local time zone, YYYY-MM-DD.
[[nodiscard]] std::string today();

/// Largest resident memory of this process so far, MiB.
[[nodiscard]] double peak_memory_mib();

}  // namespace parktwin::cli
