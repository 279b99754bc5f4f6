#include "engine/simulators/cloud/cloud.h"

#include "engine/simulators/cloud/hosted_employees.h"

namespace parktwin::cloud {
namespace {

bool is_public(CloudKind kind) { return kind == CloudKind::public_cloud || kind == CloudKind::hybrid; }

/// Level and kind of a registry entry must both say that a cloud is used, or both that none is.
void note_contradiction(const Enterprise& enterprise, std::vector<Note>& notes) {
  const bool has_level = enterprise.cloud_level != CloudLevel::none;
  const bool has_kind = enterprise.cloud_kind != CloudKind::none;
  if (has_level == has_kind) return;
  const std::string place = "enterprise " + enterprise.id;
  notes.push_back({NoteKind::warning, place,
                   has_level ? "It has a level of cloud use but no kind of cloud; it is counted as on a cloud, not as on a public one."
                             : "It has a kind of cloud but no level of use; it is not counted as on a cloud."});
}

}  // namespace

Result simulate(const Park& park, const Options& options, const adoption::AccessQuality& access, std::uint64_t seed) {
  Result result;
  for (const auto& enterprise : *park.enterprises) {
    EnterpriseCloud state;
    state.enterprise = Id<Enterprise>(result.enterprises.size());
    state.on_cloud = enterprise.cloud_level != CloudLevel::none && enterprise.cloud_level >= options.counted_level;
    state.on_public_cloud = state.on_cloud && is_public(enterprise.cloud_kind);
    result.enterprises.push_back(state);
    result.on_cloud += state.on_cloud ? 1 : 0;
    result.on_public_cloud += state.on_public_cloud ? 1 : 0;
    result.employees += enterprise.employees;
    result.employees_on_cloud += state.on_cloud ? enterprise.employees : 0;
    note_contradiction(enterprise, result.notes);
  }
  adoption::Forecast forecast = adoption::forecast(park, options.adoption, access, options.counted_level, seed);
  result.adoption = std::move(forecast.result);
  result.data_centre = data_centre::simulate(park, options.data_centre,
                                             hosted_employees(park, forecast.months, options.adoption.horizon_months, options.data_centre));
  return result;
}

}  // namespace parktwin::cloud
