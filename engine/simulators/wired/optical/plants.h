#pragma once
// Industrial passive optical networks: which plants have production devices (time-sensitive switches, end stations) behind an optical
// network unit of their own, how these units are protected and lit, and how long the fibre and the frame keep a packet. Upstream each unit
// sends when the line terminal grants it; with one grant reserved in every frame of 125 us (G.984.3, G.9807.1) a packet waits one frame at
// most, then travels the fibre. Grants on request (dynamic bandwidth assignment) take longer, by an amount the standards leave to the
// maker.
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/wired/optical/protection.h"

namespace parktwin::wired::optical {

inline constexpr double frame_us = 125.0;
inline constexpr double fibre_us_per_km = 4.9;  ///< group index 1.468 of G.652 fibre at 1310 and 1550 nm over the speed of light

struct PlantNetwork {
  Id<Enterprise> enterprise;
  std::int32_t production_nodes = 0;   ///< in service
  std::int32_t on_optical = 0;         ///< of them behind an optical network unit that is lit
  std::vector<Id<NetworkNode>> units;  ///< that serve production, lit or not
  std::int32_t units_met = 0;          ///< of them with a budget that is met
  std::int32_t units_protected = 0;    ///< of them with two ways
  std::int32_t units_apart = 0;        ///< of those with ways in no common duct
  double fibre_m = 0.0;                ///< longest way to a line terminal
  double propagation_us = 0.0;         ///< along it
  double upstream_us = 0.0;            ///< longest wait and propagation with one reserved grant in every frame; 0 without a unit
};

template <class Visitor, DescribedAs<PlantNetwork> Self>
void describe(Visitor&& visit, Self& plant) {
  visit(Field{"enterprise", "", "plant with a production network"}, plant.enterprise);
  visit(Field{"production_nodes", "", "time-sensitive switches and end stations in service"}, plant.production_nodes);
  visit(Field{"on_optical", "", "of them behind an optical network unit with enough light"}, plant.on_optical);
  visit(Field{"units", "", "optical network units that serve production"}, plant.units);
  visit(Field{"units_met", "", "of them with a budget that is met"}, plant.units_met);
  visit(Field{"units_protected", "", "of them with two ways"}, plant.units_protected);
  visit(Field{"units_apart", "", "of those with ways that share no duct"}, plant.units_apart);
  visit(Field{"fibre_m", "m", "longest fibre to a line terminal"}, plant.fibre_m);
  visit(Field{"propagation_us", "us", "along that fibre, one way"}, plant.propagation_us);
  visit(Field{"upstream_us", "us", "longest wait and propagation with one grant reserved in every frame"}, plant.upstream_us);
}

/// One per enterprise with production devices in service, in the order of the enterprise table.
[[nodiscard]] std::vector<PlantNetwork> plant_networks(const Park& park, const std::vector<UnitBudget>& budgets,
                                                       const std::vector<UnitProtection>& protections);

/// Share of plants with production on an industrial passive optical network.
[[nodiscard]] std::vector<Note> notes_on(const std::vector<PlantNetwork>& plants);

}  // namespace parktwin::wired::optical
