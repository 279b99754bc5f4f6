#include "engine/simulators/wired/tsn/bounds/total_flow.h"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::wired::tsn::bounds {
namespace {

constexpr double longest_jitter_ns = 1e11;  // beyond, a ring is taken to diverge
constexpr double settled_ns = 1e-4;

/// Lists of lists in one row: the items of list i are from[i] to from[i + 1].
struct Rows {
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> items;
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t i) const {
    return std::span(items).subspan(from[i], from[i + 1] - from[i]);
  }
};

/// `each` calls its argument with every pair (list, item), twice in the same order.
template <class Each>
Rows rows(std::size_t count, const Each& each) {
  Rows made;
  made.from.assign(count + 1, 0);
  each([&](std::uint32_t list, std::uint32_t /*item*/) { ++made.from[list + 1]; });
  for (std::size_t i = 0; i < count; ++i) made.from[i + 1] += made.from[i];
  made.items.resize(made.from[count]);
  std::vector<std::uint32_t> next(made.from.begin(), made.from.end() - 1);
  each([&](std::uint32_t list, std::uint32_t item) { made.items[next[list]++] = item; });
  return made;
}

class Analysis {
 public:
  explicit Analysis(const Flows& flows)
      : flows_(flows),
        feeders_of_(rows(flows.servers.size(),
                         [&](const auto& add) {
                           for (std::uint32_t i = 0; i < flows.feeders.size(); ++i) add(flows.feeders[i].server, i);
                         })),
        visits_of_(rows(flows.feeders.size(),
                        [&](const auto& add) {
                          for (std::uint32_t i = 0; i < flows.visits.size(); ++i) add(flows.visits[i].feeder, i);
                        })),
        jitter_(flows.visits.size(), 0.0),
        wait_(flows.visits.size(), 0.0),
        is_last_(flows.visits.size(), 0),
        feeder_rate_(flows.feeders.size(), 0.0),
        server_rate_(flows.servers.size(), 0.0),
        server_burst_(flows.servers.size(), 0.0),
        server_wait_(flows.servers.size(), 0.0) {
    for (std::size_t f = 0; f + 1 < flows.first.size(); ++f) {
      PARKTWIN_CHECK(flows.first[f] < flows.first[f + 1], "a flow visits at least one server");
      is_last_[flows.first[f + 1] - 1] = 1;
    }
    for (const auto& visit : flows.visits) {
      feeder_rate_[visit.feeder] += visit.rate;
      server_rate_[flows.feeders[visit.feeder].server] += visit.rate;
    }
    for (std::size_t s = 0; s < flows.servers.size(); ++s) {
      const double slope = flows.servers[s].idle_slope;
      const double rest = left(s);
      result_.rate.push_back(slope > 0.0 && slope <= rest ? slope : (slope > 0.0 ? 0.0 : rest));
      result_.latency_ns.push_back(0.0);
      downward_.push_back(static_cast<std::uint32_t>(s));
    }
    std::stable_sort(downward_.begin(), downward_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return flows.servers[a].above.size() < flows.servers[b].above.size(); });
    order();
  }

  Waits run(std::size_t most_rounds) {
    sweep();
    if (result_.cyclic) settle(most_rounds);
    result_.wait_ns = std::move(wait_);
    result_.jitter_ns = std::move(jitter_);
    return std::move(result_);
  }

 private:
  /// Servers in an order in which each comes after those it depends on; where it cannot, cyclic.
  void order() {
    const Rows after = rows(flows_.servers.size(), [&](const auto& add) {
      for (std::uint32_t v = 0; v < flows_.visits.size(); ++v) {
        if (is_last_[v] == 0 && !flows_.visits[v + 1].regulated) add(server_of(v), server_of(v + 1));
      }
      for (std::uint32_t s = 0; s < flows_.servers.size(); ++s) {
        for (const std::uint32_t other : flows_.servers[s].above) add(other, s);
      }
    });
    enum : char { unseen, open, closed };
    std::vector<char> state(flows_.servers.size(), unseen);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> stack;
    for (std::uint32_t root = 0; root < flows_.servers.size(); ++root) {
      if (state[root] == unseen) stack.emplace_back(root, 0);
      while (!stack.empty()) {
        auto& [server, next] = stack.back();
        state[server] = open;
        const auto followers = after[server];
        while (next < followers.size() && state[followers[next]] != unseen) {
          result_.cyclic = result_.cyclic || state[followers[next]] == open;
          ++next;
        }
        if (next < followers.size()) {
          stack.emplace_back(followers[next], 0);
        } else {
          state[server] = closed;
          order_.push_back(server);
          stack.pop_back();
        }
      }
    }
    std::reverse(order_.begin(), order_.end());
  }

  [[nodiscard]] std::uint32_t server_of(std::uint32_t visit) const { return flows_.feeders[flows_.visits[visit].feeder].server; }

  [[nodiscard]] double toll(std::size_t server, std::size_t above) const {
    return flows_.servers[server].interruptible ? flows_.servers[above].toll : 1.0;
  }

  /// What the servers above leave of the rate.
  [[nodiscard]] double left(std::size_t server) const {
    double rate = flows_.servers[server].rate;
    for (const std::uint32_t other : flows_.servers[server].above) {
      const double slope = flows_.servers[other].idle_slope;
      rate -= slope > 0.0 ? slope : server_rate_[other] * toll(server, other);
    }
    return rate;
  }

  /// Time until a server's rate is its own: it does what is in service, and what those above do beyond their rates.
  [[nodiscard]] double latency(std::uint32_t server) const {
    const Server& own = flows_.servers[server];
    double taken = own.blocking;
    for (const std::uint32_t other : own.above) {
      const Server& higher = flows_.servers[other];
      if (higher.idle_slope > 0.0) {
        taken += higher.idle_slope * result_.latency_ns[other] + (higher.rate - higher.idle_slope) * higher.longest;
      } else {
        taken += server_burst_[other] * toll(server, other) + (own.after_waiting ? server_rate_[other] * server_wait_[other] : 0.0);
      }
    }
    const double rate = left(server);
    return rate > 0.0 ? own.latency_ns + taken / rate : unbounded;
  }

  /// Largest α(t) / rate − t of the arrivals α of a server, plus its latency. Also takes down what it found on the way.
  double wait(std::uint32_t server) {
    bends_.clear();
    double level = 0.0;
    double slope = 0.0;
    double total = 0.0;
    for (const std::uint32_t f : feeders_of_[server]) {
      double burst = 0.0;
      for (const std::uint32_t v : visits_of_[f]) burst += flows_.visits[v].burst + flows_.visits[v].rate * jitter_[v];
      total += burst;
      const Feeder& line = flows_.feeders[f];
      const bool shaped = line.shape_burst < burst;
      level += shaped ? line.shape_burst : burst;
      slope += shaped ? line.shape_rate : feeder_rate_[f];
      const double excess = line.shape_rate - feeder_rate_[f];
      if (shaped && excess > 0.0 && burst < unbounded) bends_.emplace_back((burst - line.shape_burst) / excess, excess);
    }
    server_burst_[server] = total;
    const double rate = result_.rate[server];
    result_.latency_ns[server] = latency(server);
    std::sort(bends_.begin(), bends_.end());
    double time = 0.0;
    for (std::size_t i = 0; i < bends_.size() && slope > rate; ++i) {
      level += slope * (bends_[i].first - time);
      time = bends_[i].first;
      slope -= bends_[i].second;
    }
    // A sum and difference of rates may miss equality by its rounding.
    const bool enough = rate > 0.0 && slope <= rate * (1.0 + 1e-12) && server_rate_[server] <= rate * (1.0 + 1e-12);
    server_wait_[server] = enough ? result_.latency_ns[server] + level / rate - time : unbounded;
    return server_wait_[server];
  }

  /// Returns the largest rise of a jitter.
  double sweep() {
    ++result_.rounds;
    double rise = -unbounded;
    for (const std::uint32_t server : order_) {
      const double longest = wait(server);
      const double rate = result_.rate[server];
      for (const std::uint32_t f : feeders_of_[server]) {
        for (const std::uint32_t v : visits_of_[f]) {
          wait_[v] = longest < unbounded ? longest - flows_.visits[v].own / rate - flows_.visits[v].within_ns : unbounded;
          if (is_last_[v] != 0) continue;
          const double jitter = flows_.visits[v + 1].regulated ? 0.0 : jitter_[v] + wait_[v];
          const double bounded = jitter < longest_jitter_ns ? jitter : unbounded;
          if (bounded == unbounded && jitter < unbounded) result_.converged = false;
          if (bounded != jitter_[v + 1]) rise = std::max(rise, bounded - jitter_[v + 1]);
          jitter_[v + 1] = bounded;
        }
      }
    }
    return rise;
  }

  /// All that servers keep, from the jitters as they are.
  void refresh() {
    for (const std::uint32_t server : downward_) wait(server);
  }

  /// From above: infinite jitters are a bound, and so is what each sweep makes of a bound. Lines may still limit them.
  void descend(std::size_t most_rounds) {
    result_.converged = false;
    for (std::size_t v = 1; v < jitter_.size(); ++v) {
      if (is_last_[v - 1] == 0 && !flows_.visits[v].regulated) jitter_[v] = unbounded;
    }
    refresh();
    for (std::size_t round = 0; round < most_rounds; ++round) {
      const std::vector<double> before = jitter_;
      sweep();
      if (before == jitter_) return;
    }
  }

  /// Rounds until nothing rises any more, then the proof from above.
  void settle(std::size_t most_rounds) {
    double rise = unbounded;
    while (rise > settled_ns && result_.rounds < most_rounds) rise = sweep();
    if (rise > settled_ns) return descend(most_rounds);
    const std::vector<double> settled = jitter_;
    for (double margin = 1e-8; margin < 1e-1; margin *= 10.0) {
      for (std::size_t v = 0; v < jitter_.size(); ++v) jitter_[v] = settled[v] * (1.0 + margin);
      refresh();
      if (sweep() <= 0.0) return;
    }
    descend(most_rounds);
  }

  const Flows& flows_;
  Rows feeders_of_;
  Rows visits_of_;
  std::vector<double> jitter_;
  std::vector<double> wait_;
  std::vector<char> is_last_;
  std::vector<double> feeder_rate_;
  std::vector<double> server_rate_;
  std::vector<double> server_burst_;
  std::vector<double> server_wait_;      // of any of its frames
  std::vector<std::uint32_t> downward_;  // each after those above it
  std::vector<std::uint32_t> order_;
  std::vector<std::pair<double, double>> bends_;
  Waits result_;
};

}  // namespace

Waits total_flow_analysis(const Flows& flows, std::size_t most_rounds) { return Analysis(flows).run(most_rounds); }

}  // namespace parktwin::wired::tsn::bounds
