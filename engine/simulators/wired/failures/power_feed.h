#pragma once
// Which electrical buses lose their supply when a bus, a power line or a transformer fails: those that no longer reach a slack bus (the
// grid connection) over what is in service. Standby generators, batteries and switching over to another feeder are not taken into account.
// A bus that reaches no slack bus to begin with only takes itself down.
#include <vector>

#include "engine/park/park.h"

namespace parktwin::wired::failures {

struct PowerFeed {
  std::vector<std::vector<std::uint32_t>> without_bus;  ///< per bus the buses that go dark, itself included, ascending
  std::vector<std::vector<std::uint32_t>> without_line;
  std::vector<std::vector<std::uint32_t>> without_transformer;
};

[[nodiscard]] PowerFeed power_feed(const Park& park);

}  // namespace parktwin::wired::failures
