#include "engine/run/run.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/parallel.h"
#include "engine/run/cloud_access.h"
#include "engine/run/communication_loads.h"
#include "engine/run/data_centre_loads.h"
#include "engine/simulators/energy/energy.h"

namespace parktwin {
namespace {

std::string numbered(char letter, std::size_t number) { return std::string(1, letter).append(std::to_string(number)); }

Polygon square(double west, double south, double side) {
  return {{{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}}, {}};
}

template <class T>
std::vector<T> records(char letter, std::size_t count) {
  std::vector<T> made(count);
  for (std::size_t i = 0; i < count; ++i) made[i].id = numbered(letter, i);
  return made;
}

void add_network(Park& park) {
  auto enterprises = records<Enterprise>('E', 3);
  for (auto& enterprise : enterprises) enterprise.employees = 100;
  enterprises[0].required_availability = 1.0;  // out of reach
  enterprises[0].cloud_level = CloudLevel::infrastructure;
  enterprises[0].cloud_kind = CloudKind::public_cloud;
  enterprises[0].yearly_electricity = MegawattHours(1000.0);
  enterprises[1].cloud_level = CloudLevel::equipment;
  enterprises[1].cloud_kind = CloudKind::hybrid;
  enterprises[2].uses_park_network = true;
  auto zones = records<Zone>('Z', 1);
  zones[0].shape = MultiPolygon{{square(0, 0, 60)}};
  auto nodes = records<NetworkNode>('N', 7);  // core – splitter – access of everybody, and the radio site's router
  nodes[0].kind = NodeKind::core_router;
  nodes[1].kind = NodeKind::splitter;
  nodes[3].kind = NodeKind::radio_unit;
  nodes[0].ipv6_address = "2001:db8::1";
  nodes[2].ipv4_address = "192.0.2.3";
  nodes[2].enterprise = Id<Enterprise>(0);
  nodes[2].zone = Id<Zone>(0);
  nodes[4].kind = NodeKind::optical_line_terminal;  // in a ring with the access; behind it a passive network
  nodes[5].kind = NodeKind::splitter;
  nodes[6].kind = NodeKind::optical_network_unit;
  auto links = records<NetworkLink>('L', 7);
  const std::vector<std::array<std::size_t, 2>> ends{{0, 1}, {1, 2}, {0, 3}, {0, 4}, {4, 2}, {4, 5}, {5, 6}};
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].from = Id<NetworkNode>(ends[i][0]);
    links[i].to = Id<NetworkNode>(ends[i][1]);
    links[i].length = Metres(100.0);
    if (i >= 5) links[i].medium = LinkMedium::passive_optical;
  }
  links[2].transceiver = Transceiver::ten_ge_er;  // at 1550 nm
  links[3].ipv6 = false;                          // an upgrade of either end would mend it
  park.enterprises = Part(Table(std::move(enterprises)));
  park.zones = Part(Table(std::move(zones)));
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
}

void add_radio(Park& park) {
  auto buildings = records<Building>('B', 2);
  buildings[0].footprint = square(80, 80, 40);
  buildings[1].footprint = square(150, 40, 30);
  auto sites = records<RadioSite>('S', 1);
  sites[0].position = {20, 20};
  sites[0].backhaul = Id<NetworkNode>(3);
  auto cells = records<RadioCell>('C', 2);
  for (auto& cell : cells) {
    cell.site = Id<RadioSite>(0);
    cell.antenna = Id<Antenna>(0);
  }
  cells[0].azimuth = Degrees(45.0);
  cells[1].azimuth = Degrees(180.0);
  park.buildings = Part(Table(std::move(buildings)));
  park.antennas = Part(Table(records<Antenna>('A', 1)));
  park.radio_sites = Part(Table(std::move(sites)));
  park.radio_cells = Part(Table(std::move(cells)));
}

