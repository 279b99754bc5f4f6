#pragma once
// Which networked scenarios, 5G scenarios of factories and uses of new modes work: each needs what the park declares for it
// (scenario_needs), and the results of wired network, radio and traffic say whether it gets it. A scenario works when it is deployed, has
// declared needs, and all are met; a use of a new mode also when its key figure has become better. Without declared needs nothing works.
// Devices are the units of the traffic's flows: one works when enough of its samples arrive, within the latency at the percentile of the
// traffic, and it sends the rate needed. Ground is served where a device alone has the rates. The access is that of the enterprise by
// wire; failures of radio cells are left out. A data centre has room when what today's workloads of enterprises leave of its virtual cores
// and storage is enough for the need after all earlier ones of deployed scenarios in the table.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/cloud/data_centre/data_centre.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/wired/traffic/traffic.h"
#include "engine/simulators/wired/wired.h"

namespace parktwin::needs {

/// What one need asks for and what there is.
struct NeedOutcome {
  Id<ScenarioNeed> need;
  bool met = false;
  double found_share = 0.0;  ///< of devices, ground or time; of a service 1 or 0; of room in a data centre
  double all = 0.0;          ///< devices, or m² of ground
  double working = 0.0;      ///< of them
  double lost = 0.0;         ///< devices that fail by the first of: samples lost, late, rate too low
  double late = 0.0;
  double slow = 0.0;
  double least_delivered_share = 0.0;  ///< of those lost
  double most_latency_ms = 0.0;        ///< of those late
  double least_rate_mbps = 0.0;        ///< of those slow
  double free_virtual_cores = 0.0;     ///< left in the data centre for it
  double free_storage_tb = 0.0;
};

template <class Visitor, DescribedAs<NeedOutcome> Self>
void describe(Visitor&& visit, Self& outcome) {
  visit(Field{"need", "", "what is needed"}, outcome.need);
  visit(Field{"met", "", "it is there"}, outcome.met);
  visit(Field{"found_share", "1",
              "share of devices that work, of ground that is served, of time with access, of room in a data centre; 1 or 0 for a service"},
        outcome.found_share);
  visit(Field{"all", "", "devices there are, or m2 of ground"}, outcome.all);
  visit(Field{"working", "", "of them working or served"}, outcome.working);
  visit(Field{"lost", "", "devices whose samples do not arrive as needed"}, outcome.lost);
  visit(Field{"late", "", "of the others, devices whose samples take too long"}, outcome.late);
  visit(Field{"slow", "", "of the others, devices with too low a rate"}, outcome.slow);
  visit(Field{"least_delivered_share", "1", "least share of samples that arrives, of devices lost"}, outcome.least_delivered_share);
  visit(Field{"most_latency_ms", "ms", "longest delay, of devices late"}, outcome.most_latency_ms);
  visit(Field{"least_rate_mbps", "Mbit/s", "least rate, of devices slow"}, outcome.least_rate_mbps);
  visit(Field{"free_virtual_cores", "", "virtual cores left for it in its data centre"}, outcome.free_virtual_cores);
  visit(Field{"free_storage_tb", "TB", "storage left for it there"}, outcome.free_storage_tb);
}

enum class ScenarioState { works, not_deployed, no_needs, needs_missed, not_improved };

constexpr auto names_of(ScenarioState) {
  return std::to_array<EnumName<ScenarioState>>({{ScenarioState::works, "works"},
                                                 {ScenarioState::not_deployed, "not_deployed"},
                                                 {ScenarioState::no_needs, "no_needs"},
                                                 {ScenarioState::needs_missed, "needs_missed"},
                                                 {ScenarioState::not_improved, "not_improved"}});
}

/// One of the three ids is given.
struct ScenarioOutcome {
  Id<NetworkedScenario> scenario;
  Id<FactoryScenario> factory_scenario;
  Id<NewModeUse> new_mode;
  ScenarioState state = ScenarioState::no_needs;
  std::int32_t needs = 0;
  std::int32_t met = 0;  ///< of them
};

template <class Visitor, DescribedAs<ScenarioOutcome> Self>
void describe(Visitor&& visit, Self& outcome) {
  visit(Field{"scenario", "", "networked scenario"}, outcome.scenario);
  visit(Field{"factory_scenario", "", "or scenario of a factory"}, outcome.factory_scenario);
  visit(Field{"new_mode", "", "or use of a new mode"}, outcome.new_mode);
  visit(Field{"state", "", "works, or why not"}, outcome.state);
  visit(Field{"needs", "", "needs declared"}, outcome.needs);
  visit(Field{"met", "", "of them met"}, outcome.met);
}

struct Result {
  std::vector<ScenarioOutcome> scenarios;  ///< of the park, of factories, new modes, each in the order of its table
  std::vector<NeedOutcome> needs;          ///< in the order of the table
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"scenarios", "", "scenarios and uses of new modes, and whether they work"}, result.scenarios);
  visit(Field{"needs", "", "what each needs, and what there is"}, result.needs);
}

/// Results of the same park.
[[nodiscard]] Result judge(const Park& park, const wired::Result& wired, const radio::Result& radio, const wired::traffic::Result& traffic,
                           const cloud::data_centre::Result& centres);

}  // namespace parktwin::needs
