#include "engine/plan/confirmation/confirmation.h"

#include <algorithm>

#include "engine/criteria/criteria.h"
#include "engine/run/baseline.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/wired/wired.h"

namespace parktwin::plan {

Results network_results(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress, bool whole_wired) {
  Results results;
  progress.begin("wired network", 1);
  if (whole_wired) {
    results.wired = wired::simulate(park, options.wired, seed);
  } else {
    results.wired.topology = wired::topology::simulate(park, options.wired.topology);
  }
  progress.advance();
  const auto connected = retrofit::connected_sites(results.wired.topology);
  results.radio = radio::simulate(park, options.radio, connected, seed, progress);
  return results;
}

criteria::Pack only(const criteria::Pack& pack, const std::set<std::string>& clauses) {
  criteria::Pack asked = pack;
  std::erase_if(asked.clauses, [&](const criteria::Clause& clause) { return !clauses.contains(clause.id); });
  return asked;
}

std::vector<std::optional<double>> judged_values(const Park& park, const SimulationOptions& options, std::uint64_t seed,
                                                 const criteria::Pack& asked, const std::string& assessed_on, Progress& progress) {
  const bool access = std::any_of(asked.clauses.begin(), asked.clauses.end(),
                                  [](const criteria::Clause& clause) { return clause.metric.starts_with("access."); });
  const Results results = network_results(park, options, seed, progress, access);
  progress.begin("judging", 1);
  const auto verdicts = criteria::assess(results, park, asked, assessed_on);
  progress.advance();
  std::vector<std::optional<double>> values;
  for (const criteria::Clause& clause : asked.clauses) {
    const auto verdict = std::find_if(verdicts.begin(), verdicts.end(), [&](const auto& one) { return one.id == clause.id; });
    values.push_back(verdict == verdicts.end() ? std::nullopt : verdict->value);
  }
  return values;
}

}  // namespace parktwin::plan
