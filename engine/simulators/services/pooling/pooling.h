#pragma once
// Does sharing a resource beat everyone for himself? Each shared resource of the park is simulated twice on the same demand (common random
// numbers): one pool for all enterprises of its service, and each of them with its own, or hiring from outside where that is offered and
// comes cheaper. Ways to what is shared, booking and hand-over count against sharing. Queues (docks, trucks, laboratories, machines, crews,
// security, offices), stocks under (s, S) with lead time and backorders, and joint orders with quantity discounts; hours of operation only.
// A pool whose offered load reaches 1 is reported as unstable and not simulated. Little's law is checked in every run.
// Ignored: breakdown of servers, priorities, customers who leave, emergency deliveries.
#include <array>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::services::pooling {

struct Options {
  std::int32_t replicas = 10;
  double years = 1.0;
  double warm_up_years = 0.25;
  double confidence = 0.95;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"replicas", "", "independent runs of each resource", 2, 1000}, options.replicas);
  visit(Field{"years", "a", "time that is counted in each", 0.1, 20}, options.years);
  visit(Field{"warm_up_years", "a", "time before it that is not", 0, 5}, options.warm_up_years);
  visit(Field{"confidence", "1", "of the intervals", 0.5, 0.999}, options.confidence);
}

enum class Outcome { pooling_saves, pooling_costs, undecided, unstable, unused, not_in_operation };

constexpr auto names_of(Outcome) {
  return std::to_array<EnumName<Outcome>>({{Outcome::pooling_saves, "pooling_saves"},
                                           {Outcome::pooling_costs, "pooling_costs"},
                                           {Outcome::undecided, "undecided"},
                                           {Outcome::unstable, "unstable"},
                                           {Outcome::unused, "unused"},
                                           {Outcome::not_in_operation, "not_in_operation"}});
}

/// Half widths are of the confidence interval over replicas.
struct ResourceFigures {
  Id<SharedResource> resource;
  Outcome outcome = Outcome::unused;
  std::string reason;                ///< why there is no saving
  double saving_cny_per_year = 0.0;  ///< cost separate minus cost shared
  double saving_half_width = 0.0;
  std::int32_t enterprises = 0;  ///< that use it
  bool agreement_kept = false;   ///< the pool serves the target share within the target wait
  double variance_ratio = 0.0;   ///< of independent over common random numbers; 0: the saving does not vary
  std::int32_t hiring = 0;       ///< enterprises that would hire from outside
};

template <class Visitor, DescribedAs<ResourceFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"resource", "", "shared resource"}, figures.resource);
  visit(Field{"outcome", "", "whether pooling saves"}, figures.outcome);
  visit(Field{"reason", "", "why there is no saving to tell"}, figures.reason);
  visit(Field{"saving_cny_per_year", "CNY", "yearly cost when each enterprise has its own minus cost when shared"},
        figures.saving_cny_per_year);
  visit(Field{"saving_half_width_cny", "CNY", "half width of its confidence interval"}, figures.saving_half_width);
  visit(Field{"enterprises", "", "that use it"}, figures.enterprises);
  visit(Field{"agreement_kept", "", "the pool serves the target share of requests within the target wait"}, figures.agreement_kept);
  visit(Field{"variance_ratio", "1",
              "variance that the saving would have with independent random numbers over that with common ones; 0: it does not vary"},
        figures.variance_ratio);
  visit(Field{"hiring", "", "of its enterprises, those that would hire from outside rather than keep their own"}, figures.hiring);
}

enum class Mode { shared, separate };

constexpr auto names_of(Mode) { return std::to_array<EnumName<Mode>>({{Mode::shared, "shared"}, {Mode::separate, "separate"}}); }

struct ModeFigures {
  Id<SharedResource> resource;
  Mode mode = Mode::shared;
  bool simulated = false;  ///< false when unstable
  double load = 0.0;       ///< offered over capacity; separate: the largest of an enterprise
  double requests_per_year = 0.0;
  double cost_cny_per_year = 0.0;
  double cost_half_width = 0.0;
  double wait_h = 0.0;
  double wait_half_width = 0.0;
  double wait_p95_h = 0.0;
  double utilisation = 0.0;
  double in_time_share = 0.0;
  double in_time_half_width = 0.0;
  double stock = 0.0;
  double distance_km_per_year = 0.0;
};

template <class Visitor, DescribedAs<ModeFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"resource", "", "shared resource"}, figures.resource);
  visit(Field{"mode", "", "shared by all or separate"}, figures.mode);
  visit(Field{"simulated", "", "false where it is unstable"}, figures.simulated);
  visit(Field{"load", "1", "work offered over capacity; separate: of the enterprise where it is largest"}, figures.load);
  visit(Field{"requests_per_year", "1/a", "requests, mean"}, figures.requests_per_year);
  visit(Field{"cost_cny_per_year", "CNY", "yearly cost, mean"}, figures.cost_cny_per_year);
  visit(Field{"cost_half_width_cny", "CNY", "half width of its confidence interval"}, figures.cost_half_width);
  visit(Field{"wait_h", "h", "mean wait, hours of operation"}, figures.wait_h);
  visit(Field{"wait_half_width_h", "h", "half width of its confidence interval"}, figures.wait_half_width);
  visit(Field{"wait_p95_h", "h", "95th percentile of the wait"}, figures.wait_p95_h);
  visit(Field{"utilisation", "1", "share of the servers' time"}, figures.utilisation);
  visit(Field{"in_time_share", "1", "requests served within the target wait"}, figures.in_time_share);
  visit(Field{"in_time_half_width", "1", "half width of its confidence interval"}, figures.in_time_half_width);
  visit(Field{"stock", "", "parts in stock, mean over time"}, figures.stock);
  visit(Field{"distance_km_per_year", "km", "driven by trucks"}, figures.distance_km_per_year);
}

struct Result {
  std::vector<ResourceFigures> resources;  ///< in the order of the table
  std::vector<ModeFigures> modes;          ///< shared, then separate, of each resource in operation that somebody uses
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"resources", "", "whether pooling saves, per resource"}, result.resources);
  visit(Field{"modes", "", "cost, waits, use and stock of each resource, shared and separate"}, result.modes);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options, std::uint64_t seed);

}  // namespace parktwin::services::pooling
