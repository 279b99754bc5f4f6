#include "engine/simulators/services/pooling/purchases.h"

#include <map>
#include <utility>

namespace parktwin::services::pooling {

double order_price(const SharedResource& resource, double units) {
  double discount = 0.0;
  for (std::size_t i = 0; i < resource.discount_from_units.size(); ++i) {
    if (units >= resource.discount_from_units[i]) discount = resource.discount_percent[i];
  }
  return units * resource.unit_cost.value() * (1.0 - 0.01 * discount);
}

Outcomes simulate_purchases(const Pool& pool, Mode mode, const std::vector<Request>& requests) {
  const SharedResource& resource = *pool.resource;
  const bool shared = mode == Mode::shared;
  const Nanoseconds interval = std::max<Nanoseconds>(1, nanoseconds(shared ? resource.review_h : resource.own_review_h));
  Outcomes outcomes(pool);
  std::map<std::pair<Nanoseconds, std::uint32_t>, double> orders;  // units by time and buyer
  for (const Request& request : requests) {
    const Nanoseconds ordered = (request.at / interval + 1) * interval;
    outcomes.waited(request.at, ordered);
    // A request is paid in the year in which it was made, whenever its order goes out.
    if (outcomes.counted(request.at)) orders[{ordered, shared ? 0 : request.enterprise}] += resource.units_per_request;
  }
  for (const auto& [when, units] : orders) outcomes.cost_cny += order_price(resource, units) + resource.order_cost.value();
  return outcomes;
}

}  // namespace parktwin::services::pooling
