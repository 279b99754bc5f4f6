#pragma once
// IPv6 addresses for new devices of a kind, in the /64 of those that stand, above the highest of them; none where no such device has one.
#include <optional>
#include <string>

#include "engine/park/ip_address.h"
#include "engine/park/park.h"

namespace parktwin::plan {

class UnitAddresses {
 public:
  explicit UnitAddresses(const Park& park, NodeKind kind = NodeKind::radio_unit);
  [[nodiscard]] std::string next();

 private:
  std::optional<IpAddress> last_;
};

}  // namespace parktwin::plan
