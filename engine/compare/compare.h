#pragma once
// What differs between runs: every target side by side with its margin, and against the first run the ground that 5G covers now or no
// longer, the enterprises that gained or lost their access, and the cost; key figures of energy, carbon and adoption side by side. Coverage
// as in criteria::PhaseRecord; ground is compared where both maps have the same cells, enterprises by their ids.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/compare/key_figures.h"
#include "engine/criteria/plan_record.h"
#include "engine/criteria/verdict.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::compare {

struct RunTarget {
  criteria::Status status = criteria::Status::not_assessed;
  std::optional<double> value;
  std::optional<double> margin;
};

template <class Visitor, DescribedAs<RunTarget> Self>
void describe(Visitor&& visit, Self& target) {
  visit(Field{"status", "", "met, missed, not_assessed or declared"}, target.status);
  visit(Field{"value", "", "measured value"}, target.value);
  visit(Field{"margin", "", "value minus threshold"}, target.margin);
}

/// A clause; not assessed in runs whose criteria do not have it.
struct Target {
  std::string id;
  std::string title_en;
  std::string title_zh;
  std::string unit;
  std::optional<double> threshold;
  bool differs = false;  ///< in status or value
  std::vector<RunTarget> runs;
};

template <class Visitor, DescribedAs<Target> Self>
void describe(Visitor&& visit, Self& target) {
  visit(Field{"id", "", "clause"}, target.id);
  visit(Field{"title_en", "", "clause in short, English"}, target.title_en);
  visit(Field{"title_zh", "", "clause in short, Chinese"}, target.title_zh);
  visit(Field{"unit", "", "unit of value and threshold"}, target.unit);
  visit(Field{"threshold", "", "threshold"}, target.threshold);
  visit(Field{"differs", "", "in status or value"}, target.differs);
  visit(Field{"runs", "", "one per run, in their order"}, target.runs);
}

struct EnterpriseName {
  std::string id;
  std::string name_en;
  std::string name_zh;
};

template <class Visitor, DescribedAs<EnterpriseName> Self>
void describe(Visitor&& visit, Self& name) {
  visit(Field{"id", "", "enterprise"}, name.id);
  visit(Field{"name_en", "", "name, English"}, name.name_en);
  visit(Field{"name_zh", "", "name, Chinese"}, name.name_zh);
}

/// One run against the first.
struct Difference {
  std::string run;
  std::optional<double> hectares_gained;  ///< none where the maps differ in their cells
  std::optional<double> hectares_lost;
  std::vector<EnterpriseName> enterprises_gained;  ///< access meets the need here and not, or not at all, in the first run
  std::vector<EnterpriseName> enterprises_lost;
  double capital_likely_cny = 0.0;  ///< more than the first run
  double present_value_likely_cny = 0.0;
  std::optional<double> emissions_saved_t;  ///< of a year, scopes 1 and 2 by market; none where a run has no carbon account
  std::optional<double> cny_per_hectare_gained;
  std::optional<double> cny_per_enterprise_gained;
  std::optional<double> cny_per_yearly_tonne_saved;
};

template <class Visitor, DescribedAs<Difference> Self>
void describe(Visitor&& visit, Self& difference) {
  visit(Field{"run", "", "which run"}, difference.run);
  visit(Field{"hectares_gained", "ha", "ground covered by 5G here and not in the first run"}, difference.hectares_gained);
  visit(Field{"hectares_lost", "ha", "ground covered by 5G in the first run and not here"}, difference.hectares_lost);
  visit(Field{"enterprises_gained", "", "connected here and not in the first run"}, difference.enterprises_gained);
  visit(Field{"enterprises_lost", "", "connected in the first run and not here"}, difference.enterprises_lost);
  visit(Field{"capital_likely_cny", "CNY", "likely outlay beyond that of the first run"}, difference.capital_likely_cny);
  visit(Field{"present_value_likely_cny", "CNY", "likely present value beyond that of the first run"}, difference.present_value_likely_cny);
  visit(Field{"emissions_saved_t", "t", "CO2 of a year less than in the first run, scopes 1 and 2 by market"},
        difference.emissions_saved_t);
  visit(Field{"cny_per_hectare_gained", "CNY/ha", "that present value per hectare covered by 5G more, lost ones taken off"},
        difference.cny_per_hectare_gained);
  visit(Field{"cny_per_enterprise_gained", "CNY", "that present value per enterprise connected more, lost ones taken off"},
        difference.cny_per_enterprise_gained);
  visit(Field{"cny_per_yearly_tonne_saved", "CNY/t", "that present value per tonne of CO2 a year less"},
        difference.cny_per_yearly_tonne_saved);
}

struct Comparison {
  std::vector<std::string> runs;
  std::vector<Target> targets;  ///< in the order of the first run's criteria, then those that only others have
  std::vector<Difference> differences;
  std::vector<KeyFigure> figures;
};

template <class Visitor, DescribedAs<Comparison> Self>
void describe(Visitor&& visit, Self& comparison) {
  visit(Field{"runs", "", "names of the runs"}, comparison.runs);
  visit(Field{"targets", "", "every clause side by side"}, comparison.targets);
  visit(Field{"differences", "", "every other run against the first"}, comparison.differences);
  visit(Field{"figures", "", "cost, energy, carbon and adoption side by side"}, comparison.figures);
}

/// What is compared of a run; refers to what the caller keeps.
struct Subject {
  std::string name;
  const Park& park;
  const Results& results;
  const std::vector<criteria::Verdict>& verdicts;
  const criteria::PlanRecord& plan;
};

/// Parts of a saved run that compare() reads, besides verdicts and plan: paths in results.h5.
[[nodiscard]] std::vector<std::string> compared_parts();

/// Precondition: at least one run.
[[nodiscard]] Comparison compare(std::span<const Subject> runs);

}  // namespace parktwin::compare
