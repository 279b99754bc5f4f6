#include "engine/simulators/services/identifiers/input_faults.h"

#include <cmath>
#include <numeric>
#include <string>

namespace parktwin::services::identifiers {
namespace {

// Times and rates above these are slips of a unit; below them no sum of nanoseconds overflows. Counts are held to what fits into memory.
constexpr double longest_days = 3660.0;
constexpr double longest_ms = 86'400e3;
constexpr double most_per_day = 1e12;

class Checked {
 public:
  void range(const std::string& place, double value, double least, double most) {
    if (value >= least && value <= most) return;  // false for what is no number
    problems.add("", place, "Found " + std::to_string(value) + ", expected " + std::to_string(least) + " to " + std::to_string(most) + ".");
  }
  void positive(const std::string& place, double value, double most) {
    if (value > 0.0 && value <= most) return;
    problems.add("", place, "Found " + std::to_string(value) + ", expected more than 0 and at most " + std::to_string(most) + ".");
  }
  void order(const std::string& place, double from_s, double until_s) {
    range(place + ", field from_s", from_s, 0.0, longest_days * 86'400.0);
    range(place + ", field until_s", until_s, 0.0, longest_days * 86'400.0);
    if (from_s >= until_s) problems.add("", place, "It ends before it begins.");
  }
  void node(const std::string& place, const Node& node) {
    range(place + ", field round_trip_ms", node.round_trip_ms, 0.0, longest_ms);
    for (std::size_t i = 0; i < node.outages.size(); ++i) {
      order(place + ", outage " + std::to_string(i), node.outages[i].from_s, node.outages[i].until_s);
    }
  }
  void nodes(const std::string& name, const std::vector<Node>& list) {
    if (list.empty()) problems.add("", name, "There is no node to ask.");
    for (std::size_t i = 0; i < list.size(); ++i) node(name + " " + std::to_string(i), list[i]);
  }

  Problems problems;
};

void check_demand(const Input& input, Checked& checked) {
  checked.range("resolutions_per_day", input.resolutions_per_day, 0.0, most_per_day);
  checked.range("registrations_per_day", input.registrations_per_day, 0.0, most_per_day);
  checked.range("batches_per_day", input.batches_per_day, 0.0, most_per_day);
  checked.range("batch_size", input.batch_size, 1.0, 4e9);
  checked.range("batch_gap_ms", input.batch_gap_ms, 0.0, longest_ms);
  checked.range("clients", input.clients, 1.0, 1e7);
  checked.range("client_round_trip_ms", input.client_round_trip_ms, 0.0, longest_ms);
  checked.range("zipf_exponent", input.zipf_exponent, 0.0, 20.0);
  for (std::size_t hour = 0; hour < 24; ++hour) {
    checked.range("hourly_weights, hour " + std::to_string(hour), input.hourly_weights[hour], 0.0, 1e12);
  }
  if (std::accumulate(input.hourly_weights.begin(), input.hourly_weights.end(), 0.0) <= 0.0) {
    checked.problems.add("", "hourly_weights", "All are zero.");
  }
  for (std::size_t i = 0; i < input.floods.size(); ++i) {
    const Flood& flood = input.floods[i];
    const std::string place = "flood " + std::to_string(i);
    checked.order(place, flood.from_s, flood.until_s);
    checked.range(place + ", field queries_per_s", flood.queries_per_s, 1e-6, 1e9);
    checked.range(place + ", field sources", flood.sources, 1.0, 1e7);
    checked.range(place + ", field forged_share", flood.forged_share, 0.0, 1.0);
  }
}

void check_options(const Options& options, Checked& checked) {
  checked.positive("days", options.days, longest_days);
  checked.range("warm_up_days", options.warm_up_days, 0.0, longest_days);
  checked.range("replicas", static_cast<double>(options.replicas), 1.0, 1e4);
  if (!(options.confidence > 0.0 && options.confidence < 1.0)) {
    checked.problems.add("", "confidence", "Found " + std::to_string(options.confidence) + ", expected a share between 0 and 1.");
  }
  checked.range("cache_ttl_s", options.cache_ttl_s, 0.0, longest_days * 86'400.0);
  checked.range("delegation_ttl_s", options.delegation_ttl_s, 0.0, longest_days * 86'400.0);
  checked.range("secondary_servers", options.secondary_servers, 1.0, 1e6);
  checked.range("secondary_service_ms", options.secondary_service_ms, 0.0, longest_ms);
  checked.range("enterprise_service_ms", options.enterprise_service_ms, 0.0, longest_ms);
  checked.range("timeout_ms", options.timeout_ms, 0.0, longest_ms);
  checked.range("synchronisation_interval_s", options.synchronisation_interval_s, 0.001, longest_days * 86'400.0);
  if (options.bucket) {
    checked.range("bucket, field rate_per_s", options.bucket->rate_per_s, 0.0, 1e9);
    checked.range("bucket, field burst", options.bucket->burst, 1.0, 1e12);
  }
}

}  // namespace

Problems input_faults(const Input& input, const Options& options) {
  Checked checked;
  double identifiers = 0.0;
  for (std::size_t i = 0; i < input.enterprises.size(); ++i) {
    identifiers += input.enterprises[i].identifiers;
    if (input.enterprises[i].own_node) checked.node("enterprise " + std::to_string(i), *input.enterprises[i].own_node);
  }
  checked.range("identifiers of all enterprises", identifiers, 1.0, 5e7);
  checked.nodes("top", input.top);
  checked.nodes("secondary", input.secondary);
  check_demand(input, checked);
  check_options(options, checked);
  return checked.problems;
}

}  // namespace parktwin::services::identifiers