/// An identifier node at the core, and benches that three enterprises share.
void add_sharing(Park& park) {
  auto enterprises = park.enterprises->records();
  enterprises[0].uses_identifiers = true;
  park.enterprises = Part(Table(enterprises));
  auto services = records<SharedService>('V', 1);
  services[0].kind = SharedServiceKind::identifier_node;
  services[0].enterprises = {Id<Enterprise>(0), Id<Enterprise>(1), Id<Enterprise>(2)};
  auto identifier_nodes = records<IdentifierNode>('I', 1);
  identifier_nodes[0].service = Id<SharedService>(0);
  identifier_nodes[0].node = Id<NetworkNode>(0);
  auto applications = records<IdentifierApplication>('P', 1);
  applications[0].node = Id<IdentifierNode>(0);
  applications[0].enterprises = {Id<Enterprise>(0)};
  applications[0].resolutions_per_day = 2000.0;
  auto resources = records<SharedResource>('R', 1);
  resources[0].service = Id<SharedService>(0);
  park.shared_services = Part(Table(std::move(services)));
  park.identifier_nodes = Part(Table(std::move(identifier_nodes)));
  park.identifier_applications = Part(Table(std::move(applications)));
  park.shared_resources = Part(Table(std::move(resources)));
}

/// A chain of suppliers, neighbours, a zone for software, and a data centre; contracts of three years.
void add_clouds(Park& park) {
  auto enterprises = park.enterprises->records();
  for (std::size_t i = 3; i < 7; ++i) {
    Enterprise more;
    more.id = numbered('E', i);
    more.employees = static_cast<std::int32_t>(20 * i);
    more.sector = i == 3 ? Sector::software : Sector::food;
    enterprises.push_back(more);
  }
  for (std::size_t i = 0; i < 2; ++i) enterprises[i].cloud_since_year = 2019 + static_cast<std::int32_t>(i);
  enterprises[2].data_class = DataClass::important;
  enterprises[3].it_staff = 5;
  enterprises[6].cloud_level = CloudLevel::platform;
  enterprises[6].cloud_kind = CloudKind::public_cloud;
  enterprises[6].cloud_since_year = 2023;
  auto nodes = park.network_nodes->records();
  auto links = park.network_links->records();
  for (std::size_t i = 2; i < 6; ++i) {
    NetworkNode access;
    access.id = numbered('N', 5 + i);
    access.enterprise = Id<Enterprise>(i);
    NetworkLink link;
    link.id = numbered('L', 5 + i);
    link.from = Id<NetworkNode>(0);
    link.to = Id<NetworkNode>(nodes.size());
    link.rate_down = link.rate_up = MegabitsPerSecond(i == 4 ? 60.0 : 1000.0);  // too little, but not hopeless
    nodes.push_back(access);
    links.push_back(link);
  }
  auto buildings = park.buildings->records();
  for (std::size_t i = 0; i < 2; ++i) buildings[i].enterprise = Id<Enterprise>(i + 3);
  auto trades = records<SupplyLink>('K', 2);
  trades[0].supplier = Id<Enterprise>(0);
  trades[0].customer = Id<Enterprise>(3);
  trades[1].supplier = Id<Enterprise>(5);
  trades[1].customer = Id<Enterprise>(4);
  auto policies = records<CloudPolicy>('O', 2);
  policies[1].kind = CloudPolicyKind::public_cloud_zone;
  policies[1].start_year = 2029;
  policies[1].sectors = "software";
  auto centres = records<DataCentre>('D', 1);
  centres[0].rack_power = Kilowatts(5);
  centres[0].servers = 4;
  centres[0].node = Id<NetworkNode>(0);
  park.enterprises = Part(Table(std::move(enterprises)));
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
  park.buildings = Part(Table(std::move(buildings)));
  park.supply_links = Part(Table(std::move(trades)));
  park.cloud_policies = Part(Table(std::move(policies)));
  park.data_centres = Part(Table(std::move(centres)));
}

/// 300 m square in which every option of the wired, cloud and services simulators matters.
Park small_park() {
  Park park;
  Site site;
  site.boundary = MultiPolygon{{square(0, 0, 300)}};
  park.site = Part(std::move(site));
  add_network(park);
  add_radio(park);
  auto scenarios = records<NetworkedScenario>('G', 2);
  scenarios[0].kind = ScenarioKind::security;
  scenarios[0].deployed = scenarios[1].deployed = true;
  park.networked_scenarios = Part(Table(std::move(scenarios)));
  add_sharing(park);
  add_clouds(park);
  return park;
}

SimulationOptions coarse() {
  SimulationOptions options;
  options.radio.resolution = Metres(10.0);
  return options;
}

Results run_quietly(const Park& park, const SimulationOptions& options, std::uint64_t seed = 1) {
  Progress progress;
  return run(park, options, seed, progress);
}

