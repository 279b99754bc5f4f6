#include "engine/simulators/wired/failures/memory.h"

namespace parktwin::wired::failures {

const PowerOutages& Memory::outages(const Park& park, std::int64_t most_joint) {
  Hasher hasher;
  hasher.add(park.network_nodes);
  hasher.add(park.buses);
  hasher.add(park.power_lines);
  hasher.add(park.transformers);
  const ContentHash now = hasher.digest();
  if (!outages_ || now != outages_of_ || most_joint != most_joint_) {
    outages_ = power_outages(park, most_joint);
    outages_of_ = now;
    most_joint_ = most_joint;
  }
  return *outages_;
}

}  // namespace parktwin::wired::failures
