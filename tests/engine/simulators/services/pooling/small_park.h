#pragma once
// Four enterprises on a road, in one shared service with one resource.
#include "engine/park/park.h"

namespace parktwin::services::pooling {

inline Park small_park(SharedResource resource, bool deployed = true) {
  std::vector<Enterprise> enterprises(4);
  std::vector<Building> buildings(5);
  SharedService service;
  for (std::size_t i = 0; i < 5; ++i) {
    const double x = 500.0 * static_cast<double>(i);
    buildings[i].id = "B-" + std::to_string(i);
    buildings[i].footprint = {{{x - 5, 5}, {x + 5, 5}, {x + 5, 15}, {x - 5, 15}}, {}};
    if (i == 4) continue;
    buildings[i].enterprise = Id<Enterprise>(i);
    enterprises[i].id = "E-" + std::to_string(i);
    enterprises[i].employees = 100 * static_cast<std::int32_t>(i + 1);
    service.enterprises.emplace_back(i);
  }
  Road road;
  road.id = "R-0";
  road.path.points = {{-100, 0}, {2100, 0}};
  service.id = "SV-0";
  service.deployed = deployed;
  service.building = Id<Building>(4);
  resource.id = "SR-0";
  resource.service = Id<SharedService>(0);
  Park park;
  park.enterprises = Part(Table(std::move(enterprises)));
  park.buildings = Part(Table(std::move(buildings)));
  park.roads = Part(Table(std::vector<Road>{road}));
  park.shared_services = Part(Table(std::vector<SharedService>{service}));
  park.shared_resources = Part(Table(std::vector<SharedResource>{std::move(resource)}));
  return park;
}

}  // namespace parktwin::services::pooling