TEST(Run, GivesEverySimulatorsOwnResult) {
  const Park park = small_park();
  const Results results = run_quietly(park, coarse(), 7);
  Progress progress;
  const std::vector<std::uint8_t> connected = {1};
  EXPECT_EQ(content_hash(results.wired), content_hash(wired::simulate(park, {}, 7)));
  EXPECT_EQ(content_hash(results.radio), content_hash(radio::simulate(park, coarse().radio, connected, 7, progress)));
  EXPECT_EQ(content_hash(results.cloud), content_hash(cloud::simulate(park, {}, cloud_access(park, results.wired.topology), 7)));
  EXPECT_EQ(content_hash(results.services), content_hash(services::simulate(park, {}, 7)));
  auto equipment = communication_loads(park, results.radio);
  for (const auto& centre : data_centre_loads(park, results.cloud.data_centre, {}).loads) equipment.push_back(centre);
  EXPECT_EQ(content_hash(results.energy), content_hash(energy::simulate(park, {}, {}, equipment)));
  EXPECT_NEAR(results.energy.balance.consumption_mwh,
              results.energy.balance.equipment_mwh + 1000.0 + results.cloud.data_centre.centres.at(0).energy_today_mwh, 1e-6);
  EXPECT_GT(results.energy.balance.equipment_mwh, 0.0);
}

TEST(Run, TakesSitesWithoutWorkingBackhaulOffTheAir) {
  Park park = small_park();
  for (const auto& figures : run_quietly(park, coarse()).radio.cells) EXPECT_TRUE(figures.on_air);
  auto links = park.network_links->records();
  links[2].operational = false;
  park.network_links = Part(Table(std::move(links)));
  const Results results = run_quietly(park, coarse());
  ASSERT_EQ(results.radio.cells.size(), 2U);
  for (const auto& figures : results.radio.cells) EXPECT_FALSE(figures.on_air);
}

TEST(Run, JudgesScenariosByWhatTheyGet) {
  Park park = small_park();
  auto needs = records<ScenarioNeed>('D', 1);
  needs[0].scenario = Id<NetworkedScenario>(0);
  needs[0].device = NeededDevice::network_node;
  needs[0].share = 1.0;
  park.scenario_needs = Part(Table(needs));
  const auto states = [&park] {
    std::vector<needs::ScenarioState> found;
    for (const auto& outcome : run_quietly(park, coarse()).needs.scenarios) found.push_back(outcome.state);
    return found;
  };
  EXPECT_EQ(states(), (std::vector{needs::ScenarioState::works, needs::ScenarioState::no_needs}));
  auto links = park.network_links->records();
  links[2].operational = false;
  park.network_links = Part(Table(links));
  EXPECT_EQ(states(), (std::vector{needs::ScenarioState::needs_missed, needs::ScenarioState::no_needs}));
}

TEST(Run, FlowsOver5GMeetTheRadioResult) {
  Park park = small_park();
  auto links = park.network_links->records();
  links[2].medium = LinkMedium::radio;
  links[2].radio_cell = Id<RadioCell>(0);
  park.network_links = Part(Table(links));
  auto flows = records<TsnFlow>('F', 1);
  flows[0].talker = Id<NetworkNode>(0);
  flows[0].listener = Id<NetworkNode>(3);
  flows[0].deadline_ns = 30'000'000;
  flows[0].period_ns = 30'000'000;
  park.tsn_flows = Part(Table(flows));
  Results results = run_quietly(park, coarse());
  ASSERT_EQ(results.bridges.flows.size(), 1U);
  EXPECT_EQ(results.bridges.flows[0].state, wired::tsn::bridge::BridgeState::met) << results.bridges.flows[0].reason;
  EXPECT_TRUE(results.bridges.flows[0].cell.valid());
  auto cells = park.radio_cells->records();
  for (auto& cell : cells) cell.operational = false;
  park.radio_cells = Part(Table(cells));
  results = run_quietly(park, coarse());
  EXPECT_EQ(results.bridges.flows[0].state, wired::tsn::bridge::BridgeState::no_radio);
}

TEST(Run, GivesTheSameBitsForAnyNumberOfThreads) {
  const Park park = small_park();
  for (const bool fading : {false, true}) {
    SimulationOptions options = coarse();
    options.radio.shadow_fading = fading;
    const auto hash_with = [&](std::size_t threads) {
      const ThreadLimit limit(threads);
      return content_hash(run_quietly(park, options));
    };
    const ContentHash one = hash_with(1);
    EXPECT_EQ(hash_with(2), one);
    EXPECT_EQ(hash_with(4), one);
  }
}

