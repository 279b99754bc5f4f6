#pragma once
// What the rows of a sweep say: per output its range, and, as the method allows, indices of sensitivity or the tornado; which scenarios
// failed and why. Of several seeds the mean counts.
#include <string>
#include <vector>

#include "engine/storage/sweep_file.h"
#include "engine/sweep/sensitivity.h"
#include "engine/sweep/sweep_plan.h"

namespace parktwin::sweep {

struct OutputFigures {
  std::string output;
  std::int64_t values = 0;  ///< scenarios that have one
  double mean = 0.0;
  double least = 0.0;
  double greatest = 0.0;
  std::int64_t best_scenario = 0;  ///< the first with the greatest value
  std::vector<Indices> sensitivity;
  std::vector<Swing> tornado;
};

template <class Visitor, DescribedAs<OutputFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"output", "", "clause, or clauses_met"}, figures.output);
  visit(Field{"values", "", "scenarios that have a value"}, figures.values);
  visit(Field{"mean", "", "mean of the values"}, figures.mean);
  visit(Field{"least", "", "least value"}, figures.least);
  visit(Field{"greatest", "", "greatest value"}, figures.greatest);
  visit(Field{"best_scenario", "", "the first with the greatest value"}, figures.best_scenario);
  visit(Field{"sensitivity", "", "shares of the variance, by factor"}, figures.sensitivity);
  visit(Field{"tornado", "", "swing by each factor alone, widest first"}, figures.tornado);
}

struct FailedScenario {
  std::int64_t scenario = 0;
  std::string reason;
};

template <class Visitor, DescribedAs<FailedScenario> Self>
void describe(Visitor&& visit, Self& failed) {
  visit(Field{"scenario", "", "its number"}, failed.scenario);
  visit(Field{"reason", "", "why it failed"}, failed.reason);
}

struct SweepReport {
  std::string name;
  std::int64_t scenarios = 0;
  std::int64_t finished = 0;
  std::vector<OutputFigures> outputs;  ///< that have a value and differ between scenarios
  std::int64_t constant_outputs = 0;
  std::vector<FailedScenario> failures;
};

template <class Visitor, DescribedAs<SweepReport> Self>
void describe(Visitor&& visit, Self& report) {
  visit(Field{"name", "", "name of the sweep"}, report.name);
  visit(Field{"scenarios", "", "in the sweep"}, report.scenarios);
  visit(Field{"finished", "", "that have a row"}, report.finished);
  visit(Field{"outputs", "", "that differ between scenarios"}, report.outputs);
  visit(Field{"constant_outputs", "", "outputs that are the same in every scenario"}, report.constant_outputs);
  visit(Field{"failures", "", "scenarios that failed"}, report.failures);
}

[[nodiscard]] SweepReport report_of(const SweepPlan& plan, const storage::SweepFile& file);

}  // namespace parktwin::sweep
