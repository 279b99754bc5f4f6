#include "engine/run/cloud_access.h"

#include <algorithm>

namespace parktwin {
namespace {

using wired::topology::AccessState;
using wired::topology::EnterpriseAccess;

/// 1 where nothing is needed.
double part(double there, double needed) { return needed > 0.0 ? std::clamp(there / needed, 0.0, 1.0) : 1.0; }

double quality_of(const Enterprise& enterprise, const EnterpriseAccess& access) {
  switch (access.state) {
    case AccessState::served:
      return 1.0;
    case AccessState::no_access_node:
    case AccessState::no_path:
      return 0.0;
    case AccessState::rate_too_low:
      return std::min(part(access.rate_down_mbps, enterprise.required_down.value()),
                      part(access.rate_up_mbps, enterprise.required_up.value()));
    case AccessState::availability_too_low:
      return part(1.0 - enterprise.required_availability, 1.0 - access.availability);
  }
  return 0.0;
}

}  // namespace

cloud::adoption::AccessQuality cloud_access(const Park& park, const wired::topology::Result& topology) {
  cloud::adoption::AccessQuality quality;
  if (topology.enterprises.size() != park.enterprises->size()) return quality;
  for (const auto& access : topology.enterprises) {
    quality.of_enterprise.push_back(quality_of((*park.enterprises)[access.enterprise], access));
  }
  return quality;
}

}  // namespace parktwin
