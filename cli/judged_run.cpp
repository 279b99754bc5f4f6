#include "cli/judged_run.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

#include "cli/open_park.h"
#include "cli/version.h"
#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/whole_file.h"
#include "engine/criteria/criteria.h"
#include "engine/run/run.h"
#include "engine/scenario/cost/account.h"
#include "engine/scenario/cost/measure_prices.h"
#include "engine/scenario/own_changes.h"
#include "engine/scenario/scenario.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/storage/metered_file.h"
#include "importers/emission_factors/emission_factors.h"
#include "importers/emission_factors/hourly_grid_factors.h"
#include "importers/meters/meters.h"
#include "importers/prices/prices.h"
#include "importers/tariffs/tariffs.h"

namespace parktwin::cli {
namespace {

class StopWatch {
 public:
  explicit StopWatch(std::vector<storage::Timing>& timings) : timings_(timings) {}
  void lap(const std::string& stage) {
    const auto now = std::chrono::steady_clock::now();
    timings_.push_back({stage, std::chrono::duration<double>(now - last_).count()});
    last_ = now;
  }

 private:
  std::vector<storage::Timing>& timings_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// What is spent and reached, phase by phase.
class PlanKeeper {
 public:
  PlanKeeper(const Scenario& scenario, costs::Bill bill, const std::string& assessed_on)
      : scenario_(scenario), bill_(std::move(bill)), base_year_(base_year(scenario, assessed_on)) {}

  void add(const Phase& phase, const Results& results, const std::vector<criteria::Verdict>& verdicts) {
    const auto of_phase = [&phase](const Change& change) { return change.year == phase.year; };
    const auto changes = std::count_if(scenario_.changes.begin(), scenario_.changes.end(), of_phase);
    phases_.push_back(criteria::record_of(phase, changes, bill_, results, verdicts));
  }

  /// The plan as if it ended with the phase that was added last.
  [[nodiscard]] criteria::PlanRecord so_far() const {
    criteria::PlanRecord plan{phases_, {}, {}};
    const std::int32_t year = phases_.back().year;
    costs::Bill bill;
    std::copy_if(bill_.lines.begin(), bill_.lines.end(), std::back_inserter(bill.lines),
                 [year](const auto& line) { return line.year <= year; });
    for (auto& line : bill.lines) line.operating_until = line.operating_until > year ? 0 : line.operating_until;
    std::copy_if(bill_.not_priced.begin(), bill_.not_priced.end(), std::back_inserter(bill.not_priced),
                 [year](const auto& change) { return change.year <= year; });
    if (!bill.lines.empty() || !bill.not_priced.empty()) plan.account = costs::account_of(std::move(bill), scenario_.costs, base_year_);
    plan.unit_costs = criteria::unit_costs_of(plan.phases, plan.account);
    return plan;
  }

