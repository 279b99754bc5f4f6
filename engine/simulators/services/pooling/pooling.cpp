#include "engine/simulators/services/pooling/pooling.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "engine/simulators/services/kernel/output_analysis.h"
#include "engine/simulators/services/kernel/simulation.h"
#include "engine/simulators/services/pooling/pools.h"
#include "engine/simulators/services/pooling/purchases.h"
#include "engine/simulators/services/pooling/queues.h"
#include "engine/simulators/services/pooling/stocks.h"

namespace parktwin::services::pooling {
namespace {

constexpr std::uint32_t first_stream = 2000;  // after those of the identifiers
constexpr double most_requests = 2e6;         // of a replica

bool has_servers(const SharedResource& resource) {
  return resource.kind != ResourceKind::spare_parts && resource.kind != ResourceKind::group_purchasing;
}

double expected_requests(const Pool& pool) {
  double total = 0.0;
  for (const double rate : pool.requests_per_h) total += rate * std::max(1, pool.resource->sources);
  return total * pool.end_h;
}

/// Of one replica, yearly.
struct Run {
  Outcomes outcomes;
  double cost = 0.0;
  bool simulated = false;
};

struct Pair {
  Run shared;
  Run separate;
};

double yearly_fixed(const Pool& pool, Mode mode) {
  const SharedResource& resource = *pool.resource;
  if (mode == Mode::shared)
    return resource.sharing_cost_per_year.value() +
           (has_servers(resource) ? resource.servers * resource.server_cost_per_year.value() : 0.0);
  const auto hiring = std::count(pool.hires.begin(), pool.hires.end(), true);
  const auto owned = (static_cast<double>(pool.enterprises()) - static_cast<double>(hiring)) * resource.own_servers;
  return has_servers(resource) ? owned * resource.own_server_cost_per_year.value() : 0.0;
}

Run run_mode(const Pool& pool, Mode mode, const std::vector<Request>& requests, std::uint32_t replica, double years) {
  const SharedResource& resource = *pool.resource;
  Run run;
  run.simulated = true;
  if (resource.kind == ResourceKind::spare_parts) {
    run.outcomes = simulate_stocks(pool, mode, requests, replica);
  } else if (resource.kind == ResourceKind::group_purchasing) {
    run.outcomes = simulate_purchases(pool, mode, requests);
  } else {
    run.outcomes = simulate_queues(pool, mode, requests, replica);
  }
  const Outcomes& outcomes = run.outcomes;
  run.cost = yearly_fixed(pool, mode) + resource.holding_cost_per_unit_year.value() * outcomes.stock +
             (outcomes.cost_cny + resource.wait_cost_per_h.value() * outcomes.wait_h + resource.cost_per_km.value() * outcomes.distance_km +
              resource.outside_price_per_request.value() * static_cast<double>(outcomes.hired)) /
                 years;
  return run;
}

double variance(const std::vector<double>& values) {
  const auto count = static_cast<double>(values.size());
  double mean = 0.0;
  for (const double value : values) mean += value / count;
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / (count - 1.0);
}

/// Var(separate) + Var(shared), which the saving would have with independent demands, over its own.
double variance_ratio(const std::vector<Pair>& pairs, const std::vector<double>& savings) {
  std::vector<double> shared;
  std::vector<double> separate;
  for (const Pair& pair : pairs) {
    shared.push_back(pair.shared.cost);
    separate.push_back(pair.separate.cost);
  }
  const double common = variance(savings);
  return common > 0.0 ? (variance(shared) + variance(separate)) / common : 0.0;
}

ModeFigures figures_of(Mode mode, double load, const std::vector<const Run*>& runs, const Options& options) {
  ModeFigures figures;
  figures.mode = mode;
  figures.load = load;
  figures.simulated = runs.front()->simulated;
  if (!figures.simulated) return figures;
  const auto interval = [&](const std::function<double(const Run&)>& measure) {
    std::vector<double> values;
    for (const Run* run : runs) values.push_back(measure(*run));
    return kernel::mean_interval(values, options.confidence);
  };
  const auto per_request = [](const Outcomes& o, double sum, double none) {
    return o.requests > 0 ? sum / static_cast<double>(o.requests) : none;
  };
  figures.requests_per_year = interval([&](const Run& run) { return static_cast<double>(run.outcomes.requests) / options.years; }).mean;
  const auto cost = interval([](const Run& run) { return run.cost; });
  const auto wait = interval([&](const Run& run) { return per_request(run.outcomes, run.outcomes.wait_h, 0.0); });
  const auto in_time = interval([&](const Run& run) { return per_request(run.outcomes, static_cast<double>(run.outcomes.in_time), 1.0); });
  figures.cost_cny_per_year = cost.mean;
  figures.cost_half_width = cost.half_width;
  figures.wait_h = wait.mean;
  figures.wait_half_width = wait.half_width;
  figures.in_time_share = in_time.mean;
  figures.in_time_half_width = in_time.half_width;
  figures.utilisation = interval([](const Run& run) { return run.outcomes.utilisation; }).mean;
  figures.stock = interval([](const Run& run) { return run.outcomes.stock; }).mean;
  figures.distance_km_per_year = interval([&](const Run& run) { return run.outcomes.distance_km / options.years; }).mean;
  kernel::Percentiles waits;
  for (const Run* run : runs) waits.add(run->outcomes.waits);
  figures.wait_p95_h = static_cast<double>(waits.at(0.95)) / 3.6e12;
  return figures;
}

class Study {
 public:
  Study(const Park& park, const Options& options, std::uint64_t seed) : park_(park), options_(options), seed_(seed) {}

