#include "engine/sweep/sweep_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/core/check.h"
#include "engine/core/json_schema.h"
#include "engine/core/yaml_reader.h"
#include "engine/sweep/sampling.h"

namespace parktwin::sweep {
namespace {

constexpr std::size_t most_scenarios = 1000000;

std::size_t listed(const Factor& factor) { return std::max(factor.values.size(), factor.choices.size()); }

/// The value at a share of the way through the list, or from minimum to maximum.
double value_at(const Factor& factor, double share) {
  if (listed(factor) > 0) {
    const std::size_t place = std::min(static_cast<std::size_t>(share * static_cast<double>(listed(factor))), listed(factor) - 1);
    return factor.values.empty() ? static_cast<double>(place) : factor.values[place];
  }
  const double value = *factor.minimum + share * (*factor.maximum - *factor.minimum);
  return factor.whole ? std::clamp(std::round(value), *factor.minimum, *factor.maximum) : value;
}

double listed_value(const Factor& factor, std::size_t place) {
  return factor.values.empty() ? static_cast<double>(place) : factor.values[place];
}

std::vector<std::vector<double>> grid(const std::vector<Factor>& factors) {
  std::vector<std::vector<double>> points{{}};
  for (const Factor& factor : factors) {
    std::vector<std::vector<double>> longer;
    for (const auto& point : points) {
      for (std::size_t place = 0; place < listed(factor); ++place) {
        longer.push_back(point);
        longer.back().push_back(listed_value(factor, place));
      }
    }
    points = std::move(longer);
  }
  return points;
}

std::vector<std::vector<double>> list(const std::vector<Factor>& factors) {
  std::vector<std::vector<double>> points(listed(factors.front()));
  for (std::size_t place = 0; place < points.size(); ++place) {
    for (const Factor& factor : factors) points[place].push_back(listed_value(factor, place));
  }
  return points;
}

/// Each factor at its ends, all others in their middle.
std::vector<std::vector<double>> one_at_a_time(const std::vector<Factor>& factors) {
  std::vector<std::vector<double>> points;
  for (std::size_t varied = 0; varied < factors.size(); ++varied) {
    for (const double end : {0.0, 1.0}) {
      points.emplace_back();
      for (std::size_t i = 0; i < factors.size(); ++i) points.back().push_back(value_at(factors[i], i == varied ? end : 0.5));
    }
  }
  return points;
}

std::vector<std::vector<double>> spread(const std::vector<Factor>& factors, std::vector<Point> points) {
  for (Point& point : points) {
    for (std::size_t i = 0; i < factors.size(); ++i) point[i] = value_at(factors[i], point[i]);
  }
  return points;
}

std::vector<std::vector<double>> points_of(const SweepPlan& plan) {
  const auto count = static_cast<std::size_t>(plan.samples);
  switch (plan.method) {
    case Method::grid:
      return grid(plan.factors);
    case Method::list:
      return list(plan.factors);
    case Method::latin_hypercube:
      return spread(plan.factors, latin_hypercube(count, plan.factors.size(), plan.seed));
    case Method::sobol:
      return spread(plan.factors, sobol(count, plan.factors.size()));
    case Method::sensitivity:
      return spread(plan.factors, saltelli(count, plan.factors.size()));
    case Method::tornado:
      return one_at_a_time(plan.factors);
  }
  return {};
}

/// How many scenarios before any is made; as a double, for a grid may be huge.
double count_of(const SweepPlan& plan) {
  double count = plan.samples;
  if (plan.method == Method::sensitivity) count *= static_cast<double>(plan.factors.size() + 2);
  if (plan.method == Method::tornado) count = 2.0 * static_cast<double>(plan.factors.size());
  if (plan.method == Method::list) count = static_cast<double>(listed(plan.factors.front()));
  if (plan.method == Method::grid) {
    count = 1.0;
    for (const Factor& factor : plan.factors) count *= static_cast<double>(listed(factor));
  }
  return count * static_cast<double>(std::max<std::size_t>(plan.seeds.size(), 1));
}

/// What is wrong with a factor, empty when nothing is.
std::string fault_of(const Factor& factor, Method method) {
  const bool ranged = factor.minimum || factor.maximum;
  if (factor.name.empty()) return "name: expected a text that is not empty";
  if (factor.fields.empty()) return "fields: expected at least one field of the scenario";
  const int kinds = (factor.values.empty() ? 0 : 1) + (factor.choices.empty() ? 0 : 1) + (ranged ? 1 : 0);
  if (kinds != 1) return "expected either values, or choices, or minimum and maximum";
  if (ranged && (!factor.minimum || !factor.maximum || *factor.minimum >= *factor.maximum)) return "expected a minimum below the maximum";
  if (ranged && (method == Method::grid || method == Method::list)) return "a grid and a list need values or choices";
  if (factor.whole && ranged && (*factor.minimum != std::round(*factor.minimum) || *factor.maximum != std::round(*factor.maximum)))
    return "expected whole numbers as minimum and maximum";
  return "";
}

void check(const SweepPlan& plan, const YAML::Node& root, const std::string& file, Problems& problems) {
  if (plan.factors.empty()) return problems.add(file, yaml::place_of(root["factors"]), "factors: expected at least one");
  std::set<std::string> names;
  const std::size_t before = problems.list().size();
  for (std::size_t i = 0; i < plan.factors.size(); ++i) {
    const Factor& factor = plan.factors[i];
    const std::string place = yaml::place_of(root["factors"][i]);
    if (const std::string fault = fault_of(factor, plan.method); !fault.empty()) problems.add(file, place, fault);
    if (!names.insert(factor.name).second) problems.add(file, place, "name: " + factor.name + " is given again");
    if (plan.method == Method::list && listed(factor) != listed(plan.factors.front()))
      problems.add(file, place, "a list needs as many values of every factor");
  }
  if (problems.list().size() == before && count_of(plan) > static_cast<double>(most_scenarios))
    problems.add(file, yaml::place_of(root), fmt::format("{:.0f} scenarios, expected at most {}", count_of(plan), most_scenarios));
}

}  // namespace

ReadPlan read_sweep(const std::filesystem::path& file) {
  const yaml::Document document = yaml::read_document(file);
  Problems problems;
  ReadPlan read{{}, {}, document.text, document.file};
  if (yaml::read_described(document.root, read.plan, document.file, problems)) check(read.plan, document.root, document.file, problems);
  problems.throw_if_any();
  const std::filesystem::path scenario = read.plan.scenario;
  read.scenario = scenario.is_absolute() ? scenario : file.parent_path() / scenario;
  return read;
}

std::string sweep_schema() {
  auto body = json_schema::schema_of<SweepPlan>();
  body["properties"]["factors"]["minItems"] = 1;
  return json_schema::document("parktwin sweep", "Which fields of a scenario are varied, and how.", body).dump(2) + "\n";
}

std::vector<Sample> samples_of(const SweepPlan& plan) {
  std::vector<Sample> samples;
  for (const auto& point : points_of(plan)) {
    if (plan.seeds.empty()) samples.push_back({point, std::nullopt});
    for (const std::uint64_t seed : plan.seeds) samples.push_back({point, seed});
  }
  return samples;
}

std::vector<FieldValue> fields_of(const SweepPlan& plan, const Sample& sample) {
  PARKTWIN_CHECK(sample.values.size() == plan.factors.size(), "one value per factor");
  std::vector<FieldValue> fields;
  for (std::size_t i = 0; i < plan.factors.size(); ++i) {
    const Factor& factor = plan.factors[i];
    const double value = sample.values[i];
    const bool is_integer = value == std::round(value) && std::abs(value) < 1e15;
    std::string text = is_integer ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
    if (!factor.choices.empty()) text = factor.choices[static_cast<std::size_t>(value)];
    for (const auto& path : factor.fields) fields.push_back({path, text});
  }
  if (sample.seed) fields.push_back({"seed", fmt::format("{}", *sample.seed)});
  return fields;
}

}  // namespace parktwin::sweep
