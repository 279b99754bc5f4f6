#include "engine/sweep/sweep_report.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parktwin::sweep {
namespace {

/// One value per scenario, NaN where there is none.
std::vector<double> column(const storage::SweepFile& file, std::size_t output) {
  std::vector<double> values(file.header().samples.size(), std::numeric_limits<double>::quiet_NaN());
  for (const auto& [scenario, row] : file.rows()) {
    if (!row.values.empty()) values[scenario] = row.values[output];
  }
  return values;
}

/// One value per point: the mean over its seeds.
std::vector<double> over_seeds(const std::vector<double>& values, std::size_t seeds) {
  std::vector<double> means(values.size() / seeds, 0.0);
  for (std::size_t i = 0; i < values.size(); ++i) means[i / seeds] += values[i] / static_cast<double>(seeds);
  return means;
}

OutputFigures range_of(const std::string& output, const std::vector<double>& values) {
  OutputFigures figures{.output = output, .sensitivity = {}, .tornado = {}};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) continue;
    if (figures.values == 0 || values[i] < figures.least) figures.least = values[i];
    if (figures.values == 0 || values[i] > figures.greatest) {
      figures.greatest = values[i];
      figures.best_scenario = static_cast<std::int64_t>(i);
    }
    ++figures.values;
    figures.mean += (values[i] - figures.mean) / static_cast<double>(figures.values);
  }
  return figures;
}

}  // namespace

SweepReport report_of(const SweepPlan& plan, const storage::SweepFile& file) {
  const storage::SweepHeader& header = file.header();
  SweepReport report{.name = header.name, .outputs = {}, .failures = {}};
  report.scenarios = static_cast<std::int64_t>(header.samples.size());
  report.finished = static_cast<std::int64_t>(file.rows().size());
  const std::size_t seeds = std::max<std::size_t>(plan.seeds.size(), 1);
  for (std::size_t output = 0; output < header.outputs.size(); ++output) {
    const auto values = column(file, output);
    OutputFigures figures = range_of(header.outputs[output], values);
    if (figures.values == 0) continue;
    if (figures.least == figures.greatest) {
      ++report.constant_outputs;
      continue;
    }
    if (plan.method == Method::sensitivity) figures.sensitivity = sensitivity(over_seeds(values, seeds), header.factors);
    if (plan.method == Method::tornado) figures.tornado = tornado(over_seeds(values, seeds), header.factors);
    report.outputs.push_back(std::move(figures));
  }
  for (const auto& [scenario, row] : file.rows()) {
    if (!row.failure.empty()) report.failures.push_back({static_cast<std::int64_t>(scenario), row.failure});
  }
  return report;
}

}  // namespace parktwin::sweep
