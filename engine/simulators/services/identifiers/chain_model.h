#pragma once
// One replica of the chain client → recursive → top → secondary → enterprise on the event kernel. Each query is a record that is used again
// after its answer, so nothing is allocated per event.
#include <optional>
#include <variant>
#include <vector>

#include "engine/simulators/services/identifiers/catalogue.h"
#include "engine/simulators/services/identifiers/daily_profile.h"
#include "engine/simulators/services/identifiers/identifiers.h"
#include "engine/simulators/services/identifiers/lru_cache.h"
#include "engine/simulators/services/identifiers/reach.h"
#include "engine/simulators/services/identifiers/token_bucket.h"
#include "engine/simulators/services/kernel/random_stream.h"
#include "engine/simulators/services/kernel/simulation.h"

namespace parktwin::services::identifiers {

class ChainModel {
 public:
  /// The catalogue outlives the model. Precondition: input_faults() found none.
  ChainModel(const Input& input, const Options& options, const Catalogue& catalogue, std::uint32_t replica);

  [[nodiscard]] Replica run();

  struct Ask {};  ///< the next question of a client
  struct Batch {};
  struct Scan {
    std::uint32_t identifier;
    std::uint32_t left;
    std::uint32_t client;
  };
  struct FloodQuery {
    std::uint32_t flood;
  };
  struct Register {};
  struct AtSecondary {
    std::uint32_t query;
  };
  struct Served {
    std::uint32_t node;
    std::uint32_t server;
  };
  struct Answer {
    std::uint32_t query;
  };
  struct Synchronise {};
  using Event = std::variant<Ask, Batch, Scan, FloodQuery, Register, AtSecondary, Served, Answer, Synchronise>;

  void on(kernel::Nanoseconds now, Ask event);
  void on(kernel::Nanoseconds now, Batch event);
  void on(kernel::Nanoseconds now, const Scan& scan);
  void on(kernel::Nanoseconds now, FloodQuery event);
  void on(kernel::Nanoseconds now, Register event);
  void on(kernel::Nanoseconds now, AtSecondary event);
  void on(kernel::Nanoseconds now, Served event);
  void on(kernel::Nanoseconds now, Answer event);
  void on(kernel::Nanoseconds now, Synchronise event);

 private:
  enum class Kind : std::uint8_t { client, flood, forged, registration };
  struct Query {
    kernel::Nanoseconds asked;
    std::uint32_t identifier;
    std::uint32_t node;
    Kind kind;
  };
  struct Registered {
    kernel::Nanoseconds at;
    bool counted;
  };
  using Tally = std::uint64_t Counts::*;

  void resolve(kernel::Nanoseconds now, Kind kind, std::uint32_t identifier, std::size_t source);
  [[nodiscard]] std::optional<kernel::Nanoseconds> delegation_known(kernel::Nanoseconds now);
  void to_secondary(kernel::Nanoseconds now, const Query& query);
  void serve(kernel::Nanoseconds now, Served event);
  void to_enterprise(kernel::Nanoseconds now, std::uint32_t index);
  void answered(const Query& query, kernel::Nanoseconds latency);
  void fail(const Query& query, Tally reason);
  [[nodiscard]] bool counted(kernel::Nanoseconds asked) const { return asked >= warm_up_; }
  std::uint32_t keep(const Query& query);
  void forget(std::uint32_t index) { unused_.push_back(index); }

  const Input& input_;
  const Options& options_;
  const Catalogue& catalogue_;
  kernel::Nanoseconds warm_up_;
  kernel::Nanoseconds end_;
  kernel::Nanoseconds timeout_;
  kernel::Nanoseconds client_round_trip_;
  std::vector<TimedNode> top_;
  std::vector<TimedNode> secondary_;
  std::vector<std::vector<TimedNode>> enterprise_;  ///< of each none or one
  std::optional<DailyProfile> asks_;
  std::optional<DailyProfile> batches_;
  std::optional<DailyProfile> registers_;
  kernel::RandomStream ask_times_;
  kernel::RandomStream ask_choices_;
  kernel::RandomStream batch_draws_;
  kernel::RandomStream flood_draws_;
  kernel::RandomStream register_times_;
  kernel::RandomStream services_;
  kernel::EventQueue<Event> queue_;
  std::vector<kernel::Station<std::uint32_t>> stations_;
  LruCache cache_;
  std::vector<TokenBucket> buckets_;       ///< of the clients, then of each flood's sources; empty without a rule
  std::vector<std::size_t> first_source_;  ///< per flood
  std::vector<std::uint64_t> flood_sent_;
  kernel::Nanoseconds delegation_from_ = 0;  ///< of the delegation learnt last
  kernel::Nanoseconds delegation_until_ = 0;
  std::vector<Registered> unsynchronised_;
  std::vector<Query> queries_;
  std::vector<std::uint32_t> unused_;
  double latency_sum_ns_ = 0.0;
  Replica result_;
};

}  // namespace parktwin::services::identifiers
