#pragma once
// What a retrofit of the network brings under the same workload: figures of cost, quality and efficiency of each enterprise, source class
// and deterministic flow before and after the changes a scenario makes itself. Before is the park of the scenarios it is based on, without
// any the park as imported. The workload is what sends the same in both states: enterprises, devices, networked scenarios, deterministic
// flows with the same ends, period, size and deadline. What sends in one state only, or something else, is carried in neither and named. A
// figure is worse or improved beyond 1 % of it; of a share, of what is missing to 1. Left out: what stands still while it is rebuilt.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::retrofit {

/// Least relative change that counts, and least changes of shares, milliseconds, microseconds, utilisation and yuan.
inline constexpr double tolerance = 0.01;

enum class Subject { park, enterprise, source_class, tsn_flow };

constexpr auto names_of(Subject) {
  return std::to_array<EnumName<Subject>>({{Subject::park, "park"},
                                           {Subject::enterprise, "enterprise"},
                                           {Subject::source_class, "source_class"},
                                           {Subject::tsn_flow, "tsn_flow"}});
}

/// 降本, 提质, 增效.
enum class Aspect { cost, quality, efficiency };

constexpr auto names_of(Aspect) {
  return std::to_array<EnumName<Aspect>>({{Aspect::cost, "cost"}, {Aspect::quality, "quality"}, {Aspect::efficiency, "efficiency"}});
}

enum class Measure {
  yearly_cost_cny,
  availability,
  samples_on_time_share,
  flows_met_share,
  delay_percentile_ms,
  delay_p50_ms,
  delay_p95_ms,
  delay_p99_ms,
  worst_bound_us,
  busiest_link_utilisation
};

constexpr auto names_of(Measure) {
  return std::to_array<EnumName<Measure>>({{Measure::yearly_cost_cny, "yearly_cost_cny"},
                                           {Measure::availability, "availability"},
                                           {Measure::samples_on_time_share, "samples_on_time_share"},
                                           {Measure::flows_met_share, "flows_met_share"},
                                           {Measure::delay_percentile_ms, "delay_percentile_ms"},
                                           {Measure::delay_p50_ms, "delay_p50_ms"},
                                           {Measure::delay_p95_ms, "delay_p95_ms"},
                                           {Measure::delay_p99_ms, "delay_p99_ms"},
                                           {Measure::worst_bound_us, "worst_bound_us"},
                                           {Measure::busiest_link_utilisation, "busiest_link_utilisation"}});
}

[[nodiscard]] Aspect aspect_of(Measure measure);

enum class Outcome { improved, unchanged, worse };

constexpr auto names_of(Outcome) {
  return std::to_array<EnumName<Outcome>>({{Outcome::improved, "improved"}, {Outcome::unchanged, "unchanged"}, {Outcome::worse, "worse"}});
}

/// By the tolerance, and beyond the least difference that means anything for the measure.
[[nodiscard]] Outcome outcome_of(Measure measure, double before, double after);

/// One figure of one subject.
struct Figure {
  Subject subject = Subject::park;
  std::string id;             ///< of the enterprise or flow, name of the source class; empty for the park
  Id<Enterprise> enterprise;  ///< whose, in the park after
  Measure measure = Measure::availability;
  Aspect aspect = Aspect::quality;
  double before = 0.0;
  double after = 0.0;
  Outcome outcome = Outcome::unchanged;
};

template <class Visitor, DescribedAs<Figure> Self>
void describe(Visitor&& visit, Self& figure) {
  visit(Field{"subject", "", "whose figure it is"}, figure.subject);
  visit(Field{"id", "", "id of the enterprise or flow, or name of the source class"}, figure.id);
  visit(Field{"enterprise", "", "enterprise it belongs to"}, figure.enterprise);
  visit(Field{"measure", "", "what is measured, with its unit"}, figure.measure);
  visit(Field{"aspect", "", "cost, quality or efficiency"}, figure.aspect);
  visit(Field{"before", "", "without the scenario's own changes"}, figure.before);
  visit(Field{"after", "", "with them, under the same workload"}, figure.after);
  visit(Field{"outcome", "", "improved, unchanged or worse"}, figure.outcome);
}

/// An enterprise that is in both states.
struct EnterpriseOutcome {
  Id<Enterprise> enterprise;
  std::int32_t changes = 0;  ///< records of its own network that differ; 0: it is only a bystander
  std::string solution;      ///< what was done there: kinds of changes, each once; the same text at several enterprises is one template
  Outcome cost = Outcome::unchanged;  ///< worse when some figure of it is, else improved when some figure is
  Outcome quality = Outcome::unchanged;
  Outcome efficiency = Outcome::unchanged;
};

template <class Visitor, DescribedAs<EnterpriseOutcome> Self>
void describe(Visitor&& visit, Self& outcome) {
  visit(Field{"enterprise", "", "enterprise"}, outcome.enterprise);
  visit(Field{"changes", "", "records of its own network that differ"}, outcome.changes);
  visit(Field{"solution", "", "what was done there; the same at several enterprises is one template"}, outcome.solution);
  visit(Field{"cost", "", "cost: worse when some figure is, else improved when some figure is"}, outcome.cost);
  visit(Field{"quality", "", "quality, likewise"}, outcome.quality);
  visit(Field{"efficiency", "", "efficiency, likewise"}, outcome.efficiency);
}

enum class WorkloadChange { before_only, after_only, other_demand };

constexpr auto names_of(WorkloadChange) {
  return std::to_array<EnumName<WorkloadChange>>({{WorkloadChange::before_only, "before_only"},
                                                  {WorkloadChange::after_only, "after_only"},
                                                  {WorkloadChange::other_demand, "other_demand"}});
}

/// Not part of the same workload.
struct NotCompared {
  Subject subject = Subject::source_class;
  std::string id;  ///< of the flow; of traffic the source class and whose it is
  WorkloadChange change = WorkloadChange::other_demand;
};

template <class Visitor, DescribedAs<NotCompared> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"subject", "", "enterprise, traffic of a source class, or deterministic flow"}, row.subject);
  visit(Field{"id", "", "which"}, row.id);
  visit(Field{"change", "", "in one state only, or with another demand"}, row.change);
}

struct Result {
  bool compared = false;
  std::string reason;        ///< why not
  std::int32_t changes = 0;  ///< records of the network that differ
  std::vector<Figure> figures;
  std::vector<EnterpriseOutcome> enterprises;  ///< in the order of the park after
  std::vector<NotCompared> not_compared;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"compared", "", "the network was simulated before and after"}, result.compared);
  visit(Field{"reason", "", "why not"}, result.reason);
  visit(Field{"changes", "", "records of the network that differ"}, result.changes);
  visit(Field{"figures", "", "figures before and after"}, result.figures);
  visit(Field{"enterprises", "", "what each enterprise gains and loses"}, result.enterprises);
  visit(Field{"not_compared", "", "what does not send the same in both states"}, result.not_compared);
}

}  // namespace parktwin::retrofit
