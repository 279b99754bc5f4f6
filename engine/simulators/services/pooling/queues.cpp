#include "engine/simulators/services/pooling/queues.h"

#include <algorithm>

#include "engine/simulators/services/kernel/simulation.h"
#include "engine/simulators/services/kernel/station.h"
#include "engine/simulators/services/pooling/time_draw.h"

namespace parktwin::services::pooling {
namespace {

struct Arrive {
  std::uint32_t request;
};
struct Leave {
  std::uint32_t station;
  std::uint32_t server;
};
/// Work from outside is done: there is no queue for it.
struct Done {
  std::uint32_t request;
};
using Event = std::variant<Arrive, Leave, Done>;

class QueueModel {
 public:
  QueueModel(const Pool& pool, Mode mode, const std::vector<Request>& requests, std::uint32_t replica)
      : pool_(pool),
        mode_(mode),
        requests_(requests),
        extra_(nanoseconds(mode == Mode::shared ? pool.resource->sharing_extra_h : 0.0)),
        end_(nanoseconds(pool.end_h)),
        outcomes_(pool) {
    const bool shared = mode == Mode::shared;
    const auto servers = static_cast<std::uint32_t>(shared ? pool.resource->servers : pool.resource->own_servers);
    for (std::size_t i = 0; i < (shared ? 1 : pool.enterprises()); ++i) {
      stations_.emplace_back(servers, kernel::unlimited, nanoseconds(pool.warm_up_h));
      // Shared trucks begin at the depot.
      places_.emplace_back(servers, static_cast<std::uint32_t>(shared ? pool.enterprises() : i));
    }
    if (pool.resource->sources > 0) {
      add_sources(replica);
    } else if (!requests_.empty()) {
      queue_.add(requests_.front().at, Arrive{0});
    }
  }

  Outcomes run() {
    kernel::run(queue_, end_, *this);
    double own = 0.0;
    for (std::size_t i = 0; i < stations_.size(); ++i) {
      const double utilisation = stations_[i].close(end_).utilisation;
      if (mode_ == Mode::separate && pool_.hired(i)) continue;
      outcomes_.utilisation += utilisation;
      own += 1.0;
    }
    if (own > 0.0) outcomes_.utilisation /= own;
    return outcomes_;
  }

  void on(Nanoseconds now, Arrive event) {
    const bool open = sources_.empty();
    if (open && event.request + 1 < requests_.size()) queue_.add(requests_[event.request + 1].at, Arrive{event.request + 1});
    const std::uint32_t owner = open ? requests_[event.request].enterprise : sources_[event.request].enterprise;
    if (mode_ == Mode::separate && pool_.hired(owner)) {
      hire(now, event.request);
      return;
    }
    const std::uint32_t station = mode_ == Mode::shared ? 0 : owner;
    const auto arrival = stations_[station].arrive(now, event.request);
    if (arrival.admission == kernel::Admission::served) begin(now, now, station, arrival.server, event.request);
  }

  void on(Nanoseconds now, Leave event) {
    const auto departure = stations_[event.station].leave(now, event.server);
    works_again(now, departure.visit.customer);
    if (!departure.next_begins) return;
    const auto& visit = stations_[event.station].served_at(event.server);
    begin(visit.arrived_ns, now, event.station, event.server, visit.customer);
  }

  void on(Nanoseconds now, Done event) { works_again(now, event.request); }

 private:
  struct Source {
    std::uint32_t enterprise;
    kernel::RandomStream random;
  };

  /// Each machine draws from a stream of its own, so that its failures and repairs are the same in both modes.
  void add_sources(std::uint32_t replica) {
    const auto each = static_cast<std::uint32_t>(pool_.resource->sources);
    for (std::uint32_t enterprise = 0; enterprise < pool_.enterprises(); ++enterprise) {
      for (std::uint32_t i = 0; i < each && pool_.requests_per_h[enterprise] > 0.0; ++i) {
        const std::uint32_t number = enterprise * each + i;
        sources_.push_back({enterprise, {pool_.seed ^ (std::uint64_t{number + 1} << 32U), pool_.stream + 3, replica}});
        const auto index = static_cast<std::uint32_t>(sources_.size() - 1);
        queue_.add(nanoseconds(sources_.back().random.exponential() / pool_.requests_per_h[enterprise]), Arrive{index});
      }
    }
  }

  /// A machine that was repaired runs until it fails again.
  void works_again(Nanoseconds now, std::uint32_t index) {
    if (sources_.empty()) return;
    Source& source = sources_[index];
    queue_.add(now + nanoseconds(source.random.exponential() / pool_.requests_per_h[source.enterprise]), Arrive{index});
  }

