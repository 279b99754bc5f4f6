#include "engine/plan/joint/asked_clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/plan/cloud_policy/cloud_plan.h"
#include "engine/plan/energy_units/energy_plan.h"

namespace parktwin::plan {
namespace {

constexpr std::string_view forecast_metric = "cloud.forecast_median";

bool is_of_network(const std::string& metric) {
  constexpr std::array planned = {"radio.park", "radio.park_outdoors", "public.any_access", "public.5g_only", "public.outdoors"};
  return std::find(planned.begin(), planned.end(), metric) != planned.end();
}

bool asks_for(PlanPart part, const criteria::Clause& clause) {
  switch (part) {
    case PlanPart::network:
      return is_of_network(clause.metric) && clause.threshold.has_value();
    case PlanPart::cloud:
      return clause.metric == forecast_metric || std::any_of(clause.alternatives.begin(), clause.alternatives.end(),
                                                             [](const auto& one) { return one.metric == forecast_metric; });
    case PlanPart::data_centres:
      return clause.metric == "cloud.data_centre_resources";
    case PlanPart::energy:
      return is_of_energy(clause.metric);
  }
  return false;
}

const criteria::Clause* find(const criteria::Pack& pack, const std::string& id) {
  const auto found = std::find_if(pack.clauses.begin(), pack.clauses.end(), [&](const auto& one) { return one.id == id; });
  return found == pack.clauses.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> clauses_for(PlanPart part, const criteria::Pack& pack) {
  std::vector<std::string> clauses;
  for (const auto& clause : pack.clauses) {
    if (asks_for(part, clause)) clauses.push_back(clause.id);
  }
  return clauses;
}

double forecast_threshold(const criteria::Clause& clause) {
  for (const auto& one : clause.alternatives) {
    if (one.metric == forecast_metric && one.threshold) return *one.threshold;
  }
  return clause.threshold.value_or(0.0);
}

std::vector<ClauseState> states_of(PlanPart part, const std::vector<std::string>& clauses, const criteria::Pack& pack,
                                   const std::vector<criteria::Verdict>& verdicts, const Results& results, const Park& park) {
  std::vector<ClauseState> states;
  for (const auto& id : clauses) {
    ClauseState state;
    state.clause = id;
    const criteria::Clause* clause = find(pack, id);
    const auto verdict = std::find_if(verdicts.begin(), verdicts.end(), [&](const auto& one) { return one.id == id; });
    if (clause != nullptr && part == PlanPart::cloud) {
      state.unit = "%";
      state.target = forecast_threshold(*clause);
      state.value = forecast_percent(results.cloud.adoption, park.enterprises->size());
      state.met = *state.value >= *state.target - 1e-9;
    } else if (verdict != verdicts.end()) {
      state.unit = verdict->unit_en.empty() ? verdict->unit : verdict->unit_en;
      state.target = verdict->threshold;
      state.value = verdict->value;
      state.met = verdict->status == criteria::Status::met || verdict->status == criteria::Status::not_assessed;
      if (part != PlanPart::energy) state.met = verdict->status == criteria::Status::met;
    }
    states.push_back(std::move(state));
  }
  return states;
}

}  // namespace parktwin::plan
