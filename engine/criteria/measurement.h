#pragma once
// What a metric yields: a share or a count, kept as counts so that comparisons are exact (100 % means part equals whole).
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/criteria/judged_ground.h"
#include "engine/criteria/pack.h"
#include "engine/park/park.h"
#include "engine/run/results.h"
#include "engine/run/run_extent.h"

namespace parktwin::criteria {

/// What metrics look at.
struct Facts {
  const Results& results;
  const Park& park;
  std::shared_ptr<JudgedGround> ground = std::make_shared<JudgedGround>(results, park);  ///< shared by the metrics of one judgement
};

struct Measurement {
  double part = 0.0;
  double whole = 0.0;       ///< 0 for plain counts
  double scale = 1.0;       ///< natural unit of one count, e.g. m² of one map cell
  std::string subject;      ///< whom the number is about, when it is not the whole park
  std::vector<Text> where;  ///< what fails, largest first
  Text unmeasured;          ///< why there is no number; empty when there is one

  [[nodiscard]] bool measured() const { return unmeasured.empty(); }
};

enum class MetricKind { share, count, ratio };

/// A metric by name. Unit of a share is "%"; a count, and a ratio of part over whole, have the unit their clause gives them.
struct Metric {
  std::string_view name;
  MetricKind kind = MetricKind::share;
  Origin origin = Origin::simulated;
  std::span<const std::string_view> rule_fields;  ///< fields of Rule it uses
  Measurement (*measure)(const Facts& facts, const Rule& rule) = nullptr;
  RunExtent reads = RunExtent::judged;  ///< how far a run has to go for it
};

[[nodiscard]] Measurement not_measured(std::string en, std::string zh);

/// A share; not measured, for the reason given, when the whole is empty.
[[nodiscard]] Measurement share(double part, double whole, Text reason_when_empty);

/// Why the radio map cannot be used with that rule; empty when it can.
[[nodiscard]] Text radio_map_gap(const Facts& facts, const Rule& rule);

/// Percent for shares, the count for counts, part over whole for ratios. Precondition: measured. Below 100 % whenever part is smaller than
/// whole.
[[nodiscard]] double value_of(MetricKind kind, const Measurement& measurement);

/// Exact for counts: shares and ratios are compared without division. Precondition: measured, comparator not none.
[[nodiscard]] bool holds(MetricKind kind, const Measurement& measurement, Comparator comparator, double threshold);

}  // namespace parktwin::criteria
