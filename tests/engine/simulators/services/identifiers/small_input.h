#pragma once
// A small chain for the tests: three enterprises, the second with its own node, one top and one secondary node.
#include "engine/simulators/services/identifiers/identifiers.h"

namespace parktwin::services::identifiers {

inline Input small_input() {
  Input input;
  input.enterprises = {{500, std::nullopt}, {300, Node{8.0, {}}}, {200, std::nullopt}};
  input.top = {{30.0, {}}};
  input.secondary = {{10.0, {}}};
  input.resolutions_per_day = 20'000.0;
  input.registrations_per_day = 2000.0;
  return input;
}

}  // namespace parktwin::services::identifiers