  Result run() {
    for (std::size_t i = 0; i < park_.shared_resources->size(); ++i) study(Id<SharedResource>(i));
    return std::move(result_);
  }

 private:
  void study(Id<SharedResource> id) {
    const SharedResource& resource = (*park_.shared_resources)[id];
    ResourceFigures figures;
    figures.resource = id;
    if (!(*park_.shared_services)[resource.service].deployed) {
      figures.outcome = Outcome::not_in_operation;
      figures.reason = "its service is not in operation";
    } else {
      Pool pool = make_pool(park_, resource, options_, result_.notes);
      pool.seed = seed_;
      pool.stream = first_stream + streams_per_resource * static_cast<std::uint32_t>(id.index());
      figures.enterprises = static_cast<std::int32_t>(pool.enterprises());
      figures.hiring = static_cast<std::int32_t>(std::count(pool.hires.begin(), pool.hires.end(), true));
      compare(pool, figures);
    }
    result_.resources.push_back(figures);
  }

  void compare(const Pool& pool, ResourceFigures& figures) {
    const double expected = expected_requests(pool);
    if (!(expected > 0.0)) {
      figures.reason = "nobody asks for it";
      return;
    }
    if (expected > most_requests) {
      figures.reason = fmt::format("{:.0f} requests a run, more than the {:.0f} that are simulated", expected, most_requests);
      return;
    }
    const bool queues = has_servers(*pool.resource);
    const double load_shared = queues ? offered_load(pool, Mode::shared) : 0.0;
    const double load_separate = queues ? offered_load(pool, Mode::separate) : 0.0;
    // A finite source waits for its repair before it fails again, so its queue cannot grow for ever.
    const bool finite = pool.resource->sources > 0;
    const bool shared_stable = finite || load_shared < 1.0;
    const bool separate_stable = finite || load_separate < 1.0;
    const auto pairs = kernel::replicas(static_cast<std::size_t>(options_.replicas), [&](std::uint32_t replica) {
      const auto requests = finite ? std::vector<Request>() : draw_requests(pool, replica);
      Pair pair;
      if (shared_stable) pair.shared = run_mode(pool, Mode::shared, requests, replica, options_.years);
      if (separate_stable) pair.separate = run_mode(pool, Mode::separate, requests, replica, options_.years);
      return pair;
    });
    std::vector<const Run*> shared;
    std::vector<const Run*> separate;
    std::vector<double> savings;
    for (const Pair& pair : pairs) {
      shared.push_back(&pair.shared);
      separate.push_back(&pair.separate);
      savings.push_back(pair.separate.cost - pair.shared.cost);
    }
    add_mode(Mode::shared, load_shared, shared, figures.resource);
    figures.agreement_kept = shared_stable && result_.modes.back().in_time_share >= pool.resource->target_share;
    add_mode(Mode::separate, load_separate, separate, figures.resource);
    judge(figures, savings, shared_stable, separate_stable, load_shared, load_separate);
    if (figures.outcome != Outcome::unstable) figures.variance_ratio = variance_ratio(pairs, savings);
  }

  void add_mode(Mode mode, double load, const std::vector<const Run*>& runs, Id<SharedResource> id) {
    result_.modes.push_back(figures_of(mode, load, runs, options_));
    result_.modes.back().resource = id;
  }

  void judge(ResourceFigures& figures, const std::vector<double>& savings, bool shared_stable, bool separate_stable, double shared_load,
             double separate_load) const {
    if (!shared_stable || !separate_stable) {
      figures.outcome = Outcome::unstable;
      figures.reason = !shared_stable ? fmt::format("the pool is offered {:.2f} times what it can do", shared_load)
                                      : fmt::format("an enterprise of its own would be offered {:.2f} times what it can do", separate_load);
      return;
    }
    const auto saving = kernel::mean_interval(savings, options_.confidence);
    figures.saving_cny_per_year = saving.mean;
    figures.saving_half_width = saving.half_width;
    if (saving.mean - saving.half_width > 0.0) {
      figures.outcome = Outcome::pooling_saves;
    } else if (saving.mean + saving.half_width < 0.0) {
      figures.outcome = Outcome::pooling_costs;
    } else {
      figures.outcome = Outcome::undecided;
      figures.reason = "the interval of the saving includes zero";
    }
  }

  const Park& park_;
  const Options& options_;
  std::uint64_t seed_;
  Result result_;
};

}  // namespace

Result simulate(const Park& park, const Options& options, std::uint64_t seed) { return Study(park, options, seed).run(); }

}  // namespace parktwin::services::pooling
