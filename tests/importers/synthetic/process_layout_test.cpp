#include "importers/synthetic/process_layout.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "engine/park/process_faults.h"
#include "importers/synthetic/synthetic.h"

namespace parktwin::importers::synthetic {
namespace {

const Park& sample() {
  static const Park park = generate_park({.enterprises = 100, .area_km2 = 6.0, .seed = 3});
  return park;
}

TEST(ProcessLayout, ProcessesRunAlongSupplyChainsWhoseEnterprisesUseTheApplication) {
  std::set<std::pair<std::size_t, std::size_t>> supplies;
  for (const auto& link : *sample().supply_links) supplies.insert({link.supplier.index(), link.customer.index()});
  std::map<std::string, std::vector<const ProcessStep*>> processes;
  std::set<IdentifierMode> purposes;
  for (const auto& step : *sample().process_steps) {
    processes[step.process].push_back(&step);
    purposes.insert(step.purpose);
    const auto& users = (*sample().identifier_applications)[step.application].enterprises;
    EXPECT_NE(std::find(users.begin(), users.end(), step.enterprise), users.end()) << step.id;
    EXPECT_EQ((*sample().identifier_applications)[step.application].mode, step.purpose);
  }
  EXPECT_EQ(purposes.size(), 3U);
  for (const auto& [name, steps] : processes) {
    const auto first = steps.front()->enterprise;
    const auto last = steps.back()->enterprise;
    EXPECT_TRUE(first == last || supplies.contains({first.index(), last.index()})) << name;
  }
}

TEST(ProcessLayout, ProjectsAreFollowedUntilTheDateOfTheData) {
  EXPECT_EQ(sample().projects->size(), 10U);
  for (const auto& project : *sample().projects) {
    bool reached = true;
    for (const auto& stage : stages_of(project)) {
      EXPECT_TRUE(reached || stage.day->empty()) << project.id;
      reached = !stage.day->empty();
      EXPECT_LT(*stage.day, sample().site->data_date);
    }
    EXPECT_EQ(reached, project.next_due_on.empty());
    EXPECT_TRUE(reached || project.next_due_on > sample().site->data_date);
  }
  EXPECT_TRUE(process_faults(sample()).empty());
}

}  // namespace
}  // namespace parktwin::importers::synthetic
