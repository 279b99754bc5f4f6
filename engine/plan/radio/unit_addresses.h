#pragma once
// IPv6 addresses for new radio units, in the /64 of those that stand, above the highest of them; none where no radio unit has one.
#include <optional>
#include <string>

#include "engine/park/ip_address.h"
#include "engine/park/park.h"

namespace parktwin::plan {

class UnitAddresses {
 public:
  explicit UnitAddresses(const Park& park);
  [[nodiscard]] std::string next();

 private:
  std::optional<IpAddress> last_;
};

}  // namespace parktwin::plan
