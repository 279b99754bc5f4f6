#include "engine/run/hosted_workloads.h"

#include <algorithm>

#include "engine/simulators/cloud/hosted_employees.h"

namespace parktwin {

std::vector<wired::traffic::HostedWorkload> hosted_workloads(const Park& park, const cloud::Options& options) {
  const bool reachable = std::any_of(park.data_centres->begin(), park.data_centres->end(), [&](const DataCentre& centre) {
    return centre.operational && centre.node.valid() && (*park.network_nodes)[centre.node].operational;
  });
  std::vector<wired::traffic::HostedWorkload> hosted;
  if (!reachable) return hosted;
  for (std::size_t i = 0; i < park.enterprises->size(); ++i) {
    const Id<Enterprise> id(i);
    const double employees = cloud::hosted_today((*park.enterprises)[id], options.data_centre);
    if (employees > 0.0) hosted.push_back({id, employees, employees * options.data_centre.egress_per_employee_kbps * 1e-3});
  }
  return hosted;
}

}  // namespace parktwin
