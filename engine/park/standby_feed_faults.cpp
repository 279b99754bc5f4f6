#include "engine/park/standby_feed_faults.h"

namespace parktwin {

std::optional<std::string> fault_of_standby_feed(const NetworkNode& node) {
  if (!node.standby_bus.valid()) return std::nullopt;
  if (!node.bus.valid()) return "found a second feed without a first, expected a bus in the field bus";
  if (node.bus == node.standby_bus) return "found the bus that feeds the node already, expected another one";
  return std::nullopt;
}

}  // namespace parktwin
