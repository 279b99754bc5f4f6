#pragma once
// The keys of a scenario file besides `changes` and `phases`, as one described struct: what the reader and the schema walk.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/cost_options.h"
#include "engine/scenario/options.h"
#include "engine/scenario/plan_options.h"
#include "engine/scenario/saved_view.h"

namespace parktwin {

struct ScenarioHead {
  std::string name;
  std::string question;
  std::string park;
  std::vector<std::string> criteria = {"miit-2021"};
  std::string assessed_on;
  std::string tariff;
  std::string emission_factors = "factors";
  std::string hourly_grid_factors;
  std::string meters;
  std::uint64_t seed = 1;
  SimulationOptions options;
  std::vector<std::string> based_on;
  CostOptions costs;
  PlanOptions plan;
  std::vector<SavedView> views;
};

template <class Visitor, DescribedAs<ScenarioHead> Self>
void describe(Visitor&& visit, Self& head) {
  visit(Field{.name = "name", .unit = "", .meaning = "name of the scenario", .required = true}, head.name);
  visit(Field{"question", "", "what the planner wants to know"}, head.question);
  visit(Field{"park", "", "park folder or import recipe; relative paths are taken from the scenario file"}, head.park);
  visit(Field{"criteria", "", "criteria pack, or a list of several"}, head.criteria);
  visit(Field{"assessed_on", "", "day evidence must be valid, YYYY-MM-DD; empty: the day of the assessment"}, head.assessed_on);
  visit(Field{"tariff", "", "electricity tariff: a name in the data folder or a YAML file; empty: no bill"}, head.tariff);
  visit(Field{"emission_factors", "", "folder with grid.csv and fuels.csv: a name in the data folder or a path; empty: no carbon account"},
        head.emission_factors);
  visit(Field{"hourly_grid_factors", "",
              "CSV file with grid factors by hour (data_year, region, hour, kg_per_kwh); the path is taken from the scenario file; empty: "
              "the factor of the year"},
        head.hourly_grid_factors);
  visit(Field{"meters", "", "metered series in place of profiles: a CSV or HDF5 file, paths are taken from this file; empty: none"},
        head.meters);
  visit(Field{"seed", "", "seed of random draws", 0, 9007199254740991.0}, head.seed);
  visit(Field{"options", "", "options of the simulators"}, head.options);
  visit(Field{"based_on", "", "scenario files whose park, changes and options are inherited; paths are taken from this file"},
        head.based_on);
  visit(Field{"costs", "", "how the changes are priced"}, head.costs);
  visit(Field{"plan", "", "what parktwin plan may build and how it searches"}, head.plan);
  visit(Field{"views", "", "views that a tour of the run shows, in this order"}, head.views);
}

}  // namespace parktwin
