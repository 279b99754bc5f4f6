#include "cli/judged_run.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>

#include "cli/open_park.h"
#include "cli/version.h"
#include "engine/core/errors.h"
#include "engine/criteria/criteria.h"
#include "engine/run/run.h"
#include "engine/scenario/scenario.h"
#include "importers/emission_factors/emission_factors.h"
#include "importers/tariffs/tariffs.h"

namespace parktwin::cli {
namespace {

class StopWatch {
 public:
  explicit StopWatch(std::vector<storage::Timing>& timings) : timings_(timings) {}
  void lap(const char* stage) {
    const auto now = std::chrono::steady_clock::now();
    timings_.push_back({stage, std::chrono::duration<double>(now - last_).count()});
    last_ = now;
  }

 private:
  std::vector<storage::Timing>& timings_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace

std::filesystem::path pack_file(const std::string& name) {
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return name;
  return data_folder() / "criteria" / (name + ".yaml");
}

energy::Tables energy_tables(const Scenario& scenario, const std::filesystem::path& scenario_file) {
  energy::Tables tables;
  if (!scenario.tariff.empty()) {
    const bool file = scenario.tariff.ends_with(".yaml") || scenario.tariff.ends_with(".yml");
    tables.tariff = importers::read_tariff(file ? scenario_file.parent_path() / scenario.tariff
                                                : data_folder() / "tariffs" / (scenario.tariff + ".yaml"));
  }
  if (!scenario.emission_factors.empty()) {
    const bool path = scenario.emission_factors.find('/') != std::string::npos;
    tables.factors = importers::read_emission_factors(path ? scenario_file.parent_path() / scenario.emission_factors
                                                           : data_folder() / scenario.emission_factors);
  }
  return tables;
}

std::string today() {
  return fmt::format("{:%Y-%m-%d}", fmt::localtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

double peak_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

storage::SavedRun carry_out(const std::filesystem::path& scenario_file, Session& session, radio::GeometryCache* geometries) {
  storage::SavedRun saved;
  StopWatch watch(saved.timings);
  const Scenario scenario = read_scenario(scenario_file);
  const energy::Tables tables = energy_tables(scenario, scenario_file);
  const criteria::Pack pack = criteria::read_pack(pack_file(scenario.criteria));
  session.progress.begin("importing the park", 1);
  saved.park = open_park(scenario.park).park;
  watch.lap("import");
  saved.park = parktwin::apply(saved.park, scenario.changes);
  watch.lap("changes");
  saved.results = run(saved.park, scenario.options, scenario.seed, session.progress, geometries, tables);
  watch.lap("simulation");
  session.progress.begin("judging", 1);
  saved.assessed_on = scenario.assessed_on.empty() ? today() : scenario.assessed_on;
  saved.verdicts = criteria::assess(saved.results, saved.park, pack, saved.assessed_on);
  watch.lap("criteria");
  saved.version = version;
  saved.scenario_name = scenario.name;
  saved.scenario_text = scenario.text;
  saved.criteria = scenario.criteria;
  saved.seed = scenario.seed;
  saved.peak_memory_mib = peak_memory_mib();
  return saved;
}

}  // namespace parktwin::cli
