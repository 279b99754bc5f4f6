#pragma once
// The options of all simulators, as the `options` of a scenario file.
#include "engine/simulators/cloud/cloud.h"
#include "engine/simulators/energy/options.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/services/services.h"
#include "engine/simulators/wired/traffic/traffic.h"
#include "engine/simulators/wired/tsn/bridge/bridge.h"
#include "engine/simulators/wired/wired.h"

namespace parktwin {

struct SimulationOptions {
  wired::Options wired;
  radio::Options radio;
  cloud::Options cloud;
  services::Options services;
  wired::traffic::Options traffic;
  wired::tsn::bridge::Options bridges;
  energy::Options energy;
};

template <class Visitor, DescribedAs<SimulationOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"wired", "", "wired network"}, options.wired);
  visit(Field{"radio", "", "radio coverage"}, options.radio);
  visit(Field{"cloud", "", "cloud adoption"}, options.cloud);
  visit(Field{"services", "", "shared services"}, options.services);
  visit(Field{"traffic", "", "traffic over the wired network and edge servers"}, options.traffic);
  visit(Field{"bridges", "", "deterministic flows over 5G"}, options.bridges);
  visit(Field{"energy", "", "a year of electricity, its cost and its carbon"}, options.energy);
}

}  // namespace parktwin
