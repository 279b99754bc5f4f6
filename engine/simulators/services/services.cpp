#include "engine/simulators/services/services.h"

#include <set>

namespace parktwin::services {
namespace {

std::int32_t scenarios_deployed(const Table<NetworkedScenario>& scenarios, bool count_others) {
  std::set<ScenarioKind> named;
  std::int32_t others = 0;
  for (const auto& scenario : scenarios) {
    if (!scenario.deployed) continue;
    if (scenario.kind == ScenarioKind::other) {
      ++others;
    } else {
      named.insert(scenario.kind);
    }
  }
  return static_cast<std::int32_t>(named.size()) + (count_others ? others : 0);
}

/// Notes enterprises that use a deployed platform service of the park while the registry says they do not use the platform.
void count_shared_services(const Park& park, std::vector<EnterpriseService>& services, std::vector<Note>& notes) {
  for (const auto& service : *park.shared_services) {
    if (!service.deployed) continue;
    const std::set<Id<Enterprise>> users(service.enterprises.begin(), service.enterprises.end());
    for (const Id<Enterprise> user : users) {
      const Enterprise& enterprise = (*park.enterprises)[user];
      ++services[user.index()].shared_services;
      if (service.kind != SharedServiceKind::platform || enterprise.uses_park_platform) continue;
      notes.push_back({NoteKind::warning, "enterprise " + enterprise.id,
                       "It is listed as a user of platform service " + service.id + " but registered as not using the park's platform; " +
                           "the registration counts."});
    }
  }
}

std::vector<EnterpriseAssets> connected_assets(const Park& park) {
  std::vector<EnterpriseAssets> all(park.enterprises->size());
  for (const auto& group : *park.connected_assets) {
    PARKTWIN_CHECK(group.enterprise.valid() && group.enterprise.index() < all.size(), "connected assets without their enterprise");
    EnterpriseAssets& assets = all[group.enterprise.index()];
    assets.enterprise = group.enterprise;
    assets.elements += group.count;
    assets.wireless_elements += group.bearer == AssetBearer::wired ? 0 : group.count;
    assets.nr_elements += group.bearer == AssetBearer::nr ? group.count : 0;
  }
  std::erase_if(all, [](const EnterpriseAssets& assets) { return assets.elements == 0; });
  return all;
}

}  // namespace

Result simulate(const Park& park, const Options& options, std::uint64_t seed) {
  Result result;
  for (const auto& enterprise : *park.enterprises) {
    result.enterprises.push_back(
        {Id<Enterprise>(result.enterprises.size()), enterprise.uses_park_network, enterprise.uses_park_platform, 0});
  }
  count_shared_services(park, result.enterprises, result.notes);
  for (const auto& service : result.enterprises) {
    result.enterprises_served += service.park_network || service.park_platform ? 1 : 0;
    result.enterprises_using_shared_services += service.shared_services > 0 ? 1 : 0;
  }
  result.assets = connected_assets(park);
  result.scenarios_deployed = scenarios_deployed(*park.networked_scenarios, options.count_other_scenarios);
  result.identifiers = simulate_resolution(park, options.identifiers, seed);
  result.pooling = pooling::simulate(park, options.pooling, seed);
  return result;
}

}  // namespace parktwin::services
