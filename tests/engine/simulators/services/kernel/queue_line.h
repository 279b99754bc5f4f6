#pragma once
// Stations in a line behind Poisson arrivals, on the kernel: for its tests against queueing theory and its benchmark.
#include <variant>
#include <vector>

#include "engine/simulators/services/kernel/random_stream.h"
#include "engine/simulators/services/kernel/simulation.h"
#include "engine/simulators/services/kernel/station.h"

namespace parktwin::services::kernel {

enum class Service {
  exponential,
  fixed,
  two_point
};  ///< two_point: half or one and a half of the mean; squared coefficient of variation 1/4

struct LineStation {
  std::uint32_t servers = 1;
  std::uint64_t waiting_places = unlimited;
  double mean_service_s = 1.0;
  Service service = Service::exponential;
};

struct Line {
  double arrivals_per_s = 0.5;
  std::vector<LineStation> stations;
  double warm_up_s = 0.0;
  double end_s = 1000.0;
  std::uint64_t seed = 1;
  bool record_waits = false;  ///< of the first station
};

struct LineResult {
  std::vector<StationFigures> stations;
  std::uint64_t events = 0;
  std::vector<double> waits_s;
  friend bool operator==(const LineResult&, const LineResult&) = default;
};

class LineModel {
 public:
  struct Arrival {};
  struct End {
    std::uint32_t station;
    std::uint32_t server;
  };
  using Event = std::variant<Arrival, End>;
  struct Customer {};

  LineModel(const Line& line, std::uint32_t replica)
      : line_(line), arrivals_(line.seed, 0, replica), mean_gap_ns_(1e9 / line.arrivals_per_s) {
    for (std::uint32_t i = 0; i < line.stations.size(); ++i) {
      const LineStation& station = line.stations[i];
      stations_.emplace_back(station.servers, station.waiting_places, static_cast<Nanoseconds>(1e9 * line.warm_up_s));
      services_.emplace_back(line.seed, i + 1, replica);
    }
    queue_.add(arrivals_.exponential_ns(mean_gap_ns_), Arrival{});
  }

  LineResult run() {
    LineResult result;
    if (line_.record_waits) stations_.front().record_waits(&result.waits_s);
    const auto end = static_cast<Nanoseconds>(1e9 * line_.end_s);
    result.events = kernel::run(queue_, end, *this);
    for (auto& station : stations_) result.stations.push_back(station.close(end));
    return result;
  }

  void on(Nanoseconds now, const Arrival& arrival) {
    queue_.add(now + arrivals_.exponential_ns(mean_gap_ns_), arrival);
    enter(now, 0);
  }

  void on(Nanoseconds now, const End& end) {
    if (stations_[end.station].leave(now, end.server).next_begins) serve(now, end);
    if (end.station + 1 < stations_.size()) enter(now, end.station + 1);
  }

 private:
  void enter(Nanoseconds now, std::uint32_t station) {
    const auto arrival = stations_[station].arrive(now, {});
    if (arrival.admission == Admission::served) serve(now, {station, arrival.server});
  }

  void serve(Nanoseconds now, const End& end) {
    const std::uint32_t station = end.station;
    const double mean_ns = 1e9 * line_.stations[station].mean_service_s;
    double time = mean_ns;
    if (line_.stations[station].service == Service::exponential) time *= services_[station].exponential();
    if (line_.stations[station].service == Service::two_point) time *= services_[station].uniform() < 0.5 ? 0.5 : 1.5;
    queue_.add(now + static_cast<Nanoseconds>(time + 0.5), end);
  }

  Line line_;
  EventQueue<Event> queue_;
  RandomStream arrivals_;
  double mean_gap_ns_;
  std::vector<Station<Customer>> stations_;
  std::vector<RandomStream> services_;
};

inline LineResult simulate_line(const Line& line, std::uint32_t replica = 0) { return LineModel(line, replica).run(); }

}  // namespace parktwin::services::kernel
