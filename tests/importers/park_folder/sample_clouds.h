#pragma once
// Of the sample park: a supply link, two cloud policies and two data centres, most of their fields set.
#include <vector>

#include "engine/park/park.h"

namespace parktwin::importers::testing {

inline void add_clouds(Park& park) {
  SupplyLink parts{"SL-1", Id<Enterprise>(1), Id<Enterprise>(0), 0.25, true};
  park.supply_links = Part(Table(std::vector<SupplyLink>{parts}));
  CloudPolicy vouchers;
  vouchers.id = "CP-1";
  vouchers.name = "Vouchers";
  vouchers.name_zh = "上云券";
  vouchers.start_year = 2025;
  vouchers.start_month = 7;
  vouchers.months = 18;
  vouchers.fixed_cost = Yuan(2e5);
  vouchers.cost_per_adopter = Yuan(12'500.5);
  vouchers.sectors = "machinery food";
  vouchers.most_employees = 300;
  CloudPolicy zone;
  zone.id = "CP-2";
  zone.kind = CloudPolicyKind::public_cloud_zone;
  zone.strength = 1.0;
  park.cloud_policies = Part(Table(std::vector<CloudPolicy>{vouchers, zone}));
  DataCentre hall;
  hall.id = "DC-1";
  hall.name = "Machine hall";
  hall.name_zh = "机房";
  hall.node = Id<NetworkNode>(0);
  hall.bus = Id<Bus>(1);
  hall.racks = 4;
  hall.rack_power = Kilowatts(6.5);
  hall.servers = 40;
  hall.storage_tb = 120.25;
  DataCentre planned;
  planned.id = "DC-2";
  planned.operational = false;
  planned.rack_power = Kilowatts(8);
  planned.servers = 2;
  planned.uplink = MegabitsPerSecond(10'000);
  park.data_centres = Part(Table(std::vector<DataCentre>{hall, planned}));
}

}  // namespace parktwin::importers::testing
