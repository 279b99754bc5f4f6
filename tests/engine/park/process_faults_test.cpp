#include "engine/park/process_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

ProcessStep step(const std::string& id, const std::string& process, std::int32_t position) {
  ProcessStep made;
  made.id = id;
  made.process = process;
  made.position = position;
  made.enterprise = Id<Enterprise>(0);
  return made;
}

Park park_of(std::vector<ProcessStep> steps, std::vector<Project> projects) {
  Park park;
  Enterprise enterprise;
  enterprise.id = "E-1";
  park.enterprises = Part(Table(std::vector<Enterprise>{enterprise}));
  park.process_steps = Part(Table(std::move(steps)));
  park.projects = Part(Table(std::move(projects)));
  return park;
}

std::vector<std::string> lines_of(const Park& park) {
  std::vector<std::string> lines;
  for (const auto& fault : process_faults(park))
    lines.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
  return lines;
}

TEST(ProcessFaults, StepsHaveOnePlaceAndOnePurpose) {
  auto twin = step("C", "pump", 2);
  auto other = step("D", "pump", 3);
  other.purpose = IdentifierMode::quality_control;
  EXPECT_THAT(lines_of(park_of({step("A", "pump", 1), step("B", "pump", 2), twin, other, step("E", "valve", 2), step("F", "", 1)}, {})),
              ElementsAre("process_steps C, position: found 2, which step B has in the same process",
                          "process_steps D, purpose: found quality_control, expected product_traceability as in step A of the same process",
                          "process_steps F, process: is empty, expected the name of the process"));
}

TEST(ProcessFaults, StagesOfProjectsAreDaysInTheirOrder) {
  const Project good{"P-1", "", "", {}, "2025-01-02", "2025-01-02", "", "", "", "", "", "2025-03-01"};
  const Project back{"P-2", "", "", {}, "2025-01-02", "2025-01-01", "2024-12-31", "", "", "", "", ""};
  const Project unreadable{"P-3", "", "", {}, "2025-02-30", "2025-01-01", "", "", "", "", "", "soon"};
  EXPECT_THAT(lines_of(park_of({}, {good, back, unreadable})),
              ElementsAre("projects P-2, advised_on: found 2025-01-01, expected no day before 2025-01-02 of inquired_on",
                          "projects P-2, agreed_on: found 2024-12-31, expected no day before 2025-01-01 of advised_on",
                          "projects P-3, inquired_on: found \"2025-02-30\", expected a day as YYYY-MM-DD",
                          "projects P-3, next_due_on: found \"soon\", expected a day as YYYY-MM-DD"));
  EXPECT_THAT(process_faults(park_of({}, {good})), IsEmpty());
}

TEST(ProcessFaults, AreFoundTogetherWithFaultsOfSingleFields) {
  auto lost = step("A", "pump", 0);
  lost.application = Id<IdentifierApplication>(7);
  lost.answered_share = 1.5;
  const Project late{"P-1", "", "", Id<Enterprise>(4), "2025-01-02", "2025-01-01", "", "", "", "", "", ""};
  Problems problems;
  validate(park_of({lost, step("B", "pump", 0)}, {late}), "park", problems);
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  EXPECT_THAT(found, IsSupersetOf({"process_steps A, field position: found 0, expected at least 1",
                                   "process_steps A, field answered_share: found 1.5, expected at most 1",
                                   "process_steps A, field application: refers to record 7 of a table with 0 records",
                                   "process_steps B, field position: found 0, which step A has in the same process",
                                   "projects P-1, field enterprise: refers to record 4 of a table with 1 records",
                                   "projects P-1, field advised_on: found 2025-01-01, expected no day before 2025-01-02 of inquired_on"}));
}

TEST(StagesOf, AreInTheOrderOfACourse) {
  const Project project{"P-1", "", "", {}, "a", "b", "c", "d", "e", "f", "g", "h"};
  std::string days;
  for (const auto& stage : stages_of(project)) days += *stage.day;
  EXPECT_EQ(days, "abcdefg");
}

}  // namespace
}  // namespace parktwin
