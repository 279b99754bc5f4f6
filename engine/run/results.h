#pragma once
// What a run yields: one field per simulator.
#include "engine/simulators/cloud/cloud.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/services/services.h"
#include "engine/simulators/wired/traffic/traffic.h"
#include "engine/simulators/wired/wired.h"

namespace parktwin {

struct Results {
  wired::Result wired;
  radio::Result radio;
  cloud::Result cloud;
  services::Result services;
  wired::traffic::Result traffic;
};

template <class Visitor, DescribedAs<Results> Self>
void describe(Visitor&& visit, Self& results) {
  visit(Field{"wired", "", "wired network"}, results.wired);
  visit(Field{"radio", "", "radio coverage"}, results.radio);
  visit(Field{"cloud", "", "cloud adoption"}, results.cloud);
  visit(Field{"services", "", "shared services"}, results.services);
  visit(Field{"traffic", "", "traffic over the wired network and edge servers"}, results.traffic);
}

}  // namespace parktwin
