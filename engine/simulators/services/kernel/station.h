#pragma once
// A station: c equal servers, first come first served, waiting places limited or not. It admits, queues and counts; the model decides how
// long a service takes and adds the event of its end. Counted from the warm-up on. Little's law (Little, Operations Research 9(3), 1961) is
// checked to the nanosecond when the run closes: the integral of those present equals the sum of their times, cut at warm-up and end, for
// the queue and for the whole station. The integral follows the counts, the sum the stamps of the customers themselves.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/core/check.h"
#include "engine/simulators/services/kernel/percentiles.h"

namespace parktwin::services::kernel {

inline constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

enum class Admission { served, waits, refused };

/// From the warm-up on. Means of times are over those that came after it.
struct StationFigures {
  std::uint64_t offered = 0;
  std::uint64_t refused = 0;
  std::uint64_t begun = 0;   ///< services
  std::uint64_t waited = 0;  ///< of those begun
  std::uint64_t left = 0;
  double mean_present = 0.0;  ///< over time: L
  double mean_waiting = 0.0;  ///< over time: Lq
  double utilisation = 0.0;   ///< share of the servers' time
  double mean_wait_s = 0.0;   ///< Wq
  double mean_stay_s = 0.0;   ///< W
  double admitted_per_s = 0.0;
  Percentiles waits;

  [[nodiscard]] double refused_share() const { return offered > 0 ? static_cast<double>(refused) / static_cast<double>(offered) : 0.0; }
  [[nodiscard]] double waited_share() const { return begun > 0 ? static_cast<double>(waited) / static_cast<double>(begun) : 0.0; }
  friend bool operator==(const StationFigures&, const StationFigures&) = default;
};

template <class Customer>
class Station {
 public:
  struct Visit {
    Customer customer;
    Nanoseconds arrived_ns;
  };
  struct Arrival {
    Admission admission;
    std::uint32_t server;  ///< when served
  };
  struct Departure {
    Visit visit;
    bool next_begins;  ///< at the same server
  };

  /// Precondition: servers > 0.
  Station(std::uint32_t servers, std::uint64_t waiting_places, Nanoseconds warm_up_ns)
      : places_(waiting_places), warm_up_(warm_up_ns), last_(warm_up_ns), serving_(servers), ring_(16) {
    PARKTWIN_CHECK(servers > 0, "a station without servers");
    for (std::uint32_t server = servers; server > 0; --server) free_.push_back(server - 1);
  }

  /// Every wait from the beginning on, warm-up too, in the order of the services' beginnings, goes there as well.
  void record_waits(std::vector<double>* waits_s) { record_ = waits_s; }

  /// served: the caller makes the end of the service at this server an event.
  Arrival arrive(Nanoseconds now, const Customer& customer) {
    const bool counted = now >= warm_up_;
    figures_.offered += counted ? 1 : 0;
    if (free_.empty() && waiting_ >= places_) {
      figures_.refused += counted ? 1 : 0;
      return {Admission::refused, 0};
    }
    integrate(now);
    if (free_.empty()) {
      enqueue({customer, now});
      return {Admission::waits, 0};
    }
    const std::uint32_t server = free_.back();
    free_.pop_back();
    begin(now, server, {customer, now});
    return {Admission::served, server};
  }

  /// The service at this server ends. Precondition: it is busy.
  Departure leave(Nanoseconds now, std::uint32_t server) {
    PARKTWIN_CHECK(server < serving_.size() && serving_[server].busy, "the end of a service that never began");
    integrate(now);
    const Visit visit = serving_[server].visit;
    stays_cut_ += cut_time(visit, now);
    if (visit.arrived_ns >= warm_up_) {
      ++figures_.left;
      stays_ += static_cast<double>(now - visit.arrived_ns);
    }
    if (waiting_ == 0) {
      serving_[server].busy = false;
      free_.push_back(server);
      return {visit, false};
    }
    const Visit next = ring_[head_];
    head_ = (head_ + 1) & (ring_.size() - 1);
    --waiting_;
    waits_cut_ += cut_time(next, now);
    begin(now, server, next);
    return {visit, true};
  }

