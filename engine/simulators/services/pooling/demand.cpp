#include "engine/simulators/services/pooling/demand.h"

#include <algorithm>

#include "engine/simulators/services/pooling/time_draw.h"

namespace parktwin::services::pooling {

std::vector<Request> draw_requests(const Pool& pool, std::uint32_t replica) {
  std::vector<double> sums;
  double total = 0.0;
  for (const double rate : pool.requests_per_h) sums.push_back(total += rate);
  std::vector<Request> requests;
  if (!(total > 0.0)) return requests;
  const TimeDraw service(pool.resource->service_law, pool.resource->service_h, pool.resource->service_cv);
  kernel::RandomStream times(pool.seed, pool.stream, replica);
  kernel::RandomStream choices(pool.seed, pool.stream + 1, replica);
  kernel::RandomStream services(pool.seed, pool.stream + 2, replica);
  const auto count = static_cast<std::uint32_t>(pool.enterprises());
  for (double now = times.exponential() / total; now < pool.end_h; now += times.exponential() / total) {
    Request request;
    request.at = nanoseconds(now);
    const auto chosen = std::upper_bound(sums.begin(), sums.end(), choices.uniform() * total) - sums.begin();
    request.enterprise = std::min(count - 1, static_cast<std::uint32_t>(chosen));
    // Another enterprise, each alike; the depot where there is no other.
    const auto other = static_cast<std::uint32_t>(choices.below(std::max(1U, count - 1)));
    request.destination = count == 1 ? 1 : other + (other >= request.enterprise ? 1 : 0);
    request.service = nanoseconds(service(services));
    requests.push_back(request);
  }
  return requests;
}

}  // namespace parktwin::services::pooling
