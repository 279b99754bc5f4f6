#pragma once
// What a run yields: one field per simulator.
#include "engine/run/needs.h"
#include "engine/run/retrofit.h"
#include "engine/simulators/cloud/cloud.h"
#include "engine/simulators/energy/result.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/services/services.h"
#include "engine/simulators/wired/traffic/traffic.h"
#include "engine/simulators/wired/tsn/bridge/bridge.h"
#include "engine/simulators/wired/wired.h"

namespace parktwin {

struct Results {
  wired::Result wired;
  radio::Result radio;
  cloud::Result cloud;
  services::Result services;
  wired::traffic::Result traffic;
  needs::Result needs;
  wired::tsn::bridge::Result bridges;
  energy::Result energy;
  retrofit::Result retrofit;
};

template <class Visitor, DescribedAs<Results> Self>
void describe(Visitor&& visit, Self& results) {
  visit(Field{"wired", "", "wired network"}, results.wired);
  visit(Field{"radio", "", "radio coverage"}, results.radio);
  visit(Field{"cloud", "", "cloud adoption"}, results.cloud);
  visit(Field{"services", "", "shared services"}, results.services);
  visit(Field{"traffic", "", "traffic over the wired network and edge servers"}, results.traffic);
  visit(Field{"needs", "", "which scenarios and new modes get what they need"}, results.needs);
  visit(Field{"bridges", "", "deterministic flows over 5G"}, results.bridges);
  visit(Field{"energy", "", "a year of electricity, its cost and its carbon"}, results.energy);
  visit(Field{"retrofit", "", "the network before and after the scenario's own changes"}, results.retrofit);
}

}  // namespace parktwin
