#pragma once
// The record types of a park, once, with the names that scenario files give a single record. Everything that works on all tables of a
// park folds over this list.
#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "engine/park/park.h"

namespace parktwin {

template <class... T>
struct RecordList {
  static constexpr std::size_t size = sizeof...(T);
  /// Calls visit.template operator()<T>() for each type in order.
  template <class Visitor>
  static void for_each(Visitor&& visit) {
    (visit.template operator()<T>(), ...);
  }
  /// One Holder<T> per type.
  template <template <class> class Holder>
  using Tuple = std::tuple<Holder<T>...>;

  /// Position of T in the list; size when it is not there.
  template <class Record>
  static constexpr std::size_t ordinal() {
    std::size_t position = 0;
    const bool found = ((std::is_same_v<T, Record> || (++position, false)) || ...);
    return found ? position : size;
  }
};

/// In the order of the tables of a park.
using ParkRecords = RecordList<Zone, Road, Parcel, Tree, Building, Enterprise, Antenna, RadioSite, RadioCell, Duct, Cable, NetworkNode,
                               NetworkLink, NetworkService, Bus, PowerLine, Transformer, PowerLoad, Generator, Storage, SharedService,
                               NetworkedScenario, ConnectedAssets, EvidenceDocument, NetworkSlice, AddressPrefix, AccessRule, TsnFlow,
                               IdentifierNode, IdentifierApplication, SharedResource, SupplyLink, CloudPolicy, DataCentre, FactoryScenario,
                               NewModeUse, ScenarioNeed, ProcessStep, Project, ChargingStation, ThermalUnit, ColdDemand, LoadFlexibility>;

template <class T>
concept ParkRecord = ParkRecords::ordinal<T>()
< ParkRecords::size;

/// Name of one record in scenario files: `radio_site` in `add_radio_site`. In the order of ParkRecords.
inline constexpr std::array<std::string_view, ParkRecords::size> record_names = {"zone",
                                                                                 "road",
                                                                                 "parcel",
                                                                                 "tree",
                                                                                 "building",
                                                                                 "enterprise",
                                                                                 "antenna",
                                                                                 "radio_site",
                                                                                 "radio_cell",
                                                                                 "duct",
                                                                                 "cable",
                                                                                 "network_node",
                                                                                 "network_link",
                                                                                 "network_service",
                                                                                 "bus",
                                                                                 "power_line",
                                                                                 "transformer",
                                                                                 "power_load",
                                                                                 "generator",
                                                                                 "storage",
                                                                                 "shared_service",
                                                                                 "networked_scenario",
                                                                                 "connected_assets",
                                                                                 "evidence",
                                                                                 "network_slice",
                                                                                 "address_prefix",
                                                                                 "access_rule",
                                                                                 "tsn_flow",
                                                                                 "identifier_node",
                                                                                 "identifier_application",
                                                                                 "shared_resource",
                                                                                 "supply_link",
                                                                                 "cloud_policy",
                                                                                 "data_centre",
                                                                                 "factory_scenario",
                                                                                 "new_mode",
                                                                                 "scenario_need",
                                                                                 "process_step",
                                                                                 "project",
                                                                                 "charging_station",
                                                                                 "thermal_unit",
                                                                                 "cold_demand",
                                                                                 "load_flexibility"};

template <ParkRecord T>
inline constexpr std::string_view record_name = record_names[ParkRecords::ordinal<T>()];

/// Records with one position can be moved; what has an outline or a course is modified instead.
template <class T>
concept Movable = ParkRecord<T> && requires(T record) {
  { record.position } -> std::same_as<Point&>;
};

/// Records that belong wholly to another one and go with it: radio cells with their site, connected assets and address prefixes with their
/// enterprise, prefixes with the one they are taken from, access rules with their node, supply links with either enterprise,
/// scenarios of a factory, uses of new modes, steps of processes, projects, demands for cold and flexibility of loads with their
/// enterprise, needs with whose they are.
/// Takes positions in ParkRecords.
constexpr bool belongs_to(std::size_t dependent, std::size_t owner) {
  return (dependent == ParkRecords::ordinal<RadioCell>() && owner == ParkRecords::ordinal<RadioSite>()) ||
         (dependent == ParkRecords::ordinal<ConnectedAssets>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<AddressPrefix>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<AddressPrefix>() && owner == ParkRecords::ordinal<AddressPrefix>()) ||
         (dependent == ParkRecords::ordinal<AccessRule>() && owner == ParkRecords::ordinal<NetworkNode>()) ||
         (dependent == ParkRecords::ordinal<SupplyLink>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<FactoryScenario>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<NewModeUse>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<ProcessStep>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<Project>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<ColdDemand>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<LoadFlexibility>() && owner == ParkRecords::ordinal<Enterprise>()) ||
         (dependent == ParkRecords::ordinal<ScenarioNeed>() &&
          (owner == ParkRecords::ordinal<NetworkedScenario>() || owner == ParkRecords::ordinal<FactoryScenario>() ||
           owner == ParkRecords::ordinal<NewModeUse>()));
}

/// Calls visit(field, id) for each Id<…> in the record, empty ones and list entries included. Ids of a non-const record can be assigned.
template <class T, class Visitor>
void for_each_reference(T& record, Visitor&& visit) {
  describe(
      [&visit]<class M>(const Field& field, M& member) {
        if constexpr (RecordId<M>) {
          visit(field, member);
        } else if constexpr (Vector<M>) {
          if constexpr (RecordId<typename M::value_type>) {
            for (auto& id : member) visit(field, id);
          }
        }
      },
      record);
}

}  // namespace parktwin
