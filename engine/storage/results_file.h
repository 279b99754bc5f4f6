#pragma once
// results.h5: the run as attributes of the root group, /park and /results after their field lists (see column_layout.h), /timings.
// The file is built in memory: HDF5 never meets a full disk, and the bytes are written at once by run_folder.h.
#include <cstddef>
#include <filesystem>
#include <vector>

#include "engine/storage/storage.h"

namespace parktwin::storage {

inline constexpr std::int32_t format_version = 1;

/// The bytes of results.h5. Throws hdf5::Failure when the library fails.
[[nodiscard]] std::vector<std::byte> results_file(const SavedRun& run);

/// What is selected of everything but the verdicts. Throws InputError when the file is missing, truncated, foreign, of another format or
/// damaged.
[[nodiscard]] SavedRun read_results_file(const std::filesystem::path& file, const Selection& selection = {});

/// What results.h5 says of the run as a whole: attributes of its root group.
struct RunHeader {
  std::string parktwin_version;
  std::string scenario_name;
  std::string scenario_text;
  std::string criteria;
  std::string assessed_on;
  std::uint64_t seed = 0;
  double peak_memory_mib = 0.0;
  std::string park_hash;
  std::string results_hash;
};

template <class Visitor, DescribedAs<RunHeader> Self>
void describe(Visitor&& visit, Self& header) {
  visit(Field{"parktwin_version", "", "version of parktwin"}, header.parktwin_version);
  visit(Field{"scenario_name", "", "name of the scenario"}, header.scenario_name);
  visit(Field{"scenario_text", "", "scenario file as read"}, header.scenario_text);
  visit(Field{"criteria", "", "criteria pack"}, header.criteria);
  visit(Field{"assessed_on", "", "day on which evidence had to be valid"}, header.assessed_on);
  visit(Field{"seed", "", "seed of the random numbers"}, header.seed);
  visit(Field{"peak_memory_mib", "MiB", "largest memory in use"}, header.peak_memory_mib);
  visit(Field{"park_hash", "", "content hash of the park"}, header.park_hash);
  visit(Field{"results_hash", "", "content hash of the results"}, header.results_hash);
}

}  // namespace parktwin::storage
