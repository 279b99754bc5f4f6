#pragma once
// What an identifier-resolution secondary node (标识解析二级节点) gives its park: answers a day, latency, hits of the cache, availability,
// lag and completeness of the synchronisation with the top node. Discrete events in whole nanoseconds on services/kernel: clients ask a
// recursive node with a cache (least recently used goes first, entries live a fixed time); a miss asks the top node who is responsible
// (remembered for `delegation_ttl_s`), the secondary node, and the enterprise's own node if it has one. A node that is down costs a
// timeout, then the next of its list is asked. Token buckets per source hold floods back. Delays are given, not derived. Ignored: lost
// packets, repeated questions, answers that change, questions for identifiers registered in the run, joining of misses of one identifier; a
// question that has reached a node is finished even if an outage begins.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulators/services/kernel/output_analysis.h"
#include "engine/simulators/services/kernel/station.h"

namespace parktwin::services::identifiers {

/// From the beginning of the run, warm-up included.
struct Outage {
  double from_s = 0.0;
  double until_s = 0.0;
};

struct Node {
  double round_trip_ms = 10.0;  ///< from the recursive node; of a top node for the synchronisation too
  std::vector<Outage> outages;
};

struct Enterprise {
  std::uint32_t identifiers = 1000;  ///< registered before the run
  std::optional<Node> own_node;      ///< without one the secondary node answers for it
};

/// Queries at a constant rate from sources that take turns.
struct Flood {
  double from_s = 0.0;
  double until_s = 0.0;
  double queries_per_s = 1000.0;
  std::uint32_t sources = 1;
  double forged_share = 1.0;  ///< ask for what nobody registered; the rest asks as clients do
};

struct Input {
  std::vector<Enterprise> enterprises;
  std::vector<Node> top;        ///< in the order in which they are asked
  std::vector<Node> secondary;  ///< in the order in which they are asked, each with its own servers
  double resolutions_per_day = 100'000.0;
  std::array<double, 24> hourly_weights{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  ///< of all but floods
  double zipf_exponent = 0.8;  ///< popularity of rank k is proportional to k^−exponent
  std::uint32_t clients = 100;
  double client_round_trip_ms = 2.0;
  double registrations_per_day = 1000.0;
  double batches_per_day = 0.0;  ///< a scanner reads neighbouring identifiers of one enterprise
  std::uint32_t batch_size = 500;
  double batch_gap_ms = 5.0;
  std::vector<Flood> floods;
};

/// A source may send `burst` queries at once and `rate_per_s` in the long run.
struct BucketRule {
  double rate_per_s = 50.0;
  double burst = 1000.0;
};

struct Options {
  double days = 1.0;  ///< counted
  double warm_up_days = 1.0;
  std::size_t replicas = 8;
  std::uint64_t seed = 1;
  double confidence = 0.95;
  std::uint32_t cache_entries = 100'000;
  double cache_ttl_s = 3600.0;
  double delegation_ttl_s = 86'400.0;
  std::uint32_t secondary_servers = 4;
  std::uint64_t secondary_waiting_places = 1000;
  double secondary_service_ms = 2.0;   ///< mean, exponential; of a registration too
  double enterprise_service_ms = 5.0;  ///< fixed
  double timeout_ms = 2000.0;          ///< until a node that is down is given up
  double synchronisation_interval_s = 300.0;
  std::optional<BucketRule> bucket;  ///< without one nobody is refused
};

/// Of what was asked after the warm-up. asked = answered + refused + the four failures + unfinished, checked in every run.
struct Counts {
  std::uint64_t asked = 0;  ///< by clients and batches
  std::uint64_t answered = 0;
  std::uint64_t from_cache = 0;  ///< of those answered
  std::uint64_t refused = 0;     ///< by a token bucket
  std::uint64_t top_unreachable = 0;
  std::uint64_t secondary_unreachable = 0;
  std::uint64_t secondary_full = 0;
  std::uint64_t enterprise_unreachable = 0;
  std::uint64_t unfinished = 0;  ///< at the end of the run
  std::uint64_t flood_queries = 0;
  std::uint64_t flood_refused = 0;
  std::uint64_t registrations = 0;  ///< asked for
  std::uint64_t registered = 0;
  std::uint64_t registrations_failed = 0;
  std::uint64_t synchronised = 0;     ///< of those registered, known at the top node
  std::uint64_t longest_backlog = 0;  ///< registered and not yet known there, at once
  friend bool operator==(const Counts&, const Counts&) = default;
};

struct Replica {
  Counts counts;
  double mean_latency_ms = 0.0;
  kernel::Percentiles latency;          ///< of answers, from the client's question to its answer
  kernel::Percentiles synchronisation;  ///< lag from registration until the top node knows
  std::vector<kernel::StationFigures> secondary;
  std::uint64_t events = 0;
  friend bool operator==(const Replica&, const Replica&) = default;
};

/// Intervals over the replicas, of those in which the share exists; nothing when there was none to measure.
struct Result {
  std::vector<Replica> replicas;
  kernel::Interval answered_per_day;
  std::optional<kernel::Interval> availability;  ///< answered over asked
  std::optional<kernel::Interval> hit_ratio;     ///< from the cache over those a bucket let in
  std::optional<kernel::Interval> mean_latency_ms;
  std::optional<kernel::Interval> latency_p95_ms;
  std::optional<kernel::Interval> synchronisation_p95_s;
  std::optional<kernel::Interval> completeness;         ///< synchronised over registered, at the end
  std::vector<kernel::Interval> secondary_utilisation;  ///< per node
  kernel::Percentiles latency;                          ///< of all replicas together
};

/// Throws InputError with every fault of input and options.
[[nodiscard]] Result simulate(const Input& input, const Options& options);

}  // namespace parktwin::services::identifiers
