#pragma once
// What `parktwin plan` may build and how it searches: the `plan` of a scenario file. The defaults are assumptions of this project.
#include <cstdint>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/units.h"
#include "engine/scenario/joint_plan_options.h"

namespace parktwin {

struct PlanOptions {
  bool from_scratch = false;           ///< as if no radio site stood outdoors
  std::int32_t candidate_sites = 120;  ///< places that are looked at
  Metres roof_mast_height = Metres(5.0);
  Metres pole_height = Metres(20.0);
  Metres pole_spacing = Metres(150.0);
  Metres least_spacing = Metres(100.0);  ///< between candidates, and from sites that stand
  Metres resolution = Metres(10.0);      ///< of the maps that the search looks at
  std::int32_t demand_points = 800;      ///< sampled places per target
  double margin_percent = 0.5;           ///< of the ground, planned for beyond each target
  std::int32_t search_nodes = 200;       ///< of branch and bound
  std::string antenna;                   ///< type of the inventory; empty: a panel of eight elements
  Hertz frequency = gigahertz(3.5);
  Hertz bandwidth = megahertz(100.0);
  Dbm transmit_power = Dbm(53.0);
  double load = 0.5;
  JointPlanOptions joint;  ///< beside sites and fibre
};

template <class Visitor, DescribedAs<PlanOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"from_scratch", "", "plan as if no radio site stood outdoors; those that stand are taken down without cost"},
        options.from_scratch);
  visit(Field{"candidate_sites", "", "places for new sites that are looked at, spread over roofs and road sides", 1, 2000},
        options.candidate_sites);
  visit(Field{"roof_mast_height_m", "m", "antenna height above a roof", 0.5, 60}, options.roof_mast_height);
  visit(Field{"pole_height_m", "m", "antenna height of a pole beside a road", 3, 100}, options.pole_height);
  visit(Field{"pole_spacing_m", "m", "between places for poles along a road", 10, 5000}, options.pole_spacing);
  visit(Field{"least_spacing_m", "m", "least distance between places, and from sites that stand", 0, 5000}, options.least_spacing);
  visit(Field{"resolution_m", "m", "side of a map cell while searching; the plan is confirmed at the resolution of the run", 1, 50},
        options.resolution);
  visit(Field{"demand_points", "", "sampled places per target that the integer programme covers", 10, 20000}, options.demand_points);
  visit(Field{"margin_percent", "%", "share of the ground planned for beyond each target", 0, 20}, options.margin_percent);
  visit(Field{"search_nodes", "", "nodes of branch and bound at most", 0, 1000000}, options.search_nodes);
  visit(Field{"antenna", "", "antenna type of new cells; empty: a panel of eight rows after TR 38.901 table 7.3-1"}, options.antenna);
  visit(Field{"frequency_hz", "Hz", "carrier frequency of new cells", 0.4e9, 100e9}, options.frequency);
  visit(Field{"bandwidth_hz", "Hz", "channel bandwidth of new cells", 1.4e6, 2e9}, options.bandwidth);
  visit(Field{"transmit_power_dbm", "dBm", "power of a new cell over its bandwidth, before antenna gain", -30, 70}, options.transmit_power);
  visit(Field{"load", "1", "load of new cells, which counts as interference", 0, 1}, options.load);
  visit(Field{"joint", "", "what else is planned: cloud policies, data centres, photovoltaics and batteries"}, options.joint);
}

}  // namespace parktwin
