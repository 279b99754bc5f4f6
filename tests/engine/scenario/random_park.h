#pragma once
// Small valid parks with random references between all tables, for tests.
#include <string>

#include "engine/core/random.h"
#include "engine/park/park.h"
#include "engine/scenario/record_list.h"

namespace parktwin::testing_park {

class Dice {
 public:
  explicit Dice(std::uint32_t entity) : random_(2021, 9, entity) {}
  std::size_t below(std::size_t count) { return random_.below(draw_++, static_cast<std::uint32_t>(count)); }
  bool chance(std::size_t percent) { return below(100) < percent; }

 private:
  RandomSequence random_;
  std::uint32_t draw_ = 0;
};

inline Polygon square(double x, double y) { return {{{x, y}, {x + 20, y}, {x + 20, y + 20}, {x, y + 20}}, {}}; }

/// A record of type T with valid values; `choose(Id<X>)` gives ids of other records.
template <ParkRecord T, class Choose>
T random_record(const std::string& id, Dice& dice, const Choose& choose) {
  T record;
  const double x = static_cast<double>(dice.below(1000));
  const double y = static_cast<double>(dice.below(1000)) + 0.25;
  describe(
      [&]<class M>(const Field& field, M& member) {
        if (field.rare) return;  // these depend on each other, see antenna_faults.h
        if constexpr (std::same_as<M, std::string>) {
          if (field.name.ends_with("_address") || field.name == "source" || field.name == "destination") return;  // see address_faults.h
          if (field.name == "prefix") {
            member = "10." + std::to_string(dice.below(200)) + ".0.0/16";
            return;
          }
          if (field.required || dice.chance(50)) member = field.name == "id" ? id : "text " + std::to_string(dice.below(1000));
        } else if constexpr (std::same_as<M, bool>) {
          member = dice.chance(50);
        } else if constexpr (std::same_as<M, Point>) {
          member = {x, y};
        } else if constexpr (std::same_as<M, LineString>) {
          member.points = {{x, y}, {x + 5, y + 7}, {x + 9, y}};
        } else if constexpr (std::same_as<M, Polygon>) {
          member = square(x, y);
          if (dice.chance(50)) member.holes.push_back({{x + 2, y + 2}, {x + 2, y + 4}, {x + 4, y + 4}, {x + 4, y + 2}});
        } else if constexpr (std::same_as<M, MultiPolygon>) {
          member.polygons = {square(x, y)};
          if (dice.chance(50)) member.polygons.push_back(square(x + 50, y));
        } else if constexpr (std::same_as<M, Id<AddressPrefix>>) {
          return;  // a prefix has to lie in its parent
        } else if constexpr (RecordId<M>) {
          if (field.required || dice.chance(60)) member = choose(M());
        } else if constexpr (Vector<M> && !std::same_as<M, std::vector<double>>) {
          for (std::size_t i = dice.below(4); i > 0; --i) {
            const auto other = choose(typename M::value_type());
            if (std::find(member.begin(), member.end(), other) == member.end()) member.push_back(other);
          }
        } else if constexpr (std::same_as<M, std::int32_t>) {
          if (dice.chance(50))
            member = static_cast<M>(std::min(field.maximum, std::max(field.minimum, 1.0 + static_cast<double>(dice.below(9)))));
        } else if constexpr (NamedEnum<M>) {
          member = names_of(M{})[dice.below(names_of(M{}).size())].value;
          if constexpr (std::same_as<M, NodeKind>) {
            if (member == NodeKind::splitter) member = NodeKind::access_switch;  // flows do not end there, see tsn_flow_faults.h
          }
          if constexpr (std::same_as<M, LinkMedium>) {
            if (member == LinkMedium::passive_optical) member = LinkMedium::fibre;  // passive links make trees, see pon_faults.h
          }
        }
      },
      record);
  if constexpr (std::same_as<T, SharedService>) record.kind = SharedServiceKind::identifier_node;  // so that it can have such nodes
  if constexpr (std::same_as<T, SharedResource>) {  // laws and stocks that fit each other, see sharing_faults.h
    record.kind = ResourceKind::laboratory;
    record.service_law = record.lead_time_law = TimeLaw::constant;
    record.service_cv = record.lead_time_cv = 0.0;
  }
  if constexpr (std::same_as<T, IdentifierApplication>) record.active_carriers = 0;
  if constexpr (std::same_as<T, TsnFlow>) {  // two ends and no path at random, so that all changes leave it sound
    record.talker = Id<NetworkNode>(0);
    record.listener = Id<NetworkNode>(1);
    record.path.clear();
  }
  if constexpr (std::same_as<T, SupplyLink>) {  // from the first to the second, so that they close no circle, see cloud_faults.h
    record.supplier = Id<Enterprise>(0);
    record.customer = Id<Enterprise>(1);
  }
  if constexpr (std::same_as<T, CloudPolicy>) {
    record.strength = 0.5;
    record.sectors = "food software";
    record.most_employees = 100'000;  // above whatever a change sets as the least
  }
  if constexpr (std::same_as<T, DataCentre>) {
    record.servers = 20;
    record.server_idle_w = 150.0;
    record.server_full_w = 500.0;
  }
  if constexpr (std::same_as<T, NewModeUse>) record.figure = "days";
  // Two ends each, and an impedance: see power_faults.h.
  if constexpr (std::same_as<T, PowerLine>) {
    record.length = Metres(50.0);
    for (int tries = 0; tries < 50 && record.from == record.to; ++tries) record.to = choose(Id<Bus>());
  }
  if constexpr (std::same_as<T, ThermalUnit>) {  // only stores hold something
    record.kind = ThermalUnitKind::heat_store;
    record.capacity = KilowattHours(100.0);
  }
  if constexpr (std::same_as<T, LoadFlexibility>) {  // several of one enterprise stay below its load
    record.shiftable_share = 0.01;
    record.interruptible_share = 0.0;
    record.delay_h = 4.0;
  }
  if constexpr (std::same_as<T, Transformer>) {
    record.high_rated = record.low_rated = {};  // as the levels of its buses, whichever those are
    for (int tries = 0; tries < 50 && record.high == record.low; ++tries) record.low = choose(Id<Bus>());
  }
  if constexpr (std::same_as<T, ProcessStep>) record.process = id;  // of one step each, see process_faults.h
  if constexpr (std::same_as<T, Project>) {                         // no days, so that none is out of order
    record.inquired_on = record.advised_on = record.agreed_on = record.approved_on = "";
    record.construction_on = record.accepted_on = record.in_operation_on = record.next_due_on = "";
  }
  if constexpr (std::same_as<T, ScenarioNeed>) {  // one owner, and nothing its kind does not use, see scenario_faults.h
    record.scenario = {};
    record.new_mode = {};
    record.factory_scenario = choose(Id<FactoryScenario>());
    record.kind = NeedKind::access;
    record.device = NeededDevice::none;
    record.ground = NeededGround::none;
    record.network_service = {};
    record.shared_service = {};
    record.data_centre = {};
    record.virtual_cores = record.storage_tb = 0.0;
  }
  if constexpr (std::same_as<T, Cable>) {  // ducts have to join and fibres to suffice, see cable_faults.h
    record.ducts.clear();
    record.fibres = 24;
  }
  return record;
}

/// One to seven records in each table, called radio_site-0, radio_site-1 …
inline Park random_park(std::uint32_t entity) {
  Dice dice(entity);
  std::array<std::size_t, ParkRecords::size> sizes{};
  for (auto& size : sizes) size = 1 + dice.below(7);
  auto& nodes = sizes[ParkRecords::ordinal<NetworkNode>()];
  nodes = std::max<std::size_t>(2, nodes);
  auto& enterprises = sizes[ParkRecords::ordinal<Enterprise>()];
  enterprises = std::max<std::size_t>(2, enterprises);
  auto& buses = sizes[ParkRecords::ordinal<Bus>()];
  buses = std::max<std::size_t>(2, buses);
  const auto choose = [&]<class X>(Id<X>) { return Id<X>(dice.below(sizes[ParkRecords::ordinal<X>()])); };
  Park park;
  Site site;
  site.name = "Test park";
  site.crs = "EPSG:4549";
  site.boundary.polygons = {{{{-100, -100}, {1200, -100}, {1200, 1200}, {-100, 1200}}, {}}};
  park.site = Part<Site>(site);
  describe(
      [&]<class P>(const Field&, P& part) {
        if constexpr (RecordTable<typename P::Content>) {
          using T = typename P::Content::Record;
          std::vector<T> records;
          for (std::size_t i = 0; i < sizes[ParkRecords::ordinal<T>()]; ++i) {
            records.push_back(random_record<T>(std::string(record_name<T>) + "-" + std::to_string(i), dice, choose));
          }
          part = P(Table<T>(std::move(records)));
        }
      },
      park);
  return park;
}

}  // namespace parktwin::testing_park