/// Sets an option to its k-th alternative value; false when there are no more.
template <class T>
bool set_alternative(const Field& field, T& option, std::size_t k) {
  if constexpr (std::same_as<T, bool>) {
    option = !option;
    return k == 0;
  } else if constexpr (NamedEnum<T>) {
    const auto names = names_of(T{});
    if (k < names.size()) option = names[k].value;
    return k < names.size();
  } else if constexpr (std::same_as<T, std::string>) {
    option += "other";
    return k == 0;
  } else if constexpr (Vector<T>) {
    option.clear();
    return k == 0;
  } else if constexpr (Optional<T>) {
    option.emplace();
    return set_alternative(field, *option, k);
  } else {
    static_assert(UnitValue<T> || std::is_arithmetic_v<T>, "an option of a new kind: say what its alternatives are");
    using Number = std::conditional_t<UnitValue<T>, double, T>;
    option = T(static_cast<Number>(k == 0 ? field.minimum : field.maximum));
    return k < 2;
  }
}

template <class T, class Act>
void for_each_option(T& options, const std::string& path, const Act& act) {
  describe(
      [&](const Field& field, auto& member) {
        const std::string here = std::string(path).append("/").append(field.name);
        if constexpr (Described<std::remove_reference_t<decltype(member)>>) {
          for_each_option(member, here, act);
        } else {
          act(here, field, member);
        }
      },
      options);
}

/// The options with the one at `path` set to its k-th alternative; nothing when there are no more.
std::optional<SimulationOptions> with_alternative(SimulationOptions options, const std::string& path, std::size_t k) {
  bool changed = false;
  for_each_option(options, "", [&](const std::string& here, const Field& field, auto& option) {
    if (here == path) changed = set_alternative(field, option, k);
  });
  return changed ? std::optional(options) : std::nullopt;
}

/// Whether some value of the option at `path` changes the results that the others give.
bool matters(const Park& park, const SimulationOptions& others, const std::string& path) {
  const ContentHash usual = content_hash(run_quietly(park, others));
  for (std::size_t k = 0;; ++k) {
    const auto changed = with_alternative(others, path, k);
    if (!changed) return false;
    if (content_hash(run_quietly(park, *changed)) != usual) return true;
  }
}

TEST(Run, HasNoDeadOptions) {
  const Park park = small_park();
  std::vector<std::string> paths;
  SimulationOptions options;
  for_each_option(options, "", [&](const std::string& path, const Field&, const auto&) {
    const bool own_test = path.starts_with("/radio/") || path.starts_with("/traffic/") || path.starts_with("/wired/tsn/") ||
                          path.starts_with("/bridges/") || path.starts_with("/energy/");  // beside that simulator
    if (!own_test) paths.push_back(path);
  });
  EXPECT_GE(paths.size(), 6U);
  SimulationOptions given_curve = coarse();
  given_curve.cloud.adoption.curve_source = cloud::adoption::CurveSource::given;
  for (const auto& path : paths) EXPECT_TRUE(matters(park, coarse(), path) || matters(park, given_curve, path)) << path;
}

TEST(Run, TellsItsStagesAndFinishesThem) {
  std::vector<std::string> stages;
  double last = 0.0;
  Progress progress([&](std::string_view stage, double share) {
    if (stages.empty() || stages.back() != stage) stages.emplace_back(stage);
    last = share;
  });
  static_cast<void>(run(small_park(), coarse(), 1, progress));
  EXPECT_EQ(stages.front(), "wired network");
  EXPECT_EQ(stages.back(), "services");
  EXPECT_GE(stages.size(), 3U);
  EXPECT_EQ(last, 1.0);
}

TEST(Run, StopsWhenAskedTo) {
  Progress progress;
  progress.request_stop();
  EXPECT_THROW(static_cast<void>(run(small_park(), coarse(), 1, progress)), Interrupted);
  Progress* running = nullptr;
  Progress later([&](std::string_view stage, double) {
    if (stage != "wired network") running->request_stop();
  });
  running = &later;
  EXPECT_THROW(static_cast<void>(run(small_park(), coarse(), 1, later)), Interrupted);
}

}  // namespace
}  // namespace parktwin