  /// Precondition: the server is busy.
  [[nodiscard]] const Visit& served_at(std::uint32_t server) const { return serving_[server].visit; }
  [[nodiscard]] std::uint64_t waiting() const { return waiting_; }
  [[nodiscard]] std::size_t busy() const { return serving_.size() - free_.size(); }

  /// Precondition: end > warm-up and no event lies after it.
  StationFigures close(Nanoseconds end) {
    PARKTWIN_CHECK(end > warm_up_, "a run that ends before its warm-up");
    integrate(end);
    std::uint64_t waits = waits_cut_;
    std::uint64_t stays = stays_cut_;
    for (std::uint64_t i = 0; i < waiting_; ++i) waits += cut_time(ring_[(head_ + i) & (ring_.size() - 1)], end);
    for (const Server& server : serving_) stays += server.busy ? cut_time(server.visit, end) : 0;
    stays += waits - waits_cut_;
    PARKTWIN_CHECK(waiting_area_ == waits, "Little's law fails for the queue: a customer was lost or counted twice");
    PARKTWIN_CHECK(waiting_area_ + busy_area_ == stays, "Little's law fails for the station: a customer was lost or counted twice");
    const auto span = static_cast<double>(end - warm_up_);
    figures_.mean_waiting = static_cast<double>(waiting_area_) / span;
    figures_.mean_present = static_cast<double>(waiting_area_ + busy_area_) / span;
    figures_.utilisation = static_cast<double>(busy_area_) / span / static_cast<double>(serving_.size());
    figures_.mean_wait_s = figures_.begun > 0 ? 1e-9 * waits_ / static_cast<double>(figures_.begun) : 0.0;
    figures_.mean_stay_s = figures_.left > 0 ? 1e-9 * stays_ / static_cast<double>(figures_.left) : 0.0;
    figures_.admitted_per_s = 1e9 * static_cast<double>(figures_.offered - figures_.refused) / span;
    return figures_;
  }

 private:
  struct Server {
    Visit visit;
    bool busy = false;
  };

  void integrate(Nanoseconds now) {
    if (now <= last_) return;
    const auto span = static_cast<std::uint64_t>(now - last_);
    waiting_area_ += waiting_ * span;
    busy_area_ += busy() * span;
    last_ = now;
  }

  /// Of the time since the arrival, what lies after the warm-up.
  [[nodiscard]] std::uint64_t cut_time(const Visit& visit, Nanoseconds until) const {
    return until > warm_up_ ? static_cast<std::uint64_t>(until - std::max(visit.arrived_ns, warm_up_)) : 0;
  }

  void begin(Nanoseconds now, std::uint32_t server, const Visit& visit) {
    serving_[server] = {visit, true};
    const Nanoseconds arrived = visit.arrived_ns;
    if (record_ != nullptr) record_->push_back(1e-9 * static_cast<double>(now - arrived));
    if (arrived < warm_up_) return;
    ++figures_.begun;
    figures_.waited += now > arrived ? 1 : 0;
    waits_ += static_cast<double>(now - arrived);
    figures_.waits.add(now - arrived);
  }

  void enqueue(const Visit& visit) {
    if (waiting_ == ring_.size()) {
      std::rotate(ring_.begin(), ring_.begin() + static_cast<std::ptrdiff_t>(head_), ring_.end());
      head_ = 0;
      ring_.resize(2 * ring_.size());
    }
    ring_[(head_ + waiting_) & (ring_.size() - 1)] = visit;
    ++waiting_;
  }

  std::uint64_t places_;
  Nanoseconds warm_up_;
  Nanoseconds last_;
  std::vector<Server> serving_;
  std::vector<std::uint32_t> free_;
  std::uint64_t waiting_ = 0;
  std::vector<Visit> ring_;
  std::size_t head_ = 0;
  // Sums of nanoseconds; they wrap alike on both sides of Little's law, so its check stays exact.
  std::uint64_t waiting_area_ = 0;
  std::uint64_t busy_area_ = 0;
  std::uint64_t waits_cut_ = 0;
  std::uint64_t stays_cut_ = 0;
  double waits_ = 0.0;
  double stays_ = 0.0;
  StationFigures figures_;
  std::vector<double>* record_ = nullptr;
};

}  // namespace parktwin::services::kernel
