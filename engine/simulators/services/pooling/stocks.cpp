#include "engine/simulators/services/pooling/stocks.h"

#include <algorithm>
#include <deque>

#include "engine/core/check.h"
#include "engine/simulators/services/kernel/simulation.h"
#include "engine/simulators/services/pooling/time_draw.h"

namespace parktwin::services::pooling {
namespace {

struct Delivery {
  std::uint32_t store;
  std::int32_t parts;
};

class StockModel {
 public:
  StockModel(const Pool& pool, Mode mode, std::uint32_t replica)
      : pool_(pool),
        shared_(mode == Mode::shared),
        up_to_(shared_ ? pool.resource->order_up_to : pool.resource->own_order_up_to),
        at_(shared_ ? pool.resource->reorder_at : pool.resource->own_reorder_at),
        warm_up_(nanoseconds(pool.warm_up_h)),
        end_(nanoseconds(pool.end_h)),
        lead_(pool.resource->lead_time_law, pool.resource->lead_time_h, pool.resource->lead_time_cv),
        leads_(pool.seed, pool.stream + (shared_ ? 4U : 5U), replica),
        outcomes_(pool),
        stores_(shared_ ? 1 : pool.enterprises(), Store{up_to_, up_to_, {}}) {}

  Outcomes run(const std::vector<Request>& requests) {
    for (const Request& request : requests) {
      kernel::run(queue_, request.at + 1, *this);  // deliveries of the same moment come first
      demand(request.at, shared_ ? 0 : request.enterprise);
      if (shared_ && !pool_.way_km.empty())
        outcomes_.went(request.at, pool_.way_km[request.enterprise], pool_.way_h[request.enterprise], *pool_.resource);
    }
    kernel::run(queue_, end_, *this);
    integrate(end_);
    for (const Store& store : stores_) {
      for (const Nanoseconds since : store.owed) waits_cut_ += cut_time(since, end_);
    }
    PARKTWIN_CHECK(owed_area_ == waits_cut_, "Little's law fails for a stock: a backorder was lost or counted twice");
    outcomes_.stock = stock_area_ / static_cast<double>(end_ - warm_up_);
    return outcomes_;
  }

  void on(Nanoseconds now, Delivery delivery) {
    integrate(now);
    Store& store = stores_[delivery.store];
    for (std::int32_t part = 0; part < delivery.parts; ++part) {
      if (store.owed.empty()) {
        ++store.stock;
        ++stock_;
        continue;
      }
      const Nanoseconds since = store.owed.front();
      store.owed.pop_front();
      --owed_;
      waits_cut_ += cut_time(since, now);
      outcomes_.waited(since, now);
    }
  }

 private:
  struct Store {
    std::int32_t stock;
    std::int32_t position;
    std::deque<Nanoseconds> owed;
  };

  void demand(Nanoseconds now, std::uint32_t index) {
    integrate(now);
    Store& store = stores_[index];
    --store.position;
    if (store.stock > 0) {
      --store.stock;
      --stock_;
      outcomes_.waited(now, now);
    } else {
      store.owed.push_back(now);
      ++owed_;
    }
    if (store.position > at_) return;
    const std::int32_t parts = up_to_ - store.position;
    store.position = up_to_;
    queue_.add(now + nanoseconds(lead_(leads_)), Delivery{index, parts});
    if (outcomes_.counted(now)) outcomes_.cost_cny += pool_.resource->order_cost.value();
  }

  void integrate(Nanoseconds now) {
    if (now > std::max(last_, warm_up_)) {
      const auto span = static_cast<std::uint64_t>(now - std::max(last_, warm_up_));
      stock_area_ += static_cast<double>(stock_) * static_cast<double>(span);
      owed_area_ += owed_ * span;
    }
    last_ = std::max(last_, now);
  }

  [[nodiscard]] std::uint64_t cut_time(Nanoseconds since, Nanoseconds until) const {
    return until > warm_up_ ? static_cast<std::uint64_t>(until - std::max(since, warm_up_)) : 0;
  }

  const Pool& pool_;
  bool shared_;
  std::int32_t up_to_;
  std::int32_t at_;
  Nanoseconds warm_up_;
  Nanoseconds end_;
  TimeDraw lead_;
  kernel::RandomStream leads_;
  Outcomes outcomes_;
  std::vector<Store> stores_;
  std::int64_t stock_ = std::int64_t{up_to_} * static_cast<std::int64_t>(stores_.size());
  kernel::EventQueue<Delivery> queue_;
  std::uint64_t owed_ = 0;
  Nanoseconds last_ = 0;
  double stock_area_ = 0.0;
  std::uint64_t owed_area_ = 0;  ///< wraps like the sum of waits, so that their comparison stays exact
  std::uint64_t waits_cut_ = 0;
};

}  // namespace

Outcomes simulate_stocks(const Pool& pool, Mode mode, const std::vector<Request>& requests, std::uint32_t replica) {
  return StockModel(pool, mode, replica).run(requests);
}

}  // namespace parktwin::services::pooling
