#include "engine/simulators/services/pooling/purchases.h"

#include <algorithm>
#include <vector>

#include "engine/core/check.h"
#include "engine/simulators/services/kernel/simulation.h"

namespace parktwin::services::pooling {
namespace {

struct Ask {
  std::uint32_t request;
};
struct Order {
  std::uint32_t buyer;
};
using Event = std::variant<Ask, Order>;

class PurchaseModel {
 public:
  PurchaseModel(const Pool& pool, Mode mode, const std::vector<Request>& requests)
      : pool_(pool),
        shared_(mode == Mode::shared),
        requests_(requests),
        interval_(std::max<Nanoseconds>(1, nanoseconds(shared_ ? pool.resource->review_h : pool.resource->own_review_h))),
        warm_up_(nanoseconds(pool.warm_up_h)),
        outcomes_(pool),
        asked_(shared_ ? 1 : pool.enterprises()) {
    if (!requests_.empty()) queue_.add(requests_.front().at, Ask{0});
  }

  Outcomes run() {
    // The last order goes out after the year, at the end of its interval: all requests of the year are paid.
    const Nanoseconds end = nanoseconds(pool_.end_h) + interval_ + 1;
    kernel::run(queue_, end, *this);
    integrate(end);
    PARKTWIN_CHECK(waiting_ == 0 && waiting_area_ == waits_cut_, "Little's law fails for orders: a request was lost or counted twice");
    return outcomes_;
  }

  void on(Nanoseconds now, Ask event) {
    integrate(now);
    if (event.request + 1 < requests_.size()) queue_.add(requests_[event.request + 1].at, Ask{event.request + 1});
    const std::uint32_t buyer = shared_ ? 0 : requests_[event.request].enterprise;
    if (asked_[buyer].empty()) queue_.add((now / interval_ + 1) * interval_, Order{buyer});
    asked_[buyer].push_back(event.request);
    ++waiting_;
  }

  void on(Nanoseconds now, Order event) {
    integrate(now);
    double units = 0.0;
    std::vector<bool> delivered(shared_ ? pool_.enterprises() : 0, false);
    for (const std::uint32_t index : asked_[event.buyer]) {
      const Request& request = requests_[index];
      outcomes_.waited(request.at, now);
      if (now > warm_up_) waits_cut_ += static_cast<std::uint64_t>(now - std::max(request.at, warm_up_));
      --waiting_;
      // A request is paid in the year in which it was made, whenever its order goes out.
      if (!outcomes_.counted(request.at)) continue;
      units += pool_.resource->units_per_request;
      if (!shared_ || pool_.way_km.empty() || delivered[request.enterprise]) continue;
      delivered[request.enterprise] = true;
      outcomes_.went(request.at, pool_.way_km[request.enterprise], pool_.way_h[request.enterprise], *pool_.resource);
    }
    asked_[event.buyer].clear();
    if (units > 0.0) outcomes_.cost_cny += order_price(*pool_.resource, units) + pool_.resource->order_cost.value();
  }

 private:
  void integrate(Nanoseconds now) {
    if (now > std::max(last_, warm_up_)) waiting_area_ += waiting_ * static_cast<std::uint64_t>(now - std::max(last_, warm_up_));
    last_ = std::max(last_, now);
  }

  const Pool& pool_;
  bool shared_;
  const std::vector<Request>& requests_;
  Nanoseconds interval_;
  Nanoseconds warm_up_;
  Outcomes outcomes_;
  std::vector<std::vector<std::uint32_t>> asked_;  ///< by buyer, since the last order
  kernel::EventQueue<Event> queue_;
  std::uint64_t waiting_ = 0;
  Nanoseconds last_ = 0;
  std::uint64_t waiting_area_ = 0;
  std::uint64_t waits_cut_ = 0;
};

}  // namespace

double order_price(const SharedResource& resource, double units) {
  double discount = 0.0;
  for (std::size_t i = 0; i < resource.discount_from_units.size(); ++i) {
    if (units >= resource.discount_from_units[i]) discount = resource.discount_percent[i];
  }
  return units * resource.unit_cost.value() * (1.0 - 0.01 * discount);
}

Outcomes simulate_purchases(const Pool& pool, Mode mode, const std::vector<Request>& requests) {
  return PurchaseModel(pool, mode, requests).run();
}

}  // namespace parktwin::services::pooling