  void hire(Nanoseconds now, std::uint32_t request) {
    const Nanoseconds begins = now + nanoseconds(pool_.resource->outside_wait_h);
    outcomes_.waited(now, begins);
    outcomes_.hired += outcomes_.counted(now) ? 1 : 0;
    if (!sources_.empty()) queue_.add(begins + nanoseconds(repair_(sources_[request].random)), Done{request});
  }

  void begin(Nanoseconds arrived, Nanoseconds now, std::uint32_t station, std::uint32_t server, std::uint32_t request) {
    outcomes_.waited(arrived, now);
    const Nanoseconds work = sources_.empty() ? requests_[request].service : nanoseconds(repair_(sources_[request].random));
    queue_.add(now + work + extra_ + drive(now, station, server, request) + way(arrived, request), Leave{station, server});
  }

  /// Crews drive to the enterprise and back, which keeps them; to other things that are shared the enterprise goes itself.
  Nanoseconds way(Nanoseconds arrived, std::uint32_t request) {
    if (mode_ == Mode::separate || pool_.way_h.empty()) return 0;
    const std::uint32_t enterprise = sources_.empty() ? requests_[request].enterprise : sources_[request].enterprise;
    const bool crew = pool_.resource->kind == ResourceKind::maintenance_crew;
    outcomes_.went(arrived, pool_.way_km[enterprise], crew ? 0.0 : pool_.way_h[enterprise], *pool_.resource);
    return crew ? nanoseconds(2.0 * pool_.way_h[enterprise]) : 0;
  }

  /// To the load and with it to where it goes; a truck of one's own comes home from there.
  Nanoseconds drive(Nanoseconds now, std::uint32_t station, std::uint32_t server, std::uint32_t request) {
    if (pool_.drive_h.empty()) return 0;
    const Request& load = requests_[request];
    std::uint32_t& place = places_[station][server];
    const auto way = [&](const std::vector<std::vector<double>>& table) {
      const double empty = mode_ == Mode::shared ? table[place][load.enterprise] : table[load.destination][load.enterprise];
      return empty + table[load.enterprise][load.destination];
    };
    if (outcomes_.counted(now)) outcomes_.distance_km += way(pool_.drive_km);
    const Nanoseconds time = nanoseconds(way(pool_.drive_h));
    if (mode_ == Mode::shared) place = load.destination;
    return time;
  }

  const Pool& pool_;
  Mode mode_;
  const std::vector<Request>& requests_;
  Nanoseconds extra_;
  Nanoseconds end_;
  Outcomes outcomes_;
  TimeDraw repair_{pool_.resource->service_law, pool_.resource->service_h, pool_.resource->service_cv};
  std::vector<Source> sources_;
  std::vector<kernel::Station<std::uint32_t>> stations_;
  std::vector<std::vector<std::uint32_t>> places_;
  kernel::EventQueue<Event> queue_;
};

/// Of a crew that is shared.
double crew_way_h(const Pool& pool, Mode mode, std::size_t enterprise) {
  const bool drives = mode == Mode::shared && !pool.way_h.empty() && pool.resource->kind == ResourceKind::maintenance_crew;
  return drives ? 2.0 * pool.way_h[enterprise] : 0.0;
}

/// Mean way of the loads of an enterprise, with the way to them or home.
double mean_drive_h(const Pool& pool, std::size_t enterprise) {
  if (pool.drive_h.empty()) return 0.0;
  const std::size_t count = pool.enterprises();
  if (count == 1) return 2.0 * pool.drive_h[0][1];
  double sum = 0.0;
  for (std::size_t other = 0; other < count; ++other) sum += pool.drive_h[enterprise][other];
  return 2.0 * sum / static_cast<double>(count - 1);
}

}  // namespace

Outcomes simulate_queues(const Pool& pool, Mode mode, const std::vector<Request>& requests, std::uint32_t replica) {
  return QueueModel(pool, mode, requests, replica).run();
}

double offered_load(const Pool& pool, Mode mode) {
  const SharedResource& resource = *pool.resource;
  const double sources = std::max(1, resource.sources);
  const double extra = mode == Mode::shared ? resource.sharing_extra_h : 0.0;
  double total = 0.0;
  double largest = 0.0;
  for (std::size_t i = 0; i < pool.enterprises(); ++i) {
    const double work = sources * pool.requests_per_h[i] * (resource.service_h + extra + mean_drive_h(pool, i) + crew_way_h(pool, mode, i));
    total += work;
    if (!pool.hired(i)) largest = std::max(largest, work);
  }
  return mode == Mode::shared ? total / resource.servers : largest / resource.own_servers;
}

}  // namespace parktwin::services::pooling