 private:
  static std::int32_t base_year(const Scenario& scenario, const std::string& assessed_on) {
    return scenario.phases.empty() ? std::stoi(assessed_on.substr(0, 4)) : scenario.phases.front().year;
  }
  const Scenario& scenario_;
  costs::Bill bill_;
  std::int32_t base_year_;
  std::vector<criteria::PhaseRecord> phases_;
};

/// Longest gap of a meter that is filled: an hour of quarter-hours.
constexpr std::int32_t filled_gap_steps = 4;

SourceFile source_file(const std::filesystem::path& path) {
  std::string text = read_whole(path).value_or("");  // it was read before
  std::string hash = content_hash(text).hex();
  return {path.string(), std::move(hash), std::move(text)};
}

bool needs_prices(const Scenario& scenario) { return !scenario.changes.empty() || !scenario.options.energy.abatement.measures.empty(); }

/// Everything but the park, whose content hash the run has.
std::vector<SourceFile> files_of(const Scenario& scenario) {
  std::vector<SourceFile> files;
  for (const std::string& name : scenario.criteria) files.push_back(source_file(pack_file(name)));
  if (needs_prices(scenario)) files.push_back(source_file(price_file(scenario.costs.prices)));
  if (!scenario.tariff.empty()) files.push_back(source_file(tariff_file(scenario.tariff)));
  if (!scenario.emission_factors.empty()) {
    for (const char* name : {"grid.csv", "fuels.csv"}) files.push_back(source_file(factors_folder(scenario.emission_factors) / name));
    if (!scenario.hourly_grid_factors.empty()) files.push_back(source_file(scenario.hourly_grid_factors));
  }
  if (!scenario.meters.empty()) files.push_back({scenario.meters, content_hash(read_whole(scenario.meters).value_or("")).hex(), ""});
  files.insert(files.end(), scenario.files.begin(), scenario.files.end());
  return files;
}

costs::Bill priced(const Scenario& scenario, const Park& before, const std::vector<Park>& parks, const std::vector<costs::Price>& prices) {
  return scenario.changes.empty() ? costs::Bill() : costs::bill_of(scenario.changes, before, parks, prices);
}

}  // namespace

Scenario with_priced_measures(Scenario scenario) {
  auto& measures = scenario.options.energy.abatement.measures;
  if (!measures.empty()) costs::complete_prices(measures, importers::read_prices(price_file(scenario.costs.prices)));
  return scenario;
}

std::optional<retrofit::Baseline> baseline_of(const Scenario& scenario, const Park& imported, std::int32_t year,
                                              const std::vector<costs::Price>& prices) {
  if (!changes_itself(scenario, scenario.phases.empty() ? year : scenario.phases.back().year)) return std::nullopt;
  try {
    return retrofit::Baseline{parktwin::apply(imported, inherited_changes(scenario, year)), prices};
  } catch (const InputError&) {
    return std::nullopt;
  }
}

std::vector<costs::Price> prices_of(const Scenario& scenario) {
  return scenario.changes.empty() ? std::vector<costs::Price>() : importers::read_prices(price_file(scenario.costs.prices));
}

std::string names_of_packs(const Scenario& scenario) { return fmt::format("{}", fmt::join(scenario.criteria, ", ")); }

std::filesystem::path pack_file(const std::string& name) {
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return name;
  return data_folder() / "criteria" / (name + ".yaml");
}

std::vector<std::filesystem::path> pack_files(const std::string& names) {
  std::vector<std::filesystem::path> files;
  std::size_t from = 0;
  while (from <= names.size()) {
    const std::size_t comma = std::min(names.find(", ", from), names.size());
    files.push_back(pack_file(names.substr(from, comma - from)));
    from = comma + 2;
  }
  return files;
}

std::filesystem::path price_file(const std::string& name) {
  if (name.ends_with(".csv")) return name;
  return data_folder() / "prices" / (name + ".csv");
}

std::filesystem::path tariff_file(const std::string& name) {
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return name;
  return data_folder() / "tariffs" / (name + ".yaml");
}

std::filesystem::path factors_folder(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  return data_folder() / name;
}

energy::Tables energy_tables(const Scenario& scenario) {
  energy::Tables tables;
  if (!scenario.tariff.empty()) tables.tariff = importers::read_tariff(tariff_file(scenario.tariff));
  if (!scenario.emission_factors.empty()) {
    tables.factors = importers::read_emission_factors(factors_folder(scenario.emission_factors));
    if (!scenario.hourly_grid_factors.empty()) tables.factors->hourly = importers::read_hourly_grid_factors(scenario.hourly_grid_factors);
  }
  if (storage::names_hdf5(scenario.meters)) {
    tables.meters = storage::read_metered_file(scenario.meters);
  } else if (!scenario.meters.empty()) {
    tables.meters = importers::read_meters({scenario.meters, filled_gap_steps}).series;
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

storage::SavedRun carry_out(const std::filesystem::path& scenario_file, Session& session, radio::GeometryCache* geometries,
                            const PhaseSink& sink) {
  storage::SavedRun saved;
  StopWatch watch(saved.timings);
  const Scenario scenario = with_priced_measures(read_scenario(scenario_file));
  const energy::Tables tables = energy_tables(scenario);
  const criteria::Pack pack = criteria::read_packs(pack_files(names_of_packs(scenario)));
  session.progress.begin("importing the park", 1);
  const Park before = open_park(scenario.park).park;
  watch.lap("import");
  std::vector<Park> parks = apply_phases(before, scenario.changes);
  saved.assessed_on = scenario.assessed_on.empty() ? today() : scenario.assessed_on;
  const auto prices = prices_of(scenario);
  PlanKeeper plan(scenario, priced(scenario, before, parks, prices), saved.assessed_on);
  watch.lap("changes");
  saved.version = version;
  saved.scenario_name = scenario.name;
  saved.scenario_text = scenario.text;
  saved.files = files_of(scenario);
  saved.criteria = names_of_packs(scenario);
  saved.seed = scenario.seed;
  saved.views = scenario.views;
  radio::GeometryCache between_phases;
  if (geometries == nullptr && parks.size() > 1) geometries = &between_phases;
  for (std::size_t i = 0; i < parks.size(); ++i) {
    const Phase phase = i == 0 ? Phase{} : scenario.phases[i - 1];
    const std::string stage = parks.size() == 1 ? "" : " " + storage::phase_folder(phase.year);
    saved.park = std::move(parks[i]);
    const auto baseline = baseline_of(scenario, before, phase.year, prices);
    saved.results = run(saved.park, scenario.options, scenario.seed, session.progress, geometries, tables, baseline ? &*baseline : nullptr);
    watch.lap("simulation" + stage);
    session.progress.begin("judging", 1);
    saved.verdicts = criteria::assess(saved.results, saved.park, pack, saved.assessed_on);
    plan.add(phase, saved.results, saved.verdicts);
    saved.plan = plan.so_far();
    watch.lap("criteria" + stage);
    saved.peak_memory_mib = peak_memory_mib();
    if (sink && i + 1 < parks.size()) sink(saved, phase.year);
  }
  return saved;
}

}  // namespace parktwin::cli
